import type { z } from "zod";
import type { PostedForm } from "./posted-form.server";
import { Refused, type Reason, type RefusalStatus } from "./refusal";

export type { PostedForm };

/** Answers a post: the browser goes on with a GET, and a reload does not post again. */
export function seeOther(url: string, headers: HeadersInit = {}): Response {
  const all = new Headers(headers);
  all.set("Location", url);
  return new Response(null, { status: 303, headers: all });
}

/** The same answer for what does not exist and for what this person may not see. */
export function notFound(): Response {
  return new Response(null, { status: 404 });
}

/** Headers of a page that shows something to one person alone. */
export const PRIVATE = { "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex" } as const;

/** RFC 9457 problem details. `code` is stable; the text of it is not. */
export function problem(status: number, code: string, title: string): Response {
  return new Response(JSON.stringify({ type: "about:blank", status, code, title }), {
    status,
    headers: { "Content-Type": "application/problem+json; charset=utf-8", "Cache-Control": "no-store" },
  });
}

/**
 * Checks posted fields against a strict schema. A field that is not in `repeatable` may stand once only; an unknown one
 * is refused. Refusals: the schema's messages as codes, `unknown_field`, `repeated_field`.
 */
export function parseForm<S extends z.ZodType>(
  schema: S,
  posted: PostedForm,
  repeatable: readonly string[] = [],
): z.output<S> {
  const flat = Object.create(null) as Record<string, unknown>;
  const twice: Reason[] = [];
  for (const [field, values] of Object.entries(posted.fields)) {
    const isRepeatable = repeatable.includes(field);
    if (values.length > 1 && !isRepeatable) twice.push({ code: "repeated_field", field });
    flat[field] = isRepeatable ? values : values[0];
  }
  if (twice.length > 0) throw new Refused(twice);
  const parsed = schema.safeParse(flat);
  if (!parsed.success) throw new Refused(parsed.error.issues.flatMap(reasonsOf));
  return parsed.data;
}

function reasonsOf(issue: z.core.$ZodIssue): Reason[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ code: "unknown_field", params: { name: key.slice(0, 50) } }));
  const field = issue.path.length > 0 ? String(issue.path[0]) : undefined;
  const params: Record<string, string | number> = {};
  if ("maximum" in issue && typeof issue.maximum === "number") params.maximum = issue.maximum;
  if ("minimum" in issue && typeof issue.minimum === "number") params.minimum = issue.minimum;
  return [{ code: issue.message, field, params }];
}

export type Attempt<T> = { ok: true; value: T } | { ok: false; status: RefusalStatus; reasons: Reason[] };

/**
 * Runs a verb for a form. A refusal comes back as a value for the page; "not found" becomes the 404 page; anything
 * unexpected goes on to the error boundary.
 */
export async function attempt<T>(work: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.status === 404) throw notFound();
    return { ok: false, status: error.status, reasons: error.reasons };
  }
}

/** A page number from the query: a plain positive decimal, otherwise 1. */
export function pageOf(url: URL, key = "page"): number {
  const text = url.searchParams.get(key) ?? "";
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}

/** A filter from the query, cut to a length that no index minds. */
export function filterOf(url: URL, name: string, maxLength = 100): string {
  return (url.searchParams.get(name) ?? "").trim().slice(0, maxLength);
}

/** An id in an address: plain ASCII digits only, so that "12abc" or full-width digits are never another record. */
export function numberParam(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
