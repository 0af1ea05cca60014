import type { Actor } from "~/accounts/actor";
import { plainDateOf, type PlainDate } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import { Refused } from "~/platform/refusal";
import type { MaterialKind } from "./material";
import { performPolicyAct, type PolicyActInput } from "./perform-policy-act.server";
import { deleteForm, insertForm } from "./policy-store.server";
import { because } from "./reasons";

/**
 * Adds a form to the interpretation plan: without a day it goes out with the document, with one it follows. Refusals:
 * `plan_form_twice`; `plan_day_not_later` for a day that is not after today; after release a day is needed.
 */
export function addPlannedForm(
  actor: Actor,
  { kind, dueOn, ...input }: PolicyActInput & { kind: MaterialKind; dueOn: PlainDate | null },
  deps: Deps,
) {
  const today = plainDateOf(deps.now);
  return performPolicyAct(actor, "plan_form", input, deps, {
    reasons: ({ facts }) => [
      ...(facts.forms.some((form) => form.kind === kind && form.dueOn === dueOn)
        ? [because("plan_form_twice", "kind")]
        : []),
      ...(dueOn !== null && dueOn <= today ? [because("plan_day_not_later", "dueOn", { today })] : []),
      ...(dueOn === null && facts.state === "released" ? [because("day_missing", "dueOn")] : []),
    ],
    write: async ({ tx, facts }) => {
      const form = await insertForm(tx, { policyId: facts.id, kind, dueOn, origin: "plan" });
      return { payload: { form, kind, dueOn } };
    },
    event: "policy.form_planned",
  });
}

/** Takes a form out of the plan while the package is prepared; afterwards the plan was signed and stays. */
export function removePlannedForm(actor: Actor, { form, ...input }: PolicyActInput & { form: number }, deps: Deps) {
  return performPolicyAct(actor, "edit", input, deps, {
    write: async ({ tx, facts }) => {
      if (!(await deleteForm(tx, facts.id, form))) throw new Refused([{ code: "choice_unknown", field: "form" }]);
      return { payload: { form } };
    },
    event: "policy.form_removed",
  });
}
