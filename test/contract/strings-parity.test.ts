import { describe, expect, it } from "vitest";

type Module = Record<string, unknown>;

const chinese = import.meta.glob<Module>("../../app/i18n/zh-CN/*.ts", { eager: true });
const english = import.meta.glob<Module>("../../app/i18n/en/*.ts", { eager: true });
const files = Object.keys(chinese)
  .map((path) => path.slice(path.lastIndexOf("/") + 1))
  .filter((file) => !file.startsWith("desk-")); // staff pages are in Chinese only

const of = (modules: Record<string, Module>, language: string, file: string) =>
  modules[`../../app/i18n/${language}/${file}`] ?? {};

/** Every text of a table by its path; a function counts as what its source says. */
function texts(table: unknown, path = ""): [string, string][] {
  if (typeof table === "string" || typeof table === "function") return [[path, String(table)]];
  return Object.entries(table ?? {}).flatMap(([key, value]) => texts(value, path ? `${path}.${key}` : key));
}

const places = (text: string) => [...text.matchAll(/(?<!\$)\{(\w+)\}/g)].map(([, name]) => name).sort();

describe("public texts in two languages", () => {
  it("has the same tables in English as in Chinese", () => {
    const names = Object.keys(english).map((path) => path.slice(path.lastIndexOf("/") + 1));
    expect(names.sort()).toEqual([...files].sort());
  });

  it.each(files)("has every text of %s in English too, and no other", (file) => {
    const paths = (modules: Record<string, Module>, language: string) =>
      texts({ ...of(modules, language, file) })
        .map(([path]) => path)
        .sort();
    expect(paths(english, "en")).toEqual(paths(chinese, "zh-CN"));
  });

  it.each(files)("leaves no text of %s empty or untranslated", (file) => {
    const untranslated = texts({ ...of(english, "en", file) }).filter(
      ([path, text]) => /\p{Script=Han}/u.test(text) && path !== "site.nav.otherLanguage",
    );
    expect(untranslated).toEqual([]);
  });

  it.each(files)("asks in %s for the same facts in both languages", (file) => {
    const source = new Map(texts({ ...of(chinese, "zh-CN", file) }));
    for (const [path, text] of texts({ ...of(english, "en", file) })) {
      const original = source.get(path) ?? "";
      const isTemplate = places(text).length > 0 && places(original).length > 0 && !`${text}${original}`.includes("=>");
      if (isTemplate) expect({ path, places: places(text) }).toEqual({ path, places: places(original) });
    }
  });
});
