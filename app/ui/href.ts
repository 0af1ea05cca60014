/** An address inside the site, below the path it is served at. */
export function href(path: string): string {
  return path.startsWith("/") ? `${basePath()}${path}` : path;
}

/** The path the site is served below, such as /yishiting, fixed when it is built (BASE_PATH); empty at the top of a host. */
export function basePath(): string {
  return (import.meta.env?.BASE_URL ?? "/").replace(/\/$/, "");
}

/** What cookies of the site are sent with. */
export function cookiePath(): string {
  return basePath() || "/";
}

/** An address without the path the site is served below; null for what is not below it. */
export function belowBasePath(url: string): string | null {
  const base = basePath();
  if (!url.startsWith(base)) return null;
  const rest = url.slice(base.length);
  if (rest.startsWith("/")) return rest;
  return rest === "" || rest.startsWith("?") ? `/${rest}` : null;
}
