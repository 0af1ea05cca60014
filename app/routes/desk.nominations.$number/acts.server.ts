import type { Person } from "~/accounts/actor";
import {
  editNomination,
  passNomination,
  returnNomination,
  submitNomination,
  withdrawNomination,
} from "~/nominations/change-nomination.server";
import { nominationForm, REPEATED_IN_NOMINATION, type NominationForm } from "~/nominations/forms";
import { decideNomination, scoreNomination } from "~/nominations/judge-nomination.server";
import {
  enterNominationPaper,
  refuseNominationPaper,
  verifyNominationPaper,
} from "~/nominations/paper-nomination.server";
import type { depsOf } from "~/platform/deps.server";
import { parseForm } from "~/platform/http.server";
import type { PostedForm } from "~/platform/posted-form.server";
import { readEnteredPaper, readRefusedPaper, readVerifiedPaper } from "~/reviews/paper-entry.server";

/** The verb that a form of the page asks for. */
export async function perform(
  actor: Person,
  number: number,
  posted: PostedForm,
  deps: ReturnType<typeof depsOf>,
): Promise<void> {
  switch (posted.fields.act?.[0]) {
    case "enter_paper":
      return enterNominationPaper(actor, { nomination: number, ...(await readEnteredPaper(posted, deps)) }, deps);
    case "verify_paper":
      return verifyNominationPaper(actor, { nomination: number, id: readVerifiedPaper(posted).id }, deps);
    case "refuse_paper":
      return refuseNominationPaper(actor, { nomination: number, ...readRefusedPaper(posted) }, deps);
    default:
      return performHere(actor, number, parseForm(nominationForm, posted, REPEATED_IN_NOMINATION), deps);
  }
}

function performHere(
  actor: Person,
  number: number,
  form: NominationForm,
  deps: ReturnType<typeof depsOf>,
): Promise<void> {
  if (form.act === "score") {
    return scoreNomination(actor, { number, marks: form.mark, remark: form.remark }, deps);
  }
  const input = { number, version: form.version };
  switch (form.act) {
    case "edit": {
      const { title, statement, contact } = form;
      return editNomination(actor, input, { title, statement, contact }, deps);
    }
    case "submit":
      return submitNomination(actor, input, deps);
    case "pass":
      return passNomination(actor, input, deps);
    case "return":
      return returnNomination(actor, { ...input, reason: form.reason }, deps);
    case "withdraw":
      return withdrawNomination(actor, input, deps);
    case "decide":
      return decideNomination(actor, { ...input, isSelected: form.selected === "yes", reason: form.reason }, deps);
  }
}
