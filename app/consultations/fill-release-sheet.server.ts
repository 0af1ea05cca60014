import type { Actor } from "~/accounts/actor";
import { withCounterparts } from "~/accounts/with-counterparts.server";
import type { Deps, Tx } from "~/platform/db.server";
import { refuseAsNotFound, Refused } from "~/platform/refusal";
import { askOutside, keepCheck, keepOutside, overrideHits, type CheckInput } from "~/reviews/fill-sheet.server";
import { enterPaper, paperToVerify, refusePaper, type PaperInput } from "~/reviews/paper.server";
import { signersOf } from "~/reviews/paper-signers.server";
import { mayFillSheet } from "~/reviews/permissions";
import type { Reviewed } from "~/reviews/read-sheet.server";
import type { Json } from "~/timeline/event";
import { lastOfKind } from "~/timeline/queries.server";
import { transact } from "~/timeline/transact.server";
import { approveConsultation } from "./approve-consultation.server";
import { shownState } from "./consultation";
import { findAndLock, findConsultation, type ConsultationRecord } from "./consultation-store.server";
import { passConsultation } from "./pass-consultation.server";
import { because } from "./reasons";
import { isSheetOpen, sheetPartOf } from "./release-part";
import { reviewedOf } from "./release-texts.server";

type Write = (context: { tx: Tx; actor: Actor; reviewed: Reviewed }) => Promise<{ [key: string]: Json }>;

/**
 * Fills a part of the release sheet, whole or not at all, with its event. Refusals: `not_found` for whoever does not work
 * in the unit, `not_possible_in_state` when what it is about is public already, those of the entry itself.
 */
async function fill(actor: Actor, slug: string, event: string, deps: Deps, write: Write): Promise<void> {
  await transact(deps, async (tx, record) => {
    const consultation = await findAndLock(tx, deps.db.engine, slug, "update");
    requireFillable(actor, consultation, deps);
    const reviewed = await reviewedOf(tx, consultation);
    const subject = { kind: "consultation", id: slug };
    const asked = await withCounterparts(tx, actor, subject);
    const payload = await write({ tx, actor: asked, reviewed });
    record({ kind: event, subject, actor, payload: { part: reviewed.subject.part, ...payload } });
  });
}

function requireFillable(
  actor: Actor,
  consultation: ConsultationRecord | null,
  { now }: Deps,
): asserts consultation is ConsultationRecord {
  if (!consultation || !mayFillSheet(actor, consultation.unitCode)) throw refuseAsNotFound();
  if (isSheetOpen(consultation.state)) return;
  const state = shownState(consultation, now);
  throw new Refused([because("not_possible_in_state", undefined, { act: "edit", state })]);
}

/** Records 保密审查 or 个人信息审查. */
export function checkRelease(actor: Actor, { slug, ...input }: CheckInput & { slug: string }, deps: Deps) {
  return fill(actor, slug, "consultation.release_checked", deps, ({ tx, actor: asked, reviewed }) =>
    keepCheck(tx, asked, reviewed, input, deps.now),
  );
}

/** Lets hits of the word check stand, with the reason. */
export function overrideReleaseHits(
  actor: Actor,
  { slug, ...input }: { slug: string; hits: string[]; reason: string },
  deps: Deps,
) {
  return fill(actor, slug, "consultation.hits_overridden", deps, ({ tx, reviewed }) =>
    overrideHits(tx, actor, reviewed, input, deps.now),
  );
}

/** Has the outside checker read the text. It is asked before the transaction, which keeps nobody waiting for it. */
export async function checkOutside(actor: Actor, { slug }: { slug: string }, deps: Deps): Promise<void> {
  const consultation = await findConsultation(deps.db.client, slug);
  requireFillable(actor, consultation, deps);
  const asked = (await reviewedOf(deps.db.client, consultation)).parts;
  const answer = await askOutside(asked);
  await fill(actor, slug, "consultation.outside_checked", deps, ({ tx, reviewed }) =>
    keepOutside(tx, actor, reviewed, { asked, ...answer }, deps.now),
  );
}

/** Enters a signature on paper with its scan. */
export async function enterPaperSignature(
  actor: Actor,
  { slug, ...input }: PaperInput & { slug: string },
  deps: Deps,
): Promise<void> {
  const consultation = await findConsultation(deps.db.client, slug);
  requireFillable(actor, consultation, deps);
  const signers = await signersOf(consultation.unitCode, deps);
  await fill(actor, slug, "consultation.paper_entered", deps, async ({ tx, actor: asked, reviewed }) => ({
    ...(await enterPaper(tx, asked, reviewed.subject, input, { signers, now: deps.now })),
  }));
}

/** A second person sends back what does not agree with its scan. */
export function refusePaperSignature(
  actor: Actor,
  { slug, ...input }: { slug: string; id: number; reason: string },
  deps: Deps,
) {
  return fill(actor, slug, "consultation.paper_refused", deps, ({ tx, actor: asked, reviewed }) =>
    refusePaper(tx, asked, input, reviewed.subject, deps.now),
  );
}

/**
 * A second person has compared the entry with its scan: the act is done now, signed by whoever signed the paper, with the
 * stated day beside it. All rules of the act hold for the signer.
 */
export async function verifyPaperSignature(
  actor: Actor,
  { slug, id, releaseRevisedDraft }: { slug: string; id: number; releaseRevisedDraft: boolean },
  deps: Deps,
): Promise<void> {
  const consultation = await findConsultation(deps.db.client, slug);
  requireFillable(actor, consultation, deps);
  const { subject } = await reviewedOf(deps.db.client, consultation);
  const asked = await withCounterparts(deps.db.client, actor, { kind: "consultation", id: slug });
  const submittedAt = await submittedAtOf(consultation, deps);
  const { act, ...paper } = await paperToVerify(asked, { id, submittedAt }, subject, deps);
  const input = { slug, version: null, paper };
  if (act === "pass") await passConsultation(actor, input, deps);
  else await approveConsultation(actor, { ...input, releaseRevisedDraft }, deps);
}

/** When the text that lies there now was last sent to review; null before that. */
async function submittedAtOf({ slug, state }: ConsultationRecord, deps: Deps): Promise<Date | null> {
  const part = sheetPartOf(state) === "draft" ? "submitted" : "outcome_submitted";
  return (await lastOfKind(deps, `consultation.${part}`, "consultation", [slug])).get(slug) ?? null;
}
