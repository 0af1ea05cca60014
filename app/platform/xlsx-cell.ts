/** How a spreadsheet shows a number: as it is, or as a day, a share, a code with zeros in front. */
export type NumberStyle = "plain" | "day" | "time" | "day_and_time" | "percent" | { digits: number };

const MINUTES = 24 * 60;
/** Days from the first day of the 1900 and the 1904 calendar of spreadsheets to 1970-01-01. */
const TO_1970 = 25_569;
const FROM_1900_TO_1904 = 1_462;
/** Spreadsheets believe in a 29 February 1900; serial numbers before it are one day off. */
const FIRST_RIGHT_SERIAL = 61;
const LAST_SERIAL = 2_958_465;

/** Formats that have no text in the file; 27 to 36 and 50 to 58 are days in Chinese, Japanese and Korean. */
export function builtInStyle(id: number): NumberStyle {
  if (id === 9 || id === 10) return "percent";
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return "day";
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) return "time";
  return id === 22 ? "day_and_time" : "plain";
}

/** What a format's own text stands for, such as yyyy"年"m"月" or 0.0%. */
export function styleOf(format: string): NumberStyle {
  const [first = ""] = format.split(";");
  const bare = first
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, "")
    .toLowerCase();
  if (/^0{2,}$/.test(bare)) return { digits: bare.length };
  if (bare.includes("%")) return "percent";
  const hasTime = /[hs]/.test(bare);
  const hasDay = /[yde]/.test(bare) || (bare.includes("m") && !hasTime);
  if (hasDay && !/general|#|0/.test(bare)) return hasTime ? "day_and_time" : "day";
  return hasTime && !/general|#/.test(bare) ? "time" : "plain";
}

/** The number as text: a day as 2026-01-31, never as a serial number; rounded as spreadsheets do, to fifteen digits. */
export function numberText(value: number, style: NumberStyle, { is1904 }: { is1904: boolean }): string {
  if (style === "percent") return `${plainText(value * 100)}%`;
  if (typeof style === "object" && Number.isInteger(value) && value >= 0)
    return plainText(value).padStart(style.digits, "0");
  if (typeof style === "object" || style === "plain") return plainText(value);
  const serial = is1904 ? value + FROM_1900_TO_1904 : value;
  if (serial < 0 || serial > LAST_SERIAL + 1) return plainText(value);
  return momentText(Math.round(serial * MINUTES), style);
}

function momentText(minutes: number, style: "day" | "time" | "day_and_time"): string {
  const serial = Math.floor(minutes / MINUTES);
  const rest = minutes % MINUTES;
  const time = `${pad(Math.floor(rest / 60))}:${pad(rest % 60)}`;
  if (style === "time" && serial < FIRST_RIGHT_SERIAL) return `${pad(Math.floor(minutes / 60))}:${pad(rest % 60)}`;
  const days = serial - TO_1970 + (serial < FIRST_RIGHT_SERIAL ? 1 : 0);
  const day = new Date(days * MINUTES * 60_000).toISOString().slice(0, 10);
  return style === "day" || rest === 0 ? day : `${day} ${time}`;
}

function plainText(value: number): string {
  const rounded = Number(value.toPrecision(15));
  if (Number.isInteger(rounded) && Math.abs(rounded) >= 1e15) return BigInt(rounded).toString();
  const text = String(rounded);
  return text.includes("e-") ? rounded.toFixed(20).replace(/0+$/, "") : text;
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}

/** 1 is A, 27 is AA. */
export function columnName(column: number): string {
  const rest = (column - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return column > 26 ? columnName((column - 1 - rest) / 26) + letter : letter;
}
