import type { Actor } from "~/accounts/actor";
import { stageUploads } from "~/attachments/keep-attachments.server";
import {
  checkOutside,
  checkRelease,
  enterPaperSignature,
  overrideReleaseHits,
  refusePaperSignature,
  verifyPaperSignature,
} from "~/consultations/fill-release-sheet.server";
import type { depsOf } from "~/platform/deps.server";
import { parseForm } from "~/platform/http.server";
import type { PostedForm } from "~/platform/posted-form.server";
import { Refused, requireNone } from "~/platform/refusal";
import {
  checkForm,
  outsideForm,
  overrideForm,
  paperForm,
  refusePaperForm,
  SHEET_REPEATABLE,
  verifyPaperForm,
} from "~/reviews/forms";

interface Posted {
  actor: Actor;
  slug: string;
  form: PostedForm;
  deps: ReturnType<typeof depsOf>;
}

const ACTS: Record<string, (posted: Posted) => Promise<unknown>> = {
  check_secrecy: check,
  check_personal: check,
  override: ({ actor, slug, form, deps }) => {
    const { hit: hits, reason } = parseForm(overrideForm, form, SHEET_REPEATABLE);
    return overrideReleaseHits(actor, { slug, hits, reason }, deps);
  },
  check_outside: ({ actor, slug, form, deps }) => {
    parseForm(outsideForm, form);
    return checkOutside(actor, { slug }, deps);
  },
  enter_paper: enterPaper,
  verify_paper: ({ actor, slug, form, deps }) => {
    const { paper: id, releaseRevisedDraft } = parseForm(verifyPaperForm, form);
    return verifyPaperSignature(actor, { slug, id, releaseRevisedDraft }, deps);
  },
  refuse_paper: ({ actor, slug, form, deps }) => {
    const { paper: id, reason } = parseForm(refusePaperForm, form);
    return refusePaperSignature(actor, { slug, id, reason }, deps);
  },
};

export async function performPosted(posted: Posted): Promise<void> {
  const act = posted.form.fields.act?.[0] ?? "";
  const perform = Object.hasOwn(ACTS, act) ? ACTS[act] : undefined;
  if (!perform) throw new Refused([{ code: "choice_unknown", field: "act" }]);
  await perform(posted);
}

function check({ actor, slug, form, deps }: Posted) {
  const { act, cleared: isCleared, note } = parseForm(checkForm, form);
  const kind = act === "check_secrecy" ? ("secrecy" as const) : ("personal" as const);
  return checkRelease(actor, { slug, kind, isCleared, note }, deps);
}

async function enterPaper({ actor, slug, form, deps }: Posted) {
  const { staged, reasons } = await stageUploads(deps, form.files.splice(0));
  form.fields.kept = [...(form.fields.kept ?? []), ...staged.map(({ id }) => id)]; // so that a refused form still has them
  const {
    paperAct: act,
    signer: signerId,
    number,
    statedOn,
    kept: uploads,
  } = parseForm(paperForm, form, SHEET_REPEATABLE);
  requireNone([...form.reasons, ...reasons]);
  return enterPaperSignature(actor, { slug, act, signerId, number, statedOn, uploads }, deps);
}
