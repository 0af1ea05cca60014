/** Data for programs. Without a kept page's headers nobody keeps it: what is shown can shrink at any time. */
export function json(data: unknown): Response {
  return new Response(JSON.stringify(data), {
    headers: { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-cache" },
  });
}
