const LINE_ENDS = /\r\n?/g;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Text as it is counted and kept: one kind of line end, no blank edges. Browsers post CRLF for each line break. */
export function tidyText(text: string): string {
  return text.replace(LINE_ENDS, "\n").trim();
}

/** Characters as people count them: code points, so that an emoji or a rare character is one. */
export function countCharacters(text: string): number {
  return [...text].length;
}

/** Nothing that can be seen: empty, white space, zero-width characters. */
export function isBlank(text: string | null | undefined): boolean {
  return !text || !VISIBLE.test(text);
}

/** A text of n code points has between n and 2n units: most lengths are settled without counting. */
export function isTooLong(text: string | null, maximum: number): boolean {
  if (!text || text.length <= maximum) return false;
  const tidy = tidyText(text);
  return tidy.length > 2 * maximum || countCharacters(tidy) > maximum;
}
