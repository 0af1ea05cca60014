import type { Actor } from "~/accounts/actor";
import { decideChosen } from "~/consultations/decide-chosen.server";
import { chosenForms, REPEATABLE_FIELDS } from "~/consultations/forms";
import type { ProcessingFilter } from "~/consultations/processing-filter";
import { reviewChosen, type ChosenResult } from "~/consultations/review-chosen.server";
import type { depsOf } from "~/platform/deps.server";
import { parseForm } from "~/platform/http.server";
import type { PostedForm } from "~/platform/posted-form.server";
import { Refused } from "~/platform/refusal";

interface Posted {
  actor: Actor;
  slug: string;
  filter: ProcessingFilter;
  form: PostedForm;
  deps: ReturnType<typeof depsOf>;
}

/** The fields that only this act reads; the list's one form sends those of the others too. */
const OWN_FIELDS: Record<keyof typeof chosenForms, readonly string[]> = {
  decide: ["outcome", "clause", "reason", "gist"],
  publish: [],
  withhold: ["ground", "withheldReason"],
  summarise: ["theme"],
};

/** Refusals: those of the act; `choice_unknown` for a verb that no button of the page has. */
export async function performChosen(act: string, posted: Posted): Promise<ChosenResult> {
  const { actor, slug, filter, form, deps } = posted;
  switch (act) {
    case "decide": {
      const {
        act: _act,
        version: _version,
        cluster,
        ...decision
      } = parseForm(chosenForms.decide, own(form, act), REPEATABLE_FIELDS);
      const { decided } = await decideChosen(actor, { slug, filter, clusters: cluster, ...decision }, deps);
      return { done: decided, failed: [] };
    }
    case "publish": {
      const { comments, cluster } = parseForm(chosenForms.publish, own(form, act), REPEATABLE_FIELDS);
      return reviewChosen(actor, { slug, filter, clusters: cluster, comments }, { act }, deps);
    }
    case "withhold": {
      const {
        comments,
        cluster,
        ground,
        withheldReason: reason,
      } = parseForm(chosenForms.withhold, own(form, act), REPEATABLE_FIELDS);
      return reviewChosen(actor, { slug, filter, clusters: cluster, comments }, { act, ground, reason }, deps);
    }
    case "summarise": {
      const { comments, cluster, theme } = parseForm(chosenForms.summarise, own(form, act), REPEATABLE_FIELDS);
      return reviewChosen(actor, { slug, filter, clusters: cluster, comments }, { act, theme }, deps);
    }
    default:
      throw new Refused([{ code: "choice_unknown", field: "act" }]);
  }
}

/** The form without the fields of the other acts. */
function own(form: PostedForm, act: keyof typeof chosenForms): PostedForm {
  const others = Object.entries(OWN_FIELDS).flatMap(([other, fields]) => (other === act ? [] : fields));
  const fields = Object.fromEntries(Object.entries(form.fields).filter(([name]) => !others.includes(name)));
  return { ...form, fields };
}
