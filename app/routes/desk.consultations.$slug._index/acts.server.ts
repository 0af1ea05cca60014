import type { Actor } from "~/accounts/actor";
import { stageUploads } from "~/attachments/keep-attachments.server";
import { approveConsultation } from "~/consultations/approve-consultation.server";
import { changeAttachments } from "~/consultations/change-attachments.server";
import { completeConsultation } from "~/consultations/complete-consultation.server";
import { decideComments } from "~/consultations/decide-comments.server";
import { editConsultation } from "~/consultations/edit-consultation.server";
import {
  approveForm,
  completeForm,
  decideForm,
  decisionForm,
  extendForm,
  nextRoundForm,
  passForm,
  prepareForm,
  refuseProposalForm,
  REPEATABLE_FIELDS,
  returnForm,
  signProposalForm,
  submitForm,
  withdrawForm,
} from "~/consultations/forms";
import { attachmentsForm, DESK_REPEATABLE } from "~/consultations/forms-desk";
import { openNextRound } from "~/consultations/open-next-round.server";
import { passConsultation } from "~/consultations/pass-consultation.server";
import { proposeChange } from "~/consultations/propose-change.server";
import { recordDecision } from "~/consultations/record-decision.server";
import { refuseProposal } from "~/consultations/refuse-proposal.server";
import { returnConsultation } from "~/consultations/return-consultation.server";
import { signProposal } from "~/consultations/sign-proposal.server";
import { submitConsultation } from "~/consultations/submit-consultation.server";
import type { depsOf } from "~/platform/deps.server";
import { parseForm } from "~/platform/http.server";
import type { PostedForm } from "~/platform/posted-form.server";
import { Refused, requireNone } from "~/platform/refusal";

interface Posted {
  actor: Actor;
  slug: string;
  form: PostedForm;
  deps: ReturnType<typeof depsOf>;
}

/** Does the act and returns where to go on. */
type Perform = (posted: Posted) => Promise<string>;

const ACTS: Record<string, Perform> = {
  edit: async ({ actor, slug, form, deps }) => {
    const { act: _act, version, ...fields } = parseForm(prepareForm, form);
    await editConsultation(actor, { slug, version, fields }, deps);
    return bench(slug);
  },
  change_attachments: async ({ actor, slug, form, deps }) => {
    const { version, remove, kept } = parseForm(attachmentsForm, form, DESK_REPEATABLE);
    const { staged, reasons } = await stageUploads(deps, form.files.splice(0));
    const uploads = [...kept, ...staged.map(({ id }) => id)];
    form.fields.kept = uploads; // so that a refused form still has them
    requireNone([...form.reasons, ...reasons]);
    await changeAttachments(actor, { slug, version, remove, uploads }, deps);
    return bench(slug);
  },
  submit: async ({ actor, slug, form, deps }) => {
    await submitConsultation(actor, { slug, ...parseForm(submitForm, form) }, deps);
    return bench(slug);
  },
  pass: async ({ actor, slug, form, deps }) => {
    await passConsultation(actor, { slug, ...parseForm(passForm, form) }, deps);
    return bench(slug);
  },
  return: async ({ actor, slug, form, deps }) => {
    await returnConsultation(actor, { slug, ...parseForm(returnForm, form) }, deps);
    return bench(slug);
  },
  approve: async ({ actor, slug, form, deps }) => {
    await approveConsultation(actor, { slug, ...parseForm(approveForm, form) }, deps);
    return bench(slug);
  },
  extend: async ({ actor, slug, form, deps }) => {
    await proposeChange(actor, { slug, ...parseForm(extendForm, form) }, deps);
    return bench(slug);
  },
  withdraw: async ({ actor, slug, form, deps }) => {
    await proposeChange(actor, { slug, ...parseForm(withdrawForm, form) }, deps);
    return bench(slug);
  },
  sign_proposal: async ({ actor, slug, form, deps }) => {
    await signProposal(actor, { slug, ...parseForm(signProposalForm, form) }, deps);
    return bench(slug);
  },
  refuse_proposal: async ({ actor, slug, form, deps }) => {
    await refuseProposal(actor, { slug, ...parseForm(refuseProposalForm, form) }, deps);
    return bench(slug);
  },
  complete: async ({ actor, slug, form, deps }) => {
    await completeConsultation(actor, { slug, ...parseForm(completeForm, form) }, deps);
    return bench(slug);
  },
  decide: async ({ actor, slug, form, deps }) => {
    const { act: _act, version: _version, ...decision } = parseForm(decideForm, form, REPEATABLE_FIELDS);
    await decideComments(actor, { slug, ...decision }, deps);
    return `${bench(slug)}/comments`;
  },
  record_decision: async ({ actor, slug, form, deps }) => {
    await recordDecision(actor, { slug, ...parseForm(decisionForm, form) }, deps);
    return bench(slug);
  },
  next_round: async ({ actor, slug, form, deps }) => {
    const { version } = parseForm(nextRoundForm, form);
    return bench(await openNextRound(actor, { slug, version }, deps));
  },
};

/** Refusals: those of the act; `choice_unknown` for a verb that no button of the page has. */
export async function performPosted(act: string, posted: Posted): Promise<string> {
  const perform = Object.hasOwn(ACTS, act) ? ACTS[act] : undefined;
  if (!perform) throw new Refused([{ code: "choice_unknown", field: "act" }]);
  return perform(posted);
}

function bench(slug: string): string {
  return `/desk/consultations/${slug}`;
}
