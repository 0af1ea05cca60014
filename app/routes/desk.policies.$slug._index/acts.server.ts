import type { Actor } from "~/accounts/actor";
import { stageUploads } from "~/attachments/keep-attachments.server";
import { requireConsultation } from "~/consultations/public-queries.server";
import { policyTerms } from "~/i18n/zh-CN/policies-terms";
import type { depsOf } from "~/platform/deps.server";
import { parseForm } from "~/platform/http.server";
import type { PostedForm } from "~/platform/posted-form.server";
import { Refused, requireNone } from "~/platform/refusal";
import { callForInterpretation } from "~/policies/call-for-interpretation.server";
import { refusePolicyChange, signPolicyChange } from "~/policies/change-policy.server";
import { changePolicyFiles } from "~/policies/change-policy-files.server";
import { editPlan, editPolicy } from "~/policies/edit-policy.server";
import { proposeException, refuseException, signException } from "~/policies/except-policy.server";
import { fillPolicySheet } from "~/policies/fill-policy-sheet.server";
import * as forms from "~/policies/forms";
import { enterPolicyPaper, refusePolicyPaper, verifyPolicyPaper } from "~/policies/paper-policy.server";
import { addPlannedForm, removePlannedForm } from "~/policies/plan-forms.server";
import { issuePolicy, releasePolicy } from "~/policies/release-policy.server";
import { removePolicyText } from "~/policies/save-policy-text.server";
import { approvePolicy, passPolicy, returnPolicy, submitPolicy } from "~/policies/sign-policy.server";
import { beginMaterial } from "~/policies/write-material.server";
import { readEnteredPaper, readRefusedPaper } from "~/reviews/paper-entry.server";
import { isSheetAct, readEntry } from "~/reviews/sheet-entry.server";

interface Posted {
  actor: Actor;
  slug: string;
  form: PostedForm;
  deps: ReturnType<typeof depsOf>;
}

/** Does the act; an address, when it leads on to another page. */
type Perform = (posted: Posted) => Promise<string | void>;

const ACTS: Record<string, Perform> = {
  edit: async ({ actor, slug, form, deps }) => {
    const { act: _act, version, ...fields } = parseForm(forms.editForm, form);
    await requireConsultation(fields.consultationSlug, deps);
    await editPolicy(actor, { slug, version, fields }, deps);
  },
  edit_plan: async ({ actor, slug, form, deps }) => {
    const { act: _act, version, ...fields } = parseForm(forms.planForm, form);
    await editPlan(actor, { slug, version, fields }, deps);
  },
  add_form: async ({ actor, slug, form, deps }) => {
    await addPlannedForm(actor, { slug, ...parseForm(forms.addFormForm, form) }, deps);
  },
  remove_form: async ({ actor, slug, form, deps }) => {
    await removePlannedForm(actor, { slug, ...parseForm(forms.removeFormForm, form) }, deps);
  },
  begin_material: async ({ actor, slug, form, deps }) => {
    const { kind } = parseForm(forms.beginMaterialForm, form);
    const material = await beginMaterial(actor, { policy: slug, kind, title: policyTerms.materialKinds[kind] }, deps);
    return `/desk/policies/${slug}/materials/${material}`;
  },
  change_files: async ({ actor, slug, form, deps }) => {
    const { version, remove, kept } = parseForm(forms.filesForm, form, forms.FILES_REPEATABLE);
    const { staged, reasons } = await stageUploads(deps, form.files.splice(0));
    const uploads = [...kept, ...staged.map(({ id }) => id)];
    form.fields.kept = uploads; // so that a refused form still has them
    requireNone([...form.reasons, ...reasons]);
    await changePolicyFiles(actor, { slug, version, remove, uploads }, deps);
  },
  remove_text: async ({ actor, slug, form, deps }) => {
    await removePolicyText(actor, { slug, ...parseForm(forms.removeTextForm, form) }, deps);
  },
  submit: async ({ actor, slug, form, deps }) => {
    await submitPolicy(actor, { slug, ...parseForm(forms.submitForm, form) }, deps);
  },
  pass: async ({ actor, slug, form, deps }) => {
    await passPolicy(actor, { slug, ...parseForm(forms.passForm, form) }, deps);
  },
  return: async ({ actor, slug, form, deps }) => {
    await returnPolicy(actor, { slug, ...parseForm(forms.returnForm, form) }, deps);
  },
  approve: async ({ actor, slug, form, deps }) => {
    await approvePolicy(actor, { slug, ...parseForm(forms.approveForm, form) }, deps);
  },
  issue: async ({ actor, slug, form, deps }) => {
    const { act: _act, ...issued } = parseForm(forms.issueForm, form);
    await issuePolicy(actor, { slug, ...issued }, deps);
  },
  release: async ({ actor, slug, form, deps }) => {
    await releasePolicy(actor, { slug, ...parseForm(forms.releaseForm, form) }, deps);
  },
  propose_exception: async ({ actor, slug, form, deps }) => {
    await proposeException(actor, { slug, ...parseForm(forms.proposeExceptionForm, form) }, deps);
  },
  sign_exception: async ({ actor, slug, form, deps }) => {
    await signException(actor, { slug, ...parseForm(forms.signExceptionForm, form) }, deps);
  },
  refuse_exception: async ({ actor, slug, form, deps }) => {
    await refuseException(actor, { slug, ...parseForm(forms.refuseExceptionForm, form) }, deps);
  },
  enter_paper: async ({ actor, slug, form, deps }) => {
    await enterPolicyPaper(actor, { slug, ...(await readEnteredPaper(form, deps)) }, deps);
  },
  verify_paper: async ({ actor, slug, form, deps }) => {
    const { act: _act, paper: id, ...said } = parseForm(forms.verifyPaperForm, form);
    await verifyPolicyPaper(actor, { slug, id, ...said }, deps);
  },
  refuse_paper: async ({ actor, slug, form, deps }) => {
    await refusePolicyPaper(actor, { slug, ...readRefusedPaper(form) }, deps);
  },
  call_for: async ({ actor, slug, form, deps }) => {
    await callForInterpretation(actor, { slug, ...parseForm(forms.callForForm, form) }, deps);
  },
  sign_change: async ({ actor, slug, form, deps }) => {
    await signPolicyChange(actor, { slug, ...parseForm(forms.signChangeForm, form) }, deps);
  },
  refuse_change: async ({ actor, slug, form, deps }) => {
    await refusePolicyChange(actor, { slug, ...parseForm(forms.refuseChangeForm, form) }, deps);
  },
};

/** Where to go on. Refusals: those of the act; `choice_unknown` for a verb that no button of the page has. */
export async function performPosted(act: string, posted: Posted): Promise<string> {
  if (isSheetAct(act)) {
    const { actor, slug, form, deps } = posted;
    await fillPolicySheet(actor, { policy: slug }, readEntry(form), deps);
    return `/desk/policies/${slug}#sheet`;
  }
  const perform = Object.hasOwn(ACTS, act) ? ACTS[act] : undefined;
  if (!perform) throw new Refused([{ code: "choice_unknown", field: "act" }]);
  return (await perform(posted)) ?? `/desk/policies/${posted.slug}`;
}
