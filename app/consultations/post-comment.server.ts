import { accountIdOf, type Actor } from "~/accounts/actor";
import { claimUploads } from "~/attachments/keep-attachments.server";
import type { Language } from "~/i18n/language";
import { channelFor } from "~/notifications/notice";
import { queueNotice } from "~/notifications/queue-notice.server";
import type { Deps, Tx } from "~/platform/db.server";
import { randomSalt } from "~/platform/ids.server";
import { env } from "~/platform/env.server";
import { receiptCode } from "~/platform/receipt-code.server";
import { refuseAsNotFound, requireNone } from "~/platform/refusal";
import type { SqlTx } from "~/platform/sql-transaction.server";
import { digest } from "~/timeline/chain.server";
import { canonicalJson } from "~/timeline/event";
import { transact, transactSql, type NewEvent } from "~/timeline/transact.server";
import { receiptHash } from "~/receipts/receipt.server";
import { postRefusals, type Stance, type Submitter } from "./comment";
import {
  findByKey,
  insertComment,
  openTarget,
  type CommentTarget,
  type KeyedComment,
  type NewComment,
} from "./comment-store.server";
import { changesBy, isPublic, refusals, transitionOf } from "./consultation";
import { changeConsultation, findAndLock } from "./consultation-store.server";
import { quoteSentences, splitSentences } from "~/wording/sentences";

export interface CommentInput {
  slug: string;
  clause: string | null;
  /** Numbers of the first and last sentence meant, from 1. The quote is taken from the draft, never from a form. */
  from: number | null;
  to: number | null;
  stance: Stance | null;
  body: string;
  suggestion: string | null;
  submitter: Submitter;
  name: string | null;
  contact: string | null;
  /** Consent to publication of the words; no answer is no. */
  publish: boolean;
  /** Made by the form's page: the same key for the same consultation is the same comment. */
  key: string | null;
  /** Ids of files set aside by `stageUploads`. */
  uploads: string[];
  language: Language;
}

export interface Receipt {
  number: number;
  code: string;
  /** Whether these very words are what the receipt is for: only then may this browser read them. */
  isOwn: boolean;
}

/**
 * Takes a comment from the public. The answer comes only after the commit is durable. `deps.now` is the instant the
 * request arrived: a comment sent at 23:59:59 of the last day is in time, however long the queue (民法典 第二百零三条).
 * Refusals: `not_found` (404); not open, too long, unknown clause, files that are gone (422).
 */
export async function postComment(actor: Actor, input: CommentInput, deps: Deps): Promise<Receipt> {
  const post = { actor, input, key: input.key && `${input.slug}:${input.key}`, deps };
  const taken = await transactSql(deps, (tx, record) => receive(tx, record, post));
  return taken ?? transact(deps, (tx, record) => receiveAlone(tx, record, post));
}

interface Post {
  actor: Actor;
  input: CommentInput;
  key: string | null;
  deps: Deps;
}

type Recorder = (event: NewEvent) => void;

/**
 * Null when the post must change the consultation itself and has no way to: then it must hold it alone, because those
 * who share it would wait for each other.
 */
async function receive(
  tx: SqlTx,
  record: Recorder,
  post: Post,
  reopen?: (target: CommentTarget) => Promise<void>,
): Promise<Receipt | null> {
  const { actor, input, key, deps } = post;
  const target = await openTarget(tx, deps.db.engine, { slug: input.slug, clauseId: input.clause, key });
  if (!target || !isPublic(target, deps.now)) throw refuseAsNotFound();
  if (key && target.existingNumber !== null) return receiptOf((await findByKey(tx, key))!, input);

  requireNone([...refusals("post", target, actor, deps.now), ...postRefusals(input, sentenceCounts(input, target))]);
  const reopens = transitionOf("post", target, deps.now)?.to != null;
  if (reopens && !reopen) return null;

  const code = receiptCode(target.nextNumber);
  const comment = commentOf(post, target, code);
  // Two identical posts at once: the unique key let one through, and this is the other.
  if (!(await insertComment(tx, comment))) return receiptOf((await findByKey(tx, key!))!, input);
  await claimUploads(tx, input.uploads, { commentNumber: comment.number }, deps.now);
  await queueReceipt(tx, post, target);
  record(received(actor, comment, target));
  if (reopens) await reopen!(target);
  return { number: comment.number, code, isOwn: true };
}

