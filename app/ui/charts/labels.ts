const LONGEST = 30;
/** Signs that turn the direction of what follows, or break the line. */
const UNRULY = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\p{Cc}]+/gu;

/** A label that fits beside a bar on a phone: Chinese signs count twice; an emoji of several signs is never cut. */
export function shortLabel(label: string, longest = LONGEST): string {
  const text = label.replace(UNRULY, " ").trim();
  let width = 0;
  let short = "";
  for (const { segment } of new Intl.Segmenter("zh", { granularity: "grapheme" }).segment(text)) {
    width += isWide(segment) ? 2 : 1;
    if (width > longest) return `${short}…`;
    short += segment;
  }
  return short;
}

function isWide(sign: string): boolean {
  return (sign.codePointAt(0) ?? 0) > 0x10ff;
}
