import { GUEST } from "~/accounts/actor";
import { approveConsultation } from "~/consultations/approve-consultation.server";
import type { Outcome } from "~/consultations/comment";
import { completeConsultation } from "~/consultations/complete-consultation.server";
import type { WrittenClause } from "~/drafting/draft-text";
import { decideComments } from "~/consultations/decide-comments.server";
import { importDraftVersion } from "~/consultations/import-draft-version.server";
import { passConsultation } from "~/consultations/pass-consultation.server";
import { postComment, type CommentInput } from "~/consultations/post-comment.server";
import { publishComment } from "~/consultations/publish-comment.server";
import { recordDecision } from "~/consultations/record-decision.server";
import { recordStep } from "~/consultations/record-step.server";
import type { Database } from "~/platform/db.server";
import { fillSheet } from "../../prisma/seeds/release-sheet";
import { at } from "../setup/clock";
import type { Staff } from "./desk";

/** A comment on the July consultation of the desk's tests, on 10 July unless told otherwise. Returns its number. */
export async function say(
  db: Database,
  slug: string,
  words: Partial<CommentInput> = {},
  now = at("2026-07-10"),
): Promise<number> {
  const receipt = await postComment(
    GUEST,
    {
      ...{ slug, clause: "c2", from: null, to: null, stance: null, body: "建议增加座椅。", suggestion: null },
      ...{ submitter: "person", name: null, contact: null, publish: true, key: null, uploads: [], language: "zh-CN" },
      ...words,
    },
    { db, now },
  );
  return receipt.number;
}

/** Reviewed and shown with the words as masked automatically. */
export async function show(db: Database, staff: Staff, number: number, now = at("2026-07-11")): Promise<void> {
  const words = { body: null, suggestion: null, name: null };
  await publishComment(staff.handler, { number, version: null, ...words }, { db, now });
}

export async function answer(
  db: Database,
  staff: Staff,
  slug: string,
  numbers: number[],
  decision: { outcome: Outcome; reason?: string; clause?: string; gist?: string },
): Promise<void> {
  const { outcome, reason = null, clause = null, gist = null } = decision;
  const comments = numbers.map((number) => ({ number, version: null }));
  await decideComments(staff.handler, { slug, outcome, reason, clause, gist, comments }, { db, now: at("2026-08-03") });
}

export async function revise(
  db: Database,
  staff: Staff,
  slug: string,
  clauses: WrittenClause[],
  changeNote = "按意见修改。",
) {
  const input = { slug, version: null, kind: "revised" as const, clauses, changeNote };
  await importDraftVersion(staff.handler, input, { db, now: at("2026-08-04") });
}

/** Three signatures in August 2026; the outcome is public from 7 August, 12:00, or from noon of the day named. */
export async function publishOutcomeOf(
  db: Database,
  staff: Staff,
  slug: string,
  { process = "通过网站征求意见。", releaseRevisedDraft = false, on = "2026-08-07" } = {},
): Promise<void> {
  const input = { slug, version: null };
  await completeConsultation(staff.handler, { ...input, outcomeProcess: process }, { db, now: at("2026-08-05") });
  await passConsultation(staff.reviewer, input, { db, now: at("2026-08-06") });
  await fillSheet(staff.reviewer, slug, { db, now: at("2026-08-06") });
  await approveConsultation(staff.approver, { ...input, releaseRevisedDraft }, { db, now: at(on) });
}

/** With its legality review, on 1 September 2026. */
export async function decideMatter(db: Database, staff: Staff, slug: string): Promise<void> {
  const step = { kind: "legality_review" as const, startedOn: "2026-08-10", happenedOn: "2026-08-25" };
  const holder = { holder: "区司法局", conclusion: "内部审查意见不对外公开。" };
  await recordStep(staff.handler, { slug, ...step, ...holder }, { db, now: at("2026-08-26") });
  await recordDecision(
    staff.handler,
    { slug, version: null, decidedOn: "2026-09-01", documentNumber: "海府〔2026〕9号", decidedNote: "意见已研究。" },
    { db, now: at("2026-09-02") },
  );
}
