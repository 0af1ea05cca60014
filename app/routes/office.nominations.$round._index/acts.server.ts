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
import type { RoundForm } from "~/nominations/forms";
import type { depsOf } from "~/platform/deps.server";

/** The verb that a form of the page asks for. */
export function perform(actor: Person, round: string, form: RoundForm, deps: ReturnType<typeof depsOf>): Promise<void> {
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
