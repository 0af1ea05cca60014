import { z } from "zod";
import { accountIdOf, isSamePerson, type Actor } from "~/accounts/actor";
import type { Tx } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { log } from "~/platform/log.server";
import { OutwardFailed, postJson } from "~/platform/outward.server";
import { Refused } from "~/platform/refusal";
import { digestOf, factsOf, type Reviewed } from "./read-sheet.server";
import { because } from "./reasons";
import { failureKey, type CheckKind } from "./release-sheet";
import { insertCheck, insertOutside, keepOverride } from "./review-store.server";
import { hitKey, MAX_TERM, type TextPart } from "./screened-term";

export interface CheckInput {
  kind: CheckKind;
  isCleared: boolean;
  note: string | null;
}

/**
 * Records 保密审查 or 个人信息审查 of the text as it stands. Refusals: `check_note_missing` when it is not cleared,
 * `secrecy_check_same_person` for whoever sent it, and for their deputy or principal.
 */
export async function keepCheck(
  tx: Tx,
  actor: Actor,
  reviewed: Reviewed,
  input: CheckInput,
  at: Date,
): Promise<{ check: string; isCleared: boolean }> {
  if (!input.isCleared && !input.note) throw new Refused([because("check_note_missing", "note")]);
  if (input.kind === "secrecy" && isSamePerson(actor, reviewed.submittedById)) {
    throw new Refused([because("secrecy_check_same_person")]);
  }
  const textDigest = digestOf(reviewed.parts);
  await insertCheck(tx, reviewed.subject, { ...input, textDigest, byId: accountIdOf(actor)!, at });
  return { check: input.kind, isCleared: input.isCleared };
}

/**
 * Lets hits stand, with the reason. Refusals: `hit_missing` when none is chosen, `override_reason_missing`, `hit_gone`
 * when one is no longer in the text.
 */
export async function overrideHits(
  tx: Tx,
  actor: Actor,
  reviewed: Reviewed,
  { hits, reason }: { hits: readonly string[]; reason: string },
  at: Date,
): Promise<{ overridden: number }> {
  if (hits.length === 0) throw new Refused([because("hit_missing", "hit")]);
  if (reason.trim() === "") throw new Refused([because("override_reason_missing", "reason")]);
  const facts = await factsOf(tx, reviewed);
  const known = new Set([...facts.hits.map(hitKey), failureKey(facts.textDigest)]);
  if (hits.some((hit) => !known.has(hit))) throw new Refused([because("hit_gone", "hit")]);
  for (const hit of hits) {
    await keepOverride(tx, reviewed.subject, { hit, reason: reason.trim(), byId: accountIdOf(actor)!, at });
  }
  return { overridden: hits.length };
}

const CHECK_WITHIN_MS = 10_000;
const MOST_ANSWER = 1024 * 1024;
const answer = z.object({ terms: z.array(z.string().min(1).max(MAX_TERM)).max(1000) });

export interface OutsideAnswer {
  terms: string[];
  /** `address`, `timeout`, `status`, `too_long`, `unreadable` or `unreachable`; null when it answered. */
  failure: string | null;
}

/** Asks the outside checker, before any transaction. A failure is an answer too: the sheet says it. Refusal: `outside_check_off`. */
export async function askOutside(parts: readonly TextPart[]): Promise<OutsideAnswer> {
  const { WORD_CHECK_URL: address, WORD_CHECK_ADDRESSES: allowed } = env();
  if (!address) throw new Refused([because("outside_check_off")]);
  try {
    const text = parts.map((part) => part.text).join("\n");
    const options = { timeoutMs: CHECK_WITHIN_MS, maxBytes: MOST_ANSWER, allowed };
    const parsed = answer.safeParse(await postJson(address, { text }, options));
    return parsed.success ? { terms: parsed.data.terms, failure: null } : { terms: [], failure: "unreadable" };
  } catch (error) {
    log().warn({ err: error }, "the outside checker of words failed");
    return { terms: [], failure: error instanceof OutwardFailed ? error.message : "unreachable" };
  }
}

/** Keeps what the outside checker answered to this text. */
export async function keepOutside(
  tx: Tx,
  actor: Actor,
  reviewed: Reviewed,
  { asked, ...found }: OutsideAnswer & { asked: readonly TextPart[] },
  at: Date,
): Promise<{ outside: string; found: number }> {
  const record = { ...found, textDigest: digestOf(asked), byId: accountIdOf(actor)!, at };
  await insertOutside(tx, reviewed.subject, record);
  return { outside: found.failure ?? "answered", found: found.terms.length };
}
