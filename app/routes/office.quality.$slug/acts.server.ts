import type { Actor } from "~/accounts/actor";
import { stageUploads } from "~/attachments/keep-attachments.server";
import type { depsOf } from "~/platform/deps.server";
import { parseForm } from "~/platform/http.server";
import type { PostedForm } from "~/platform/posted-form.server";
import { Refused, requireNone } from "~/platform/refusal";
import { checkQuality, recheckInterpretation } from "~/quality/check-quality.server";
import * as forms from "~/quality/forms";
import { orderReinterpretation } from "~/quality/order-reinterpretation.server";
import { enterPaperDecision, refusePaperDecision, verifyPaperDecision } from "~/quality/paper-decision.server";
import { decisionPaperForm, refusePaperForm, SHEET_REPEATABLE, verifyDecisionForm } from "~/reviews/forms";
import { decideQualityReport, reportQuality } from "~/quality/report-quality.server";

interface Posted {
  actor: Actor;
  slug: string;
  form: PostedForm;
  deps: ReturnType<typeof depsOf>;
}

const ACTS: Record<string, (posted: Posted) => Promise<unknown>> = {
  check: ({ actor, slug, form, deps }) => {
    const { outcome, note, important: isImportant, ...marks } = parseForm(forms.checkForm, form);
    return checkQuality(actor, { slug, sheet: forms.sheetOf(marks), outcome, note, isImportant }, deps);
  },
  recheck: ({ actor, slug, form, deps }) => {
    const { outcome, note, ...marks } = parseForm(forms.recheckForm, form);
    return recheckInterpretation(actor, { slug, sheet: forms.sheetOf(marks), outcome, note }, deps);
  },
  report: ({ actor, slug, form, deps }) => reportQuality(actor, { slug, ...parseForm(forms.reportForm, form) }, deps),
  approve_report: ({ actor, slug, form, deps }) => {
    const { reason } = parseForm(forms.approveReportForm, form);
    return decideQualityReport(actor, { slug, isApproved: true, reason }, deps);
  },
  decline_report: ({ actor, slug, form, deps }) => {
    const { reason } = parseForm(forms.declineReportForm, form);
    return decideQualityReport(actor, { slug, isApproved: false, reason }, deps);
  },
  enter_paper: enterPaper,
  verify_paper: ({ actor, slug, form, deps }) => {
    const { paper: id, words } = parseForm(verifyDecisionForm, form);
    return verifyPaperDecision(actor, { slug, id, words }, deps);
  },
  refuse_paper: ({ actor, slug, form, deps }) => {
    const { paper: id, reason } = parseForm(refusePaperForm, form);
    return refusePaperDecision(actor, { slug, id, reason }, deps);
  },
  order: ({ actor, slug, form, deps }) =>
    orderReinterpretation(actor, { slug, ...parseForm(forms.orderForm, form) }, deps),
};

async function enterPaper({ actor, slug, form, deps }: Posted) {
  const { staged, reasons } = await stageUploads(deps, form.files.splice(0));
  form.fields.kept = [...(form.fields.kept ?? []), ...staged.map(({ id }) => id)]; // so that a refused form still has them
  const read = parseForm(decisionPaperForm, form, SHEET_REPEATABLE);
  requireNone([...form.reasons, ...reasons]);
  const { paperAct: act, signer: signerId, number, statedOn, kept: uploads } = read;
  return enterPaperDecision(actor, { slug, act, signerId, number, statedOn, uploads }, deps);
}

/** Refusals: those of the act; `choice_unknown` for a verb that no button of the page has. */
export async function performPosted(act: string, posted: Posted): Promise<void> {
  const perform = Object.hasOwn(ACTS, act) ? ACTS[act] : undefined;
  if (!perform) throw new Refused([{ code: "choice_unknown", field: "act" }]);
  await perform(posted);
}
