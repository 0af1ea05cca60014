import { accountIdOf, type Actor } from "~/accounts/actor";
import { claimUploads } from "~/attachments/keep-attachments.server";
import { plainDateOf, type PlainDate } from "~/calendar/plain-date";
import type { Deps, Tx } from "~/platform/db.server";
import { randomSalt } from "~/platform/ids.server";
import { receiptCode } from "~/platform/receipt-code.server";
import { refuseAsNotFound, requireNone } from "~/platform/refusal";
import { digest } from "~/timeline/chain.server";
import { transact, type NewEvent } from "~/timeline/transact.server";
import { receiptHash } from "~/receipts/receipt.server";
import { postRefusals, statedDayRefusals, type Channel, type Stance, type Submitter } from "./comment";
import { findByKey, insertComments, nextCommentNumbers, type NewComment } from "./arrival-store.server";
import { refusals } from "./consultation";
import { findAndLock, findClauses, type ConsultationRecord } from "./consultation-store.server";
import { mayAct } from "./permissions";
import { wordsOf } from "./receive-comments.server";
import { quoteSentences, splitSentences } from "~/wording/sentences";

export interface EnterInput {
  slug: string;
  channel: Extract<Channel, "letter" | "phone" | "email" | "meeting">;
  /** The day on the letter, of the call or the meeting; recorded beside, never instead of, the time of entry. */
  statedOn: PlainDate;
  clause: string | null;
  from: number | null;
  to: number | null;
  stance: Stance | null;
  body: string;
  suggestion: string | null;
  submitter: Submitter;
  name: string | null;
  contact: string | null;
  publish: boolean;
  uploads: string[];
  /** Made by the form's page: the same key for the same consultation is the same comment. */
  key?: string | null;
}

/**
 * An officer enters what came on paper, by phone, by mail or in a meeting. It gets a receipt like any other comment,
 * and a form that was sent twice gets the same one.
 */
export function enterComment(actor: Actor, input: EnterInput, deps: Deps): Promise<{ number: number; code: string }> {
  const key = input.key ? `${input.slug}:entry:${input.key}` : null;
  return transact(deps, async (tx, record) => {
    const consultation = await findAndLock(tx, deps.db.engine, input.slug, "share");
    if (!consultation || !mayAct(actor, "enter_comment", consultation)) throw refuseAsNotFound();
    const before = key ? await findByKey(tx, key) : null;
    if (before) return { number: before.number, code: receiptCode(before.number) };
    const texts = await clauseTexts(tx, consultation);
    requireNone([
      ...refusals("enter_comment", consultation, actor, deps.now),
      ...postRefusals(input, new Map([...texts].map(([id, text]) => [id, splitSentences(text).length]))),
      ...statedDayRefusals(input.statedOn, plainDateOf(deps.now)),
    ]);
    const quote = quoteOf(input, texts);
    const entry = { ...input, quote, key };
    const { number, isNew } = await storeEntered(tx, record, { actor, consultation, entry, deps });
    if (isNew) await claimUploads(tx, input.uploads, { commentNumber: number }, deps.now);
    return { number, code: receiptCode(number) };
  });
}

export interface Entry {
  channel: Channel;
  statedOn: PlainDate;
  clause: string | null;
  from: number | null;
  to: number | null;
  quote: string | null;
  stance: Stance | null;
  body: string;
  suggestion: string | null;
  submitter: Submitter;
  name: string | null;
  contact: string | null;
  publish: boolean;
  key?: string | null;
}

/** Stores a comment that staff entered, with its event; the event's `happenedOn` is the stated day. */
export async function storeEntered(
  tx: Tx,
  record: (event: NewEvent) => void,
  { actor, consultation, entry, deps }: { actor: Actor; consultation: ConsultationRecord; entry: Entry; deps: Deps },
): Promise<{ number: number; isNew: boolean }> {
  const [number] = (await nextCommentNumbers(tx, deps.db.engine, 1)) as [number];
  const { body, suggestion, name, contact, channel, statedOn, stance, submitter } = entry;
  const comment: NewComment = {
    number,
    consultationId: consultation.id,
    draftId: consultation.draftId,
    clauseId: entry.clause,
    sentenceFrom: entry.from,
    sentenceTo: entry.to ?? entry.from,
    quote: entry.quote,
    stance: consultation.askStance ? stance : null,
    ...{ body, suggestion, submitter, name, contact, channel, statedOn },
    language: "zh-CN",
    accountId: null,
    consentsToPublish: entry.publish,
    enteredById: accountIdOf(actor),
    receivedAt: deps.now,
    receiptHash: receiptHash(receiptCode(number)),
    salt: randomSalt(),
    review: "pending",
    key: entry.key ?? null,
  };
  // Two identical forms at once: the unique key let one through, and this is the other.
  if ((await insertComments(tx, [comment])) === 0) {
    return { number: (await findByKey(tx, entry.key!))!.number, isNew: false };
  }
  record({
    kind: "comment.entered",
    subject: { kind: "comment", id: String(number) },
    actor,
    happenedOn: statedOn,
    payload: {
      consultation: consultation.slug,
      channel,
      stance,
      submitter,
      digest: digest(comment.salt, wordsOf(comment)),
    },
  });
  return { number, isNew: true };
}

async function clauseTexts(tx: Tx, { draftId }: ConsultationRecord): Promise<Map<string, string>> {
  const clauses = draftId ? await findClauses(tx, draftId) : [];
  return new Map(clauses.map(({ clauseId, text }) => [clauseId, text]));
}

function quoteOf({ clause, from, to }: EnterInput, texts: Map<string, string>): string | null {
  const text = clause === null ? undefined : texts.get(clause);
  return text !== undefined && from !== null ? (quoteSentences(text, from, to ?? from) ?? null) : null;
}
