import type { Actor } from "~/accounts/actor";
import { decideComments } from "~/consultations/decide-comments.server";
import { decideObjection } from "~/consultations/decide-objection.server";
import { eraseComment } from "~/consultations/erase-comment.server";
import {
  decideForm,
  decideObjectionForm,
  eraseForm,
  publishForm,
  REPEATABLE_FIELDS,
  summariseForm,
  withholdForm,
} from "~/consultations/forms";
import { publishComment } from "~/consultations/publish-comment.server";
import { summariseComment } from "~/consultations/summarise-comment.server";
import { withholdComment } from "~/consultations/withhold-comment.server";
import type { depsOf } from "~/platform/deps.server";
import { parseForm } from "~/platform/http.server";
import type { PostedForm } from "~/platform/posted-form.server";
import { Refused } from "~/platform/refusal";

interface Posted {
  actor: Actor;
  number: number;
  slug: string;
  form: PostedForm;
  deps: ReturnType<typeof depsOf>;
}

type Perform = (posted: Posted) => Promise<unknown>;

const ACTS: Record<string, Perform> = {
  publish: ({ actor, number, form, deps }) => publishComment(actor, { number, ...parseForm(publishForm, form) }, deps),
  withhold: ({ actor, number, form, deps }) =>
    withholdComment(actor, { number, ...parseForm(withholdForm, form) }, deps),
  summarise: ({ actor, number, form, deps }) =>
    summariseComment(actor, { number, ...parseForm(summariseForm, form) }, deps),
  decide_objection: ({ actor, number, form, deps }) =>
    decideObjection(actor, { number, ...parseForm(decideObjectionForm, form) }, deps),
  erase: ({ actor, number, form, deps }) =>
    eraseComment(actor, { number, holdsReceipt: false, ground: parseForm(eraseForm, form).ground }, deps),
  // The same answer may go to further comments that the form names.
  decide: ({ actor, number, slug, form, deps }) => {
    const { act: _act, version, comments, ...decision } = parseForm(decideForm, form, REPEATABLE_FIELDS);
    const others = comments.filter((one) => one.number !== number);
    return decideComments(actor, { slug, ...decision, comments: [{ number, version }, ...others] }, deps);
  },
};

/** Refusals: those of the act; `choice_unknown` for a verb that no button of the page has. */
export async function performPosted(act: string, posted: Posted): Promise<void> {
  const perform = Object.hasOwn(ACTS, act) ? ACTS[act] : undefined;
  if (!perform) throw new Refused([{ code: "choice_unknown", field: "act" }]);
  await perform(posted);
}
