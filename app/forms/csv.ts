/** Control characters and broken surrogates, which no XML and no spreadsheet can hold. */
const UNSTORABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

export function storable(text: string): string {
  return text.replace(UNSTORABLE, "");
}

/** Opens as a formula in a spreadsheet: = + - @ and their full-width forms, also behind blanks, tabs or returns. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@＝＋－＠﹣−]|^[\t\r\n]/u;

/** A cell of a CSV file: text stays text in every spreadsheet, and quotes, commas and line ends are kept. */
export function csvCell(value: string | number): string {
  const text = typeof value === "number" ? String(value) : storable(value);
  const safe = typeof value === "string" && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
