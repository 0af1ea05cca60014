export const PERSONAL_DATA_KINDS = ["phone", "id_number", "plate", "address", "email", "bank_card"] as const;

export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number];

/** What was found, as positions in the text that was given. */
export interface PersonalData {
  kind: PersonalDataKind;
  from: number;
  to: number;
}

export interface Masked {
  masked: string;
  found: PersonalData[];
}

const DIGIT = "[0-9０-９]";
const NUMERAL = "[0-9０-９一二三四五六七八九十百零〇]";
/** Between digits people write spaces and dashes of any width, or none. */
const GAP = "[ \\u00A0\\u3000\\-－‐–—]{0,2}";
const NOT_AFTER_DIGIT = "(?<![0-9０-９.．])";
const NOT_BEFORE_DIGIT = "(?![0-9０-９])";
const NOT_AFTER_CODE = "(?<![0-9０-９A-Za-z.．])";

const PROVINCES = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼港澳使领]";
const PLATE_CHARACTER = "[A-HJ-NP-Za-hj-np-zＡ-Ｚ0-9０-９]";
/** Long roads are told apart by their part: 江南大道中, 工业大道北. */
const STREET = "(?:(?:大道|大街|胡同|[路街巷弄坊])[东西南北中]?|(?<![这那哪公家心手])里)";

/** A birth date in the middle tells an identity number in groups from a row of amounts. */
const ID_WITH_BIRTH_DATE = `[1-9１-９]${digits(5)}${GAP}(?:[1１]${GAP}[89８９]|[2２]${GAP}[0０])${digits(2)}${GAP}[01０１]${digits(1)}${GAP}[0-3０-３]${digits(1)}${digits(3)}${GAP}[0-9０-９XxＸｘ]`;
const ID_IN_ONE = `[1-9１-９]${DIGIT}{14}(?:${DIGIT}{2}[0-9０-９XxＸｘ])?`;
const BANK_CARD = `[3-6３-６]${digits(15)}(?:${GAP}${DIGIT}){0,3}`;
const MOBILE = `(?:(?:00|００|[+＋])?[8８]${GAP}[6６]${GAP})?[1１]${GAP}[3-9３-９]${digits(9)}`;
const LANDLINE = `[(（]?[0０]${DIGIT}{2,3}[)）]?${GAP}[2-8２-８]${digits(6)}(?:${GAP}${DIGIT})?`;
/** Seven or eight digits without area code are a phone number only where the words before say so. */
const LOCAL_NUMBER = `(?<=(?:电话|联系|致电|座机|号码)[^0-9０-９\\n〔［[(（第]{0,6})[2-8２-８]${digits(6)}(?:${GAP}${DIGIT})?`;
const PLATE = `${PROVINCES}[A-Za-zＡ-Ｚ](?=[A-Za-z ·•・.．-]{0,8}[0-9０-９])[ ·•・.．-]?(?:${PLATE_CHARACTER}{5,6}|${PLATE_CHARACTER}{4}[港澳学警挂])(?![A-Za-z0-9０-９])`;
const STREET_NUMBER = `${NUMERAL}{1,6}(?:[-－之]${NUMERAL}{1,4})?号`;
const ROOM = `(?:\\p{Script=Han}{0,8}?[0-9０-９A-Za-z一二三四五六七八九十]{1,4}(?:栋|幢|座|楼|单元|梯|门)){0,3}(?:[0-9０-９A-Za-z一二三四五六七八九十]{1,5}(?:室|房|号|户|单元|楼|层)?){0,2}`;
const ADDRESS = `\\p{Script=Han}{1,12}?${STREET}(?:\\p{Script=Han}{0,6}?${STREET})?${STREET_NUMBER}(?!文|令|线)(?:大?院)?${ROOM}`;

/**
 * In this order, longer numbers first: a bank card holds a phone number's digits, an identity number a date. Every
 * repetition is bounded and none stands inside an unbounded one, so that hostile text costs linear time.
 */
