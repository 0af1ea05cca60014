export const LANGUAGES = ["zh-CN", "en"] as const;

export type Language = (typeof LANGUAGES)[number];

/**
 * The language a request is answered in: `?lang=`, else the cookie `lang`, else Chinese. The browser's Accept-Language
 * has no say, so that one address in one language is one kept page.
 */
export function languageOf(request: Request): Language {
  return choiceOf(request, "lang", LANGUAGES) ?? "zh-CN";
}

/** Elder mode (长者模式): `?elder=1|0`, else the cookie `elder`, else off. */
export function isElderMode(request: Request): boolean {
  return choiceOf(request, "elder", ["1", "0"]) === "1";
}

function choiceOf<T extends string>(request: Request, name: string, choices: readonly T[]): T | undefined {
  const query = request.url.split("?", 2)[1];
  const asked = query === undefined ? undefined : new URLSearchParams(query).get(name);
  return [asked, cookie(request, name)].find((value): value is T => choices.includes(value as T));
}

function cookie(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get("Cookie") ?? "").split(";").map((pair) => pair.trim().split("="));
  return pairs.find(([key]) => key === name)?.[1];
}
