import type { Person } from "~/accounts/actor";
import {
  nameAssessors,
  publishRound,
  returnSelection,
  setLastDay,
  setScoring,
  signSelection,
  submitSelection,
} from "~/nominations/change-round.server";
import { readCriteria } from "~/nominations/criteria-text";
import { REPEATED_IN_ROUND, roundForm, type RoundForm } from "~/nominations/forms";
import { enterRoundPaper, refuseRoundPaper, verifyRoundPaper } from "~/nominations/paper-round.server";
import type { depsOf } from "~/platform/deps.server";
import { parseForm } from "~/platform/http.server";
import type { PostedForm } from "~/platform/posted-form.server";
import { readEnteredPaper, readRefusedPaper, readVerifiedPaper } from "~/reviews/paper-entry.server";

/** The verb that a form of the page asks for. */
export async function perform(
  actor: Person,
  round: string,
  posted: PostedForm,
  deps: ReturnType<typeof depsOf>,
): Promise<void> {
  switch (posted.fields.act?.[0]) {
    case "enter_paper":
      return enterRoundPaper(actor, { round, ...(await readEnteredPaper(posted, deps)) }, deps);
    case "verify_paper":
      return verifyRoundPaper(actor, { round, id: readVerifiedPaper(posted).id }, deps);
    case "refuse_paper":
      return refuseRoundPaper(actor, { round, ...readRefusedPaper(posted) }, deps);
    default:
      return performOnRound(actor, round, parseForm(roundForm, posted, REPEATED_IN_ROUND), deps);
  }
}

function performOnRound(actor: Person, round: string, form: RoundForm, deps: ReturnType<typeof depsOf>): Promise<void> {
  const input = { round, version: form.version };
  switch (form.act) {
    case "set_last_day":
      return setLastDay(actor, { ...input, lastDay: form.lastDay, reason: form.reason }, deps);
    case "set_scoring":
      return setScoring(actor, { ...input, isScored: form.scored, criteria: readCriteria(form.criteria ?? "") }, deps);
    case "name_assessors":
      return nameAssessors(actor, { ...input, assessors: form.assessor }, deps);
    case "submit_selection":
      return submitSelection(actor, input, deps);
    case "return_selection":
      return returnSelection(actor, { ...input, reason: form.reason }, deps);
    case "sign":
      return signSelection(actor, input, deps);
    case "publish":
      return publishRound(actor, input, deps);
  }
}
