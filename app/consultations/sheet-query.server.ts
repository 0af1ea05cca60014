import type { Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { mayFillSheet } from "~/reviews/permissions";
import { signersOf } from "~/reviews/paper-signers.server";
import { readSheet } from "~/reviews/read-sheet.server";
import { namedStages } from "~/reviews/stage-setting.server";
import type { Signatures } from "~/reviews/stages";
import { shownState } from "./consultation";
import type { ConsultationRecord } from "./consultation-store.server";
import { deskConsultation } from "./desk-queries.server";
import { isSheetOpen, sheetPartOf } from "./release-part";
import { reviewedOf } from "./release-texts.server";

/** Who did the reviews of what the sheet is about: the draft, or the outcome. */
function signaturesOf(consultation: ConsultationRecord): Signatures {
  if (sheetPartOf(consultation.state) === "draft") return consultation;
  const { outcomeSubmittedById, outcomePassedById, outcomeApprovedById } = consultation;
  return { submittedById: outcomeSubmittedById, passedById: outcomePassedById, approvedById: outcomeApprovedById };
}

/** The release sheet's page: what it is about, what it says, who signed so far. Refusal: `not_found`. */
export async function sheetPage(actor: Actor, slug: string, deps: Deps) {
  const consultation = await deskConsultation(actor, slug, deps);
  const { title, unitCode, state, revisedDraftId } = consultation;
  const part = sheetPartOf(state);
  const stages = await namedStages(signaturesOf(consultation), unitCode, deps);
  return {
    ...{ slug, title, part, stages },
    state: shownState(consultation, deps.now),
    isOpen: isSheetOpen(state),
    mayFill: mayFillSheet(actor, unitCode) && isSheetOpen(state),
    sheet: await readSheet(await reviewedOf(deps.db.client, consultation), deps),
    signers: await signersOf(unitCode, deps),
    hasRevisedDraft: part === "outcome" && revisedDraftId !== null,
  };
}
