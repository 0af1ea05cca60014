import type { Actor } from "~/accounts/actor";
import { closeMessage, keepPromise, withholdMessage } from "~/messages/after-reply.server";
import { approveReply } from "~/messages/approve-reply.server";
import { askSender, extendMessage } from "~/messages/ask-sender.server";
import { assignMessage, handOver, returnAssignment, takeBack } from "~/messages/assign-message.server";
import { approveCorrection, correctReply, refuseCorrection } from "~/messages/correct-reply.server";
import { acceptMessage, changeKind, declineMessage, referMessage } from "~/messages/decide-reception.server";
import * as forms from "~/messages/forms";
import { REPEATED_TICKS, tickForm, useTemplateForm } from "~/messages/forms-aids";
import { mergeMessage } from "~/messages/merge-message.server";
import { noteMessage, openIdentity, type Identity } from "~/messages/open-identity.server";
import { recuseUnit } from "~/messages/recuse-unit.server";
import { fillReplySheet } from "~/messages/reply-sheet.server";
import { standAside } from "~/messages/stand-aside.server";
import { tickRequests } from "~/messages/tick-requests.server";
import { useTemplate } from "~/messages/use-template.server";
import { draftReply, returnToAuthor, submitReply } from "~/messages/write-reply.server";
import type { depsOf } from "~/platform/deps.server";
import { parseForm, type PostedForm } from "~/platform/http.server";
import { Refused } from "~/platform/refusal";
import { isSheetAct, readEntry } from "~/reviews/sheet-entry.server";

interface Posted {
  actor: Actor;
  number: string;
  form: PostedForm;
  deps: ReturnType<typeof depsOf>;
}

type Perform = (posted: Posted) => Promise<unknown>;

interface Versioned {
  act: string;
  version: number | null;
}

/** An act whose form carries exactly what its verb takes, beside the number. */
function plain<T extends Versioned>(
  schema: Parameters<typeof parseForm>[0] & { _output: T },
  verb: (actor: Actor, input: Omit<T, "act"> & { number: string }, deps: Posted["deps"]) => Promise<unknown>,
): Perform {
  return ({ actor, number, form, deps }) => {
    const { act: _act, ...input } = parseForm(schema, form, forms.REPEATABLE_FIELDS) as T;
    return verb(actor, { ...input, number }, deps);
  };
}

const ACTS: Record<string, Perform> = {
  accept: plain(forms.acceptForm, acceptMessage),
  decline: plain(forms.declineForm, declineMessage),
  refer: plain(forms.referForm, referMessage),
  change_kind: plain(forms.changeKindForm, changeKind),
  recuse: plain(forms.recuseForm, recuseUnit),
  merge: plain(forms.mergeForm, mergeMessage),
  assign: plain(forms.assignForm, assignMessage),
  take_back: plain(forms.takeBackForm, takeBack),
  return_assignment: plain(forms.returnAssignmentForm, returnAssignment),
  hand_over: plain(forms.handOverForm, handOver),
  stand_aside: plain(forms.standAsideForm, standAside),
  ask: plain(forms.askForm, askSender),
  extend: plain(forms.extendForm, extendMessage),
  note: plain(forms.noteForm, noteMessage),
  draft: plain(forms.draftForm, draftReply),
  submit: plain(forms.submitForm, submitReply),
  return: plain(forms.returnForm, returnToAuthor),
  approve: plain(forms.approveForm, approveReply),
  tick: ({ actor, number, form, deps }) =>
    tickRequests(actor, { number, ticks: parseForm(tickForm, form, REPEATED_TICKS) }, deps),
  use_template: ({ actor, number, form, deps }) => {
    const { version, template } = parseForm(useTemplateForm, form);
    return useTemplate(actor, { number, version, template }, deps);
  },
  keep_promise: plain(forms.keepPromiseForm, keepPromise),
  correct: plain(forms.correctForm, correctReply),
  approve_correction: plain(forms.approveCorrectionForm, approveCorrection),
  refuse_correction: plain(forms.refuseCorrectionForm, refuseCorrection),
  withhold: plain(forms.withholdForm, withholdMessage),
  close: plain(forms.closeForm, closeMessage),
};

/**
 * Does the act of the form. Opening an identity alone answers with something: it is shown once, in the answer to the
 * post. Refusals: those of the act; `choice_unknown` for a verb that no button of the page has.
 */
export async function performPosted(act: string, posted: Posted): Promise<Identity | null> {
  if (act === "open_identity") {
    const { actor, number, form, deps } = posted;
    const { act: _act, ...input } = parseForm(forms.openIdentityForm, form);
    return openIdentity(actor, { ...input, number }, deps);
  }
  if (isSheetAct(act)) {
    const { actor, number, form, deps } = posted;
    await fillReplySheet(actor, { number, entry: readEntry(form) }, deps);
    return null;
  }
  const perform = Object.hasOwn(ACTS, act) ? ACTS[act] : undefined;
  if (!perform) throw new Refused([{ code: "choice_unknown", field: "act" }]);
  await perform(posted);
  return null;
}
