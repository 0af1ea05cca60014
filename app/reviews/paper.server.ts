import { accountIdOf, type Actor, type Person } from "~/accounts/actor";
import { personById } from "~/accounts/queries.server";
import { claimUploads } from "~/attachments/keep-attachments.server";
import { plainDateOf, type PlainDate } from "~/calendar/plain-date";
import type { Client, Deps, Tx } from "~/platform/db.server";
import { refuseAsNotFound, Refused, requireNone } from "~/platform/refusal";
import { enterPaperRefusals, isOfSubmission, settlePaperRefusals, type PaperAct } from "./paper-signature";
import type { Signers } from "./paper-signers.server";
import { because } from "./reasons";
import type { SheetSubject } from "./release-sheet";
import {
  findPaper,
  insertPaper,
  listPapers,
  listPapersVerifiedAt,
  listVerifiedPapers,
  listWaitingPapers,
  settlePaperRow,
  type PaperRecord,
} from "./review-store.server";

export interface PaperInput {
  act: PaperAct;
  signerId: string;
  number: string;
  statedOn: PlainDate;
  /** Ids of files set aside by `stageUploads`: the scan of the 发文稿纸 or 批示件. */
  uploads: string[];
}

/**
 * Enters a signature on paper with its scan, in the caller's transaction; it counts once another person verifies it.
 * Refusals: those of `enterPaperRefusals`.
 */
export async function enterPaper(
  tx: Tx,
  actor: Actor,
  subject: SheetSubject,
  input: PaperInput,
  { signers, now }: { signers: Signers; now: Date },
): Promise<{ paper: number; signer: string; act: PaperAct }> {
  const { uploads, ...paper } = input;
  const enteredById = accountIdOf(actor)!;
  requireNone(enterPaperRefusals({ ...paper, scans: uploads.length }, signers, actor, plainDateOf(now)));
  const id = await insertPaper(tx, { subject, ...paper, enteredById, enteredAt: now });
  await claimUploads(tx, uploads, { paperId: id }, now);
  return { paper: id, signer: paper.signerId, act: paper.act };
}

/** What a verified signature hands to the act it signs. */
export interface PaperSignOff {
  id: number;
  signer: Person;
  statedOn: PlainDate;
  /** Marks it as verified, in the transaction of the act. */
  settle: (tx: Tx) => Promise<void>;
}

/**
 * The waiting signature of this subject, to be verified by `actor`. Refusals: `not_found`, those of the two people,
 * `paper_before_submission` for what was entered before the text last went to review.
 */
export async function paperToVerify(
  actor: Actor,
  { id, submittedAt }: { id: number; submittedAt: Date | null },
  subject: SheetSubject,
  deps: Deps,
): Promise<PaperSignOff & { act: PaperAct }> {
  const paper = await waitingPaper(deps.db.client, actor, id, subject);
  if (!isOfSubmission(paper, submittedAt)) throw new Refused([because("paper_before_submission")]);
  const signer = await personById(deps, paper.signerId);
  if (!signer) throw new Refused([because("paper_signer_unknown")]);
  const data = { settledById: accountIdOf(actor)!, settledAt: deps.now, isVerified: true, reason: null };
  return {
    ...{ id, signer, statedOn: paper.statedOn, act: paper.act },
    settle: async (tx) => {
      if (!(await settlePaperRow(tx, id, data))) throw new Refused([because("paper_settled")]);
    },
  };
}

/** Sends back what does not agree with its scan. Refusal: `paper_reason_missing`, those of the two people. */
export async function refusePaper(
  tx: Tx,
  actor: Actor,
  { id, reason }: { id: number; reason: string },
  subject: SheetSubject,
  now: Date,
): Promise<{ paper: number }> {
  await waitingPaper(tx, actor, id, subject);
  if (reason.trim() === "") throw new Refused([because("paper_reason_missing", "reason")]);
  const data = { settledById: accountIdOf(actor)!, settledAt: now, isVerified: false, reason: reason.trim() };
  if (!(await settlePaperRow(tx, id, data))) throw new Refused([because("paper_settled")]);
  return { paper: id };
}

async function waitingPaper(client: Client, actor: Actor, id: number, subject: SheetSubject): Promise<PaperRecord> {
  const paper = await findPaper(client, id);
  const isOfSubject = paper?.subject.kind === subject.kind && paper.subject.id === subject.id;
  if (!paper || !isOfSubject || paper.subject.part !== subject.part) throw refuseAsNotFound();
  requireNone(settlePaperRefusals(paper, actor));
  return paper;
}

/** Whose scan it is: kind and id of what was signed; null when there is no such paper. */
export async function subjectOfPaper({ db }: Pick<Deps, "db">, id: number): Promise<SheetSubject | null> {
  return (await findPaper(db.client, id))?.subject ?? null;
}

/** A verified signature on paper as its page tells it. */
export interface PaperMark {
  number: string;
  statedOn: PlainDate;
  act: PaperAct;
  part: string;
  verifiedAt: Date;
}

/** What was signed on paper of each of these subjects, and verified; the newest last. */
export async function verifiedPapersOf(
  { db }: Pick<Deps, "db">,
  kind: string,
  ids: readonly string[],
): Promise<Map<string, PaperMark[]>> {
  const papers = await listVerifiedPapers(db.client, kind, ids);
  const marked = papers.map((paper) => ({ id: paper.subject.id, mark: markOf(paper) }));
  return new Map(ids.map((id) => [id, marked.flatMap((one) => (one.id === id ? [one.mark] : []))]));
}

/** What of this kind was verified at one of these instants: an act that a paper signs is done when it is verified. */
export async function papersVerifiedAt(
  { db }: Pick<Deps, "db">,
  kind: string,
  instants: readonly Date[],
): Promise<PaperMark[]> {
  if (instants.length === 0) return [];
  return (await listPapersVerifiedAt(db.client, kind, instants)).map(markOf);
}

function markOf({ subject: { part }, number, statedOn, act, settledAt }: PaperRecord): PaperMark {
  return { number, statedOn, act, part, verifiedAt: settledAt! };
}

/** The paper by which something was signed off, as its public page names it. */
export interface ApprovalPaper {
  number: string;
  signedOn: PlainDate;
}

/** The paper by which this part was approved at that instant; null when it was approved here. */
export function approvalAmong(
  papers: readonly PaperMark[],
  { part, at }: { part: string; at: Date | null },
): ApprovalPaper | null {
  const paper = papers.find((one) => one.act === "approve" && one.part === part && +one.verifiedAt === Number(at));
  return paper ? { number: paper.number, signedOn: paper.statedOn } : null;
}

/** Number and stated day of each signature on paper of a subject, for its history. */
export async function papersOf({ db }: Pick<Deps, "db">, subject: Pick<SheetSubject, "kind" | "id">) {
  const papers = await listPapers(db.client, subject);
  return new Map(papers.map(({ id, number, statedOn, signerId }) => [id, { number, statedOn, signerId }]));
}

/** What waits of this kind and may be verified by `actor`; whether the actor works on the subject is the caller's. */
export async function papersToVerify(actor: Actor, kind: string, { db }: Pick<Deps, "db">): Promise<SheetSubject[]> {
  const waiting = await listWaitingPapers(db.client, kind);
  return waiting.filter((paper) => settlePaperRefusals(paper, actor).length === 0).map(({ subject }) => subject);
}
