import type { Actor } from "~/accounts/actor";
import type { depsOf } from "~/platform/deps.server";
import { parseForm } from "~/platform/http.server";
import type { PostedForm } from "~/platform/posted-form.server";
import { Refused } from "~/platform/refusal";
import { checkQuality, recheckInterpretation } from "~/quality/check-quality.server";
import * as forms from "~/quality/forms";
import { orderReinterpretation } from "~/quality/order-reinterpretation.server";
import {
  enterPaperDecision,
  paperPlaceAt,
  refusePaperDecision,
  verifyPaperDecision,
  verifyPaperRecheck,
} from "~/quality/paper-decision.server";
import { verifyDecisionForm } from "~/reviews/forms";
import { readEnteredPaper, readRefusedPaper } from "~/reviews/paper-entry.server";
import { decideQualityReport, reportQuality } from "~/quality/report-quality.server";

interface Posted {
  actor: Actor;
  slug: string;
  form: PostedForm;
  deps: ReturnType<typeof depsOf>;
}

const verifyRecheckForm = verifyDecisionForm.extend(forms.paperRecheckFields);

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
  enter_paper: async ({ actor, slug, form, deps }) =>
    enterPaperDecision(actor, { slug, ...(await readEnteredPaper(form, deps)) }, deps),
  verify_paper: async ({ actor, slug, form, deps }) => {
    if ((await paperPlaceAt(actor, slug, deps)).what === "recheck") {
      const { paper: id, words: note, outcome, act: _act, ...marks } = parseForm(verifyRecheckForm, form);
      return verifyPaperRecheck(actor, { slug, id, sheet: forms.sheetOf(marks), outcome, note }, deps);
    }
    const { paper: id, words } = parseForm(verifyDecisionForm, form);
    return verifyPaperDecision(actor, { slug, id, words }, deps);
  },
  refuse_paper: ({ actor, slug, form, deps }) => refusePaperDecision(actor, { slug, ...readRefusedPaper(form) }, deps),
  order: ({ actor, slug, form, deps }) =>
    orderReinterpretation(actor, { slug, ...parseForm(forms.orderForm, form) }, deps),
};

/** Refusals: those of the act; `choice_unknown` for a verb that no button of the page has. */
export async function performPosted(act: string, posted: Posted): Promise<void> {
  const perform = Object.hasOwn(ACTS, act) ? ACTS[act] : undefined;
  if (!perform) throw new Refused([{ code: "choice_unknown", field: "act" }]);
  await perform(posted);
}
