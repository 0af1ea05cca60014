import type { Reason } from "~/platform/refusal";
import { because } from "./reasons";
import { hitKey, type Hit } from "./screened-term";

export const CHECK_KINDS = ["secrecy", "personal"] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

/** 初审、复审、终审: who prepared and sent it, who passed it, who signs it. */
export const STAGES = ["first", "second", "final"] as const;
export type Stage = (typeof STAGES)[number];

/** What a sheet is about: a part of a subject, such as { kind: "consultation", id: its slug, part: "draft" }. */
export interface SheetSubject {
  kind: string;
  id: string;
  part: string;
}

export interface CheckFacts {
  kind: CheckKind;
  isCleared: boolean;
  textDigest: string;
  byId: string;
}

export interface OutsideFacts {
  textDigest: string;
  failure: string | null;
}

export interface SheetFacts {
  /** Of the text as it stands now. */
  textDigest: string;
  /** Who sent it to review; null before that. */
  submittedById: string | null;
  /** The latest of each kind. */
  checks: readonly CheckFacts[];
  hits: readonly Hit[];
  /** Keys of hits that may stand, each with its reason. */
  overridden: ReadonlySet<string>;
  /** Null when no outside checker is set. */
  outside: { last: OutsideFacts | null } | null;
  /** Paper signatures that nobody has verified or refused yet. */
  waitingPapers: number;
}

/** The key under which a failed outside check may be passed over with a reason. */
export function failureKey(textDigest: string): string {
  return `outside-failed:${textDigest}`;
}

/**
 * Every reason why what the sheet is about cannot be signed: 保密审查 by somebody other than the sender (保守国家秘密法,
 * 政府信息公开条例 第十七条: 先审查、后公开), 个人信息审查 (个人信息保护法 第二十五条), each hit of the word check put right or
 * given a reason (三审三校), the outside checker asked where one is set. A check of another text does not count.
 */
export function sheetRefusals(facts: SheetFacts): Reason[] {
  const open = openHits(facts);
  return [
    ...checkReasons("secrecy", facts),
    ...checkReasons("personal", facts),
    ...outsideReasons(facts),
    ...(open.length > 0 ? [because("hits_open", undefined, { count: open.length })] : []),
    ...(facts.waitingPapers > 0 ? [because("paper_waits", undefined, { count: facts.waitingPapers })] : []),
  ];
}

const STANDING: ReadonlySet<string> = new Set([
  "secrecy_not_cleared",
  "secrecy_check_same_person",
  "personal_not_cleared",
  "paper_waits",
]);

/** Stops the signature even where the sheet is not compulsory: a review that said no, a paper that nobody has verified. */
export function isStanding({ code }: Reason): boolean {
  return STANDING.has(code);
}

/** The hits that still need a reason. */
export function openHits({ hits, overridden }: Pick<SheetFacts, "hits" | "overridden">): Hit[] {
  return hits.filter((hit) => !overridden.has(hitKey(hit)));
}

const CHECK_REASONS = {
  secrecy: ["secrecy_check_missing", "secrecy_check_outdated", "secrecy_not_cleared"],
  personal: ["personal_check_missing", "personal_check_outdated", "personal_not_cleared"],
} as const;

function checkReasons(kind: CheckKind, { checks, textDigest, submittedById }: SheetFacts): Reason[] {
  const [missing, outdated, notCleared] = CHECK_REASONS[kind];
  const check = checks.find((one) => one.kind === kind);
  if (!check) return [because(missing)];
  if (check.textDigest !== textDigest) return [because(outdated)];
  if (!check.isCleared) return [because(notCleared)];
  return kind === "secrecy" && check.byId === submittedById ? [because("secrecy_check_same_person")] : [];
}

function outsideReasons({ outside, textDigest, overridden }: SheetFacts): Reason[] {
  if (!outside) return [];
  if (!outside.last || outside.last.textDigest !== textDigest) return [because("outside_check_missing")];
  const isPassedOver = outside.last.failure === null || overridden.has(failureKey(textDigest));
  return isPassedOver ? [] : [because("outside_check_failed")];
}
