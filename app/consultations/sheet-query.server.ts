import type { Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { mayFillSheet } from "~/reviews/permissions";
import { readSheet } from "~/reviews/read-sheet.server";
import { shownState } from "./consultation";
import { deskConsultation } from "./desk-queries.server";
import { signersOf } from "./fill-release-sheet.server";
import { isSheetOpen, sheetPartOf } from "./release-part";
import { reviewedOf } from "./release-texts.server";

/** The release sheet's page: what it is about, what it says, who signed so far. Refusal: `not_found`. */
export async function sheetPage(actor: Actor, slug: string, deps: Deps) {
  const consultation = await deskConsultation(actor, slug, deps);
  const { title, unitCode, state, revisedDraftId } = consultation;
  const part = sheetPartOf(state);
  return {
    ...{ slug, title, part },
    state: shownState(consultation, deps.now),
    isOpen: isSheetOpen(state),
    mayFill: mayFillSheet(actor, unitCode) && isSheetOpen(state),
    sheet: await readSheet(await reviewedOf(deps.db.client, consultation), deps),
    signers: await signersOf(unitCode, deps),
    hasRevisedDraft: part === "outcome" && revisedDraftId !== null,
  };
}
