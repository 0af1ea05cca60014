import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";

const folder = new URL("../../../app/ui/styles/", import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), "utf8");
const FILES = [
  "tokens",
  "base",
  "frame",
  "forms",
  "lists",
  "parts",
  "document",
  "comments",
  "words",
  "reading",
  "charts",
  "modes",
  "print",
].map((name) => `${name}.css`);

const standard = colours(read("tokens.css"));
const elder = { ...standard, ...colours(blockOf(read("modes.css"), "html.elder")) };
const highContrast = { ...standard, ...colours(blockOf(read("modes.css"), ":root")) };

const TEXT = ["ink", "ink-soft", "ink-faint", "kapok", "kapok-deep", "river", "amber", "red"];
const SURFACES = ["paper", "tint", "white"];
const MODES = { standard, elder, highContrast };

describe.each(Object.entries(MODES))("colours in %s mode", (_mode, palette) => {
  it.each(TEXT.flatMap((text) => SURFACES.map((surface) => [text, surface] as const)))(
    "lets %s be read on %s",
    (text, surface) => {
      expect(contrast(palette[text], palette[surface])).toBeGreaterThanOrEqual(4.5);
    },
  );

  it("lets white be read on buttons and on what is overdue", () => {
    for (const ground of ["kapok", "kapok-deep", "red"])
      expect(contrast("#ffffff", palette[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it("lets added text be read on its tint, and shows the edges of fields", () => {
    expect(contrast(palette.river, palette["river-tint"])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette["rule-strong"], palette.paper)).toBeGreaterThanOrEqual(3);
  });
});

describe("the stylesheet", () => {
  it("stays under 20 kB as it is sent", () => {
    expect(gzipSync(FILES.map(read).join("")).length).toBeLessThan(20_000);
  });

  it("brings in every file of its folder and nothing from elsewhere", () => {
    const all = readFileSync(new URL("../styles.css", folder), "utf8");
    expect([...all.matchAll(/@import "\.\/styles\/(.+?)"/g)].map(([, file]) => file)).toEqual(FILES);
    expect(FILES.map(read).join("")).not.toMatch(/url\(|https?:/);
  });

  it("has no gradients", () => {
    expect(FILES.map(read).join("")).not.toContain("gradient");
  });
});

function colours(css: string): Record<string, string> {
  return Object.fromEntries(
    [...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6});/g)].map(([, name, value]) => [name, value]),
  );
}

function blockOf(css: string, selector: string): string {
  const start = css.indexOf(`${selector} {`);
  return css.slice(start, css.indexOf("}", start));
}

/** WCAG 2.2, contrast ratio. */
function contrast(a = "", b = ""): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const digits = colour.length === 4 ? colour.slice(1).replace(/./g, "$&$&") : colour.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const channel = parseInt(digits.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
