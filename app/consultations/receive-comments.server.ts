import { accountIdOf, type Actor } from "~/accounts/actor";
import { claimUploads } from "~/attachments/keep-attachments.server";
import type { Language } from "~/i18n/language";
import { channelFor } from "~/notifications/notice";
import { queueNotice } from "~/notifications/queue-notice.server";
import type { Database, Deps } from "~/platform/db.server";
import { randomSalt } from "~/platform/ids.server";
import { env } from "~/platform/env.server";
import { receiptCode } from "~/platform/receipt-code.server";
import { refuseAsNotFound, requireNone, type Reason } from "~/platform/refusal";
import type { SqlTx } from "~/platform/sql-transaction.server";
import { digest } from "~/timeline/chain.server";
import { canonicalJson } from "~/timeline/event";
import type { NewEvent } from "~/timeline/transact.server";
import { receiptHash } from "~/receipts/receipt.server";
import { quoteSentences, splitSentences } from "~/wording/sentences";
import { postRefusals, type Stance, type Submitter } from "./comment";
import {
  findByKey,
  findByKeys,
  insertComments,
  nextCommentNumbers,
  openTarget,
  type CommentTarget,
  type KeyedComment,
  type NewComment,
} from "./arrival-store.server";
import { isPublic, refusals, transitionOf } from "./consultation";

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

export interface Post {
  actor: Actor;
  input: CommentInput;
  key: string | null;
  deps: Deps;
}

/** Null when the post must change the consultation itself and has no way to. */
export type Answer = Receipt | null;
export type Recorder = (event: NewEvent) => void;

export interface Taken {
  post: Post;
  target: CommentTarget;
  comment: NewComment;
}

/**
 * Decides on the posts in their order and stores what is taken. A refusal is of one post; a throw leaves nothing of any.
 * Without `reopen`, a post that must change its consultation is not taken.
 */
export async function receive(
  tx: SqlTx,
  record: Recorder,
  posts: Post[],
  reopen?: (taken: Taken) => Promise<void>,
): Promise<PromiseSettledResult<Answer>[]> {
  const { engine } = posts[0]!.deps.db;
  const targets = await openTargets(tx, engine, posts);
  const keyed = await findByKeys(tx, keysOf(posts));
  const numbers = await nextCommentNumbers(tx, engine, posts.length);
  const burst: Burst = { targets, keyed, numbers, taken: [], mayReopen: reopen !== undefined };
  const answers = posts.map((post) => settled(() => decide(post, burst)));
  const { taken } = burst;
  const comments = taken.map(({ comment }) => comment);
  if ((await insertComments(tx, comments)) < comments.length) return [await sentTwice(tx, posts)];
  for (const { post, target, comment } of taken) {
    await claimUploads(tx, post.input.uploads, { commentNumber: comment.number }, post.deps.now);
    await queueReceipt(tx, post, target, comment.number);
    record(received(post.actor, comment, target));
    if (isReopening(post, target)) await reopen!({ post, target, comment });
  }
  return answers;
}

interface Burst {
  targets: Map<string, CommentTarget | null>;
  /** Those that exist, and those taken from this burst. */
  keyed: Map<string, KeyedComment>;
  numbers: number[];
  taken: Taken[];
  mayReopen: boolean;
}

function decide(post: Post, { targets, keyed, numbers, taken, mayReopen }: Burst): Answer {
  const { input, key, deps } = post;
  const target = targets.get(input.slug);
  if (!target || !isPublic(target, deps.now)) throw refuseAsNotFound();
  const earlier = key !== null && keyed.get(key);
  if (earlier) return receiptOf(earlier, input);
  requireNone(refusalsOf(post, target));
  if (isReopening(post, target) && !mayReopen) return null;
  const number = numbers[taken.length]!;
  const code = receiptCode(number);
  const comment = commentOf(post, target, number, code);
  if (key !== null) keyed.set(key, comment);
  taken.push({ post, target, comment });
  return { number, code, isOwn: true };
}