const PATTERNS: readonly (readonly [PersonalDataKind, RegExp])[] = [
  ["email", /(?<![\w.%+-])[\w.%+-]{1,64}[@＠][\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g],
  ["id_number", new RegExp(`${NOT_AFTER_CODE}${ID_WITH_BIRTH_DATE}${NOT_BEFORE_DIGIT}`, "g")],
  ["id_number", new RegExp(`${NOT_AFTER_CODE}${ID_IN_ONE}(?![0-9０-９A-Za-z])`, "g")],
  ["bank_card", new RegExp(`${NOT_AFTER_CODE}${BANK_CARD}${NOT_BEFORE_DIGIT}`, "g")],
  ["phone", new RegExp(`${NOT_AFTER_DIGIT}${MOBILE}${NOT_BEFORE_DIGIT}`, "g")],
  ["phone", new RegExp(`${NOT_AFTER_DIGIT}${LANDLINE}${NOT_BEFORE_DIGIT}`, "g")],
  ["phone", new RegExp(`${LOCAL_NUMBER}${NOT_BEFORE_DIGIT}`, "g")],
  ["plate", new RegExp(PLATE, "g")],
  ["address", new RegExp(ADDRESS, "gu")],
];

const MASK = "*";
const VISIBLE_START = 3;
const VISIBLE_END = 2;
/** Of an address the street stays, the house goes. */
const HOUSE = new RegExp(`(?<=${STREET})${STREET_NUMBER}.{0,80}$`, "u");

/**
 * Masks phone, identity, plate and bank-card numbers, addresses and mail addresses in a person's text (product rule:
 * before anyone but the handler sees it; 个人信息保护法 第六条). Finds what is written in full-width digits and with
 * spaces or dashes between them. Years, document numbers, amounts and public hotlines (12345) are left. It is a help
 * for the reviewer and not a proof: names and descriptions of people remain to be read.
 */
export function maskPersonalData(text: string): Masked {
  const found = findPersonalData(text);
  let masked = "";
  let at = 0;
  for (const { kind, from, to } of found) {
    masked += text.slice(at, from) + maskOne(kind, text.slice(from, to));
    at = to;
  }
  return { masked: masked + text.slice(at), found };
}

/**
 * A name as the public may see it. A Chinese name keeps its first character (欧阳明 → 欧**), a name in other letters
 * its first letter (Smith → S***); an organisation is shown in full.
 */
export function maskName(name: string, options: { isOrganisation?: boolean } = {}): string {
  const trimmed = name.trim();
  if (options.isOrganisation || trimmed === "") return trimmed;
  const [first = "", ...others] = [...trimmed.replace(/\s+/g, "")];
  if (!/\p{Script=Han}/u.test(first)) return `${first}***`;
  return first + MASK.repeat(Math.max(1, others.length));
}

/** The check character of an 18-digit identity number (GB 11643): a hint to the reviewer, since people mistype. */
export function hasValidIdChecksum(idNumber: string): boolean {
  const plain = digitsOnly(idNumber);
  if (!/^\d{17}[\dX]$/.test(plain)) return false;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(plain[index]), 0);
  return "10X98765432"[sum % 11] === plain[17];
}

function findPersonalData(text: string): PersonalData[] {
  const found: PersonalData[] = [];
  let free = text;
  for (const [kind, pattern] of PATTERNS) {
    const hits = [...free.matchAll(pattern)].map((hit) => ({ kind, from: hit.index, to: hit.index + hit[0].length }));
    found.push(...hits);
    free = blank(free, hits);
  }
  return found.sort((a, b) => a.from - b.from);
}

/** What one pattern took is not offered to the next; the positions of the rest stay. */
function blank(text: string, hits: readonly PersonalData[]): string {
  let rest = "";
  let at = 0;
  for (const { from, to } of hits) {
    rest += text.slice(at, from) + "\n".repeat(to - from);
    at = to;
  }
  return rest + text.slice(at);
}

function maskOne(kind: PersonalDataKind, found: string): string {
  switch (kind) {
    case "email":
      return `${found.charAt(0)}***${found.slice(found.search(/[@＠]/))}`;
    case "plate":
      return found.slice(0, 2) + MASK.repeat(found.length - 2);
    case "address":
      return found.replace(HOUSE, "***");
    default:
      return maskMiddle(found);
  }
}

function maskMiddle(found: string): string {
  const hidden = Math.max(4, found.length - VISIBLE_START - VISIBLE_END);
  return found.slice(0, VISIBLE_START) + MASK.repeat(hidden) + found.slice(-VISIBLE_END);
}

function digitsOnly(number: string): string {
  return number
    .normalize("NFKC")
    .replace(/[\s\-–—‐]/g, "")
    .toUpperCase();
}

/** So many further digits, each with an optional gap before it. */
function digits(count: number): string {
  return `(?:${GAP}${DIGIT}){${count}}`;
}
