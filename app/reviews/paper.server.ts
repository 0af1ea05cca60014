import { accountIdOf, type Actor, type Person } from "~/accounts/actor";
import { personById } from "~/accounts/queries.server";
import { claimUploads } from "~/attachments/keep-attachments.server";
import type { PlainDate } from "~/calendar/plain-date";
import type { Client, Deps, Tx } from "~/platform/db.server";
import { refuseAsNotFound, Refused, requireNone } from "~/platform/refusal";
import { enterPaperRefusals, settlePaperRefusals, type PaperAct } from "./paper-signature";
import { because } from "./reasons";
import type { SheetSubject } from "./release-sheet";
import { findPaper, insertPaper, listPapers, settlePaperRow, type PaperRecord } from "./review-store.server";

export interface PaperInput {
  act: PaperAct;
  signerId: string;
  number: string;
  statedOn: PlainDate;
  /** Ids of files set aside by `stageUploads`: the scan of the 发文稿纸 or 批示件. */
  uploads: string[];
}

/** Enters a signature on paper with its scan, in the caller's transaction; it counts once another person verifies it. */
export async function enterPaper(
  tx: Tx,
  actor: Actor,
  subject: SheetSubject,
  input: PaperInput,
  { now, today }: { now: Date; today: PlainDate },
): Promise<{ paper: number; signer: string; act: PaperAct }> {
  const { uploads, ...paper } = input;
  const enteredById = accountIdOf(actor)!;
  requireNone(enterPaperRefusals({ ...paper, scans: uploads.length }, actor, today));
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

/** The waiting signature of this subject, to be verified by `actor`. Refusals: `not_found`, those of the two people. */
export async function paperToVerify(
  actor: Actor,
  id: number,
  subject: SheetSubject,
  deps: Deps,
): Promise<PaperSignOff & { act: PaperAct }> {
  const paper = await waitingPaper(deps.db.client, actor, id, subject);
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

/** Number and stated day of each signature on paper of a subject, for its history. */
export async function papersOf({ db }: Pick<Deps, "db">, subject: Pick<SheetSubject, "kind" | "id">) {
  const papers = await listPapers(db.client, subject);
  return new Map(papers.map(({ id, number, statedOn, signerId }) => [id, { number, statedOn, signerId }]));
}
