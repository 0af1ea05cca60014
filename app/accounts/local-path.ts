const BASE = "http://local.invalid";

/**
 * Where to go on to after signing in: the path if it stays on this site, otherwise the fallback. Browsers read a
 * backslash as a slash and skip control characters, so both make a path foreign.
 */
export function localPath(path: string | null | undefined, fallback: string): string {
  if (!path || path.length > 2000 || !path.startsWith("/")) return fallback;
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0020\u007f\\]/.test(path) || !URL.canParse(path, BASE)) return fallback;
  const { origin, pathname, search, hash } = new URL(path, BASE);
  // "/.//elsewhere" resolves to "//elsewhere", which names another host.
  return origin === BASE && !pathname.startsWith("//") ? `${pathname}${search}${hash}` : fallback;
}