async function receiveAlone(tx: Tx, record: Recorder, post: Post): Promise<Receipt> {
  await findAndLock(tx, post.deps.db.engine, post.input.slug, "update");
  return (await receive(tx, record, post, (target) => reopen(tx, record, post, target)))!;
}

function commentOf({ actor, input, key, deps }: Post, target: CommentTarget, code: string): NewComment {
  const { clause, from, body, suggestion, submitter, name, contact } = input;
  const to = input.to ?? from;
  const isQuoted = target.clauseText !== null && from !== null && to !== null;
  return {
    number: target.nextNumber,
    consultationId: target.id,
    draftId: target.draftId,
    clauseId: clause,
    sentenceFrom: from,
    sentenceTo: to,
    quote: isQuoted ? (quoteSentences(target.clauseText!, from, to) ?? null) : null,
    stance: target.askStance ? input.stance : null,
    ...{ body, suggestion, submitter, name, contact, language: input.language },
    accountId: accountIdOf(actor),
    consentsToPublish: input.publish,
    channel: "online",
    receivedAt: deps.now,
    key,
    receiptHash: receiptHash(code),
    salt: randomSalt(),
    review: "pending",
  };
}

function received(actor: Actor, comment: NewComment, { slug }: CommentTarget): NewEvent {
  const { number, channel, stance = null, submitter, salt } = comment;
  const payload = { consultation: slug, channel, stance, submitter, digest: digest(salt, wordsOf(comment)) };
  return { kind: "comment.received", subject: { kind: "comment", id: String(number) }, actor, payload };
}

/** All that a person said and left, in one text: what the digest in the timeline vouches for. */
export function wordsOf({
  body,
  suggestion,
  name,
  contact,
}: Pick<NewComment, "body" | "suggestion" | "name" | "contact">): string {
  return canonicalJson({ body, suggestion: suggestion ?? null, name: name ?? null, contact: contact ?? null });
}

function sentenceCounts({ clause, from, to }: CommentInput, { clauseText }: CommentTarget): Map<string, number> {
  if (clause === null || clauseText === null) return new Map();
  // Cutting a clause into sentences costs half as much as storing the comment, and most comments name none.
  const isAsked = from !== null || to !== null;
  return new Map([[clause, isAsked ? splitSentences(clauseText).length : 0]]);
}

/** Mail and short messages only: nobody is telephoned to be told that what they just sent has arrived. */
async function queueReceipt(tx: SqlTx, { input, deps }: Post, target: CommentTarget): Promise<void> {
  const { contact, language } = input;
  const channel = channelFor(contact, env().SMS_URL !== undefined);
  if (channel !== "email" && channel !== "sms") return;
  const number = target.nextNumber;
  const params = { number, slug: target.slug, title: target.title, unit: target.unitName };
  const subject = { kind: "comment", id: String(number) };
  await queueNotice(
    tx,
    { kind: "comment_received", contact, language, subject, unitCode: target.unitCode, params },
    deps.now,
  );
}

/** It was sent in time but stored after the outcome went to review: the outcome goes back, so that it is not silent. */
async function reopen(tx: Tx, record: Recorder, { actor, deps }: Post, target: CommentTarget): Promise<void> {
  await changeConsultation(tx, target, changesBy("post", target, actor, deps.now));
  record({
    kind: "consultation.outcome_returned",
    subject: { kind: "consultation", id: target.slug },
    actor: { kind: "system", name: "post" },
    payload: { version: target.version + 1, comment: target.nextNumber },
  });
}

function receiptOf(stored: KeyedComment, input: CommentInput): Receipt {
  const isOwn = wordsOf(stored) === wordsOf(input);
  return { number: stored.number, code: receiptCode(stored.number), isOwn };
}
