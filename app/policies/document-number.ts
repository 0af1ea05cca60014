import type { Reason } from "~/platform/refusal";
import { because } from "./reasons";

/** 政府令, 行政规范性文件 (文号 "××规"), anything else. The first two cannot go out without their interpretation. */
export const DOCUMENT_KINDS = ["government_order", "normative_document", "other"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Of one kind each, as they read after NFKC: what opens with one and closes with another was typed or read wrongly. */
const PAIRS = ["〔〕", "[]", "【】", "()", "{}", "<>"];
const YEAR_IN_BRACKETS = new RegExp(PAIRS.map(([opening, closing]) => `\\${opening}(\\d{4})年?\\${closing}`).join("|"));
const ORDER = /^(\p{Script=Han}{1,20}令)第?(\d{1,4})号$/u;
const LETTER = /^([\p{Script=Han}A-Z]{2,20})〔(\d{4})〕(\d{1,5})号$/u;
const MOST = 60;
const FIRST_YEAR = 1949;

/**
 * A document number in its one spelling: 穗府规〔2021〕18号, 粤府令第303号. Brackets of any kind become 〔〕, full-width
 * digits ASCII, blanks and the 第 that does not belong go (GB/T 9704-2012, 7.2.5). Null when it is none.
 */
export function normaliseDocumentNumber(typed: string): string | null {
  const plain = typed.normalize("NFKC").replace(/\s+/g, "").toUpperCase();
  if (plain.length > MOST) return null;
  const order = ORDER.exec(plain);
  if (order) return `${order[1]}第${order[2]}号`;
  const bracketed = plain
    .replace(YEAR_IN_BRACKETS, (bracketing) => `〔${/\d{4}/.exec(bracketing)?.[0]}〕`)
    .replace(/〕第(?=\d)/, "〕");
  return LETTER.test(bracketed) ? bracketed : null;
}

/**
 * Why a document number cannot be kept, at its field. Broken brackets are named as such, because that is what happens
 * when a number is typed from paper; a number with noughts in front would sort and search as another one.
 */
export function documentNumberRefusals(typed: string, thisYear: number): Reason[] {
  const field = "documentNumber";
  const normal = normaliseDocumentNumber(typed);
  if (normal === null) return [because(hasBrokenBrackets(typed) ? "number_brackets" : "number_form", field)];
  const [, , year, serial] = LETTER.exec(normal) ?? [null, null, null, ORDER.exec(normal)?.[2]];
  if (serial?.startsWith("0")) return [because("number_padded", field)];
  if (year && (Number(year) < FIRST_YEAR || Number(year) > thisYear)) return [because("number_year", field, { year })];
  return [];
}

/** A number of a year to come is a slip, or back-dating from the other side. */
export function numberYearRefusals(documentNumber: string | null, thisYear: number): Reason[] {
  return documentNumber === null ? [] : documentNumberRefusals(documentNumber, thisYear);
}

/** What the number says of the kind: 政府令 and ××规 give it away; null when it says nothing. */
export function kindOfNumber(documentNumber: string): DocumentKind | null {
  if (/政府令|府令/.test(documentNumber)) return "government_order";
  return /规(?:字)?〔/.test(documentNumber) ? "normative_document" : null;
}

/**
 * Whether interpretation is compulsory and simultaneous: 政府规章 (文号“政府令”) and 行政规范性文件 (文号“××规”).
 * 广州市政策文件解读工作实施办法 (穗府办函〔2017〕313号) 第三条.
 */
export function isInterpretationCompulsory(document: {
  documentKind: DocumentKind;
  documentNumber: string | null;
}): boolean {
  if (document.documentKind !== "other") return true;
  return document.documentNumber !== null && kindOfNumber(document.documentNumber) !== null;
}

function hasBrokenBrackets(typed: string): boolean {
  const plain = typed.normalize("NFKC");
  const count = (side: 0 | 1) => [...plain].filter((sign) => PAIRS.some((pair) => pair[side] === sign)).length;
  const [opened, closed] = [count(0), count(1)];
  const isMixed = opened === 1 && closed === 1 && !YEAR_IN_BRACKETS.test(plain.replace(/\s+/g, ""));
  return opened !== closed || opened > 1 || isMixed || (opened === 0 && /(19|20)\d{2}/.test(plain));
}
