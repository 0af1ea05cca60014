import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Language } from "~/i18n/language";
import { LanguageProvider } from "~/i18n/strings";

/** The markup a reader of this language gets. */
export function markup(element: ReactElement, language: Language = "zh-CN"): string {
  return renderToStaticMarkup(<LanguageProvider language={language}>{element}</LanguageProvider>);
}

/** The text alone, as a screen reader would find it in order. */
export function text(html: string): string {
  return html
    .replace(/<[^>]*aria-hidden="true"[^>]*>.*?<\/(span|svg)>/g, "")
    .replace(/<[^>]+>/g, "")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
}

/** The attributes of the first tag of this name that has the given piece in it. */
export function tag(html: string, name: string, having = ""): string {
  const found = [...html.matchAll(new RegExp(`<${name}\\b[^>]*>`, "g"))].find(([opening]) => opening.includes(having));
  if (!found) throw new Error(`no <${name}> with ${having} in ${html}`);
  return found[0];
}

/** Every id that something on the page refers to, and whether it is there. */
export function missingIds(html: string): string[] {
  const referred = [...html.matchAll(/(?:for|aria-describedby|aria-labelledby)="([^"]+)"/g)].flatMap(
    ([, ids]) => ids?.split(" ") ?? [],
  );
  return referred.filter((id) => !html.includes(`id="${id}"`));
}
