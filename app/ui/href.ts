/** An address inside the site, below the path it is served at (BASE_PATH). */
export function href(path: string): string {
  const base = (import.meta.env?.BASE_URL ?? "/").replace(/\/$/, "");
  return path.startsWith("/") ? `${base}${path}` : path;
}
