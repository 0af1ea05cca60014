import type { Person } from "~/accounts/actor";
import {
  editNomination,
  passNomination,
  returnNomination,
  submitNomination,
  withdrawNomination,
} from "~/nominations/change-nomination.server";
import type { NominationForm } from "~/nominations/forms";
import { decideNomination, scoreNomination } from "~/nominations/judge-nomination.server";
import type { depsOf } from "~/platform/deps.server";

/** The verb that a form of the page asks for. */
export function perform(
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