/** Another process let the same post through meanwhile: the unique key tells. Which of many it was, each finds out alone. */
async function sentTwice(tx: SqlTx, posts: Post[]): Promise<PromiseSettledResult<Answer>> {
  const [{ key, input }] = posts as [Post];
  if (posts.length > 1) throw new Error("One of the posts was taken by another process");
  return { status: "fulfilled", value: receiptOf((await findByKey(tx, key!))!, input) };
}

/** Each consultation once, in one order everywhere, so that two bursts do not wait for each other. */
async function openTargets(
  tx: SqlTx,
  engine: Database["engine"],
  posts: Post[],
): Promise<Map<string, CommentTarget | null>> {
  const targets = new Map<string, CommentTarget | null>();
  for (const slug of [...new Set(posts.map(({ input }) => input.slug))].sort()) {
    const clauses = posts.flatMap(({ input }) => (input.slug === slug && input.clause !== null ? [input.clause] : []));
    targets.set(slug, await openTarget(tx, engine, { slug, clauseIds: [...new Set(clauses)] }));
  }
  return targets;
}

function keysOf(posts: Post[]): string[] {
  return posts.flatMap(({ key }) => (key === null ? [] : [key]));
}

function refusalsOf({ actor, input, deps }: Post, target: CommentTarget): Reason[] {
  return [...refusals("post", target, actor, deps.now), ...postRefusals(input, sentenceCounts(input, target))];
}

function isReopening({ deps }: Post, target: CommentTarget): boolean {
  return transitionOf("post", target, deps.now)?.to != null;
}

function settled<T>(decide: () => T): PromiseSettledResult<T> {
  try {
    return { status: "fulfilled", value: decide() };
  } catch (reason) {
    return { status: "rejected", reason };
  }
}

function commentOf({ actor, input, key, deps }: Post, target: CommentTarget, number: number, code: string): NewComment {
  const { clause, from, body, suggestion, submitter, name, contact, language } = input;
  const to = input.to ?? from;
  const text = clause === null ? undefined : target.clauseTexts.get(clause);
  const isQuoted = text !== undefined && from !== null && to !== null;
  return {
    number,
    consultationId: target.id,
    draftId: target.draftId,
    clauseId: clause,
    sentenceFrom: from,
    sentenceTo: to,
    quote: isQuoted ? (quoteSentences(text, from, to) ?? null) : null,
    stance: target.askStance ? input.stance : null,
    ...{ body, suggestion, submitter, name, contact, language },
    accountId: accountIdOf(actor),
    consentsToPublish: input.publish,
    channel: "online",
    statedOn: null,
    enteredById: null,
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

function sentenceCounts({ clause, from, to }: CommentInput, { clauseTexts }: CommentTarget): Map<string, number> {
  const text = clause === null ? undefined : clauseTexts.get(clause);
  if (clause === null || text === undefined) return new Map();
  // Cutting a clause into sentences costs half as much as storing the comment, and most comments name none.
  const isAsked = from !== null || to !== null;
  return new Map([[clause, isAsked ? splitSentences(text).length : 0]]);
}

/** Mail and short messages only: nobody is telephoned to be told that what they just sent has arrived. */
async function queueReceipt(tx: SqlTx, { input, deps }: Post, target: CommentTarget, number: number): Promise<void> {
  const { contact, language } = input;
  const channel = channelFor(contact, env().SMS_URL !== undefined);
  if (channel !== "email" && channel !== "sms") return;
  const params = { number, slug: target.slug, title: target.title, unit: target.unitName };
  const subject = { kind: "comment", id: String(number) };
  await queueNotice(
    tx,
    { kind: "comment_received", contact, language, subject, unitCode: target.unitCode, params },
    deps.now,
  );
}

function receiptOf(stored: KeyedComment, input: CommentInput): Receipt {
  const isOwn = wordsOf(stored) === wordsOf(input);
  return { number: stored.number, code: receiptCode(stored.number), isOwn };
}
