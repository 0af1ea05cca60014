import type { Actor } from "~/accounts/actor";
import { accountNames } from "~/accounts/queries.server";
import type { Deps } from "~/platform/db.server";
import { mayFillSheet } from "~/reviews/permissions";
import { readSheet } from "~/reviews/read-sheet.server";
import type { Stage } from "~/reviews/release-sheet";
import { shownState } from "./consultation";
import type { ConsultationRecord } from "./consultation-store.server";
import { deskConsultation } from "./desk-queries.server";
import { signersOf } from "./fill-release-sheet.server";
import { isSheetOpen, sheetPartOf } from "./release-part";
import { reviewedOf } from "./release-texts.server";

/** Who did the three reviews of what the sheet is about, by name; null where nobody has yet. */
async function signedBy(consultation: ConsultationRecord, deps: Deps): Promise<Record<Stage, string | null>> {
  const { submittedById, passedById, approvedById } = consultation;
  const { outcomeSubmittedById, outcomePassedById, outcomeApprovedById } = consultation;
  const isDraft = sheetPartOf(consultation.state) === "draft";
  const [first, second, final] = isDraft
    ? [submittedById, passedById, approvedById]
    : [outcomeSubmittedById, outcomePassedById, outcomeApprovedById];
  const names = await accountNames(deps, [first, second, final]);
  const name = (id: string | null) => names.get(id ?? "") ?? null;
  return { first: name(first), second: name(second), final: name(final) };
}

/** The release sheet's page: what it is about, what it says, who signed so far. Refusal: `not_found`. */
export async function sheetPage(actor: Actor, slug: string, deps: Deps) {
  const consultation = await deskConsultation(actor, slug, deps);
  const { title, unitCode, state, revisedDraftId } = consultation;
  const part = sheetPartOf(state);
  const signed = await signedBy(consultation, deps);
  return {
    ...{ slug, title, part, signed },
    state: shownState(consultation, deps.now),
    isOpen: isSheetOpen(state),
    mayFill: mayFillSheet(actor, unitCode) && isSheetOpen(state),
    sheet: await readSheet(await reviewedOf(deps.db.client, consultation), deps),
    signers: await signersOf(unitCode, deps),
    hasRevisedDraft: part === "outcome" && revisedDraftId !== null,
  };
}
