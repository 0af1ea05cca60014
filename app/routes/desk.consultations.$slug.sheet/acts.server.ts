import type { Actor } from "~/accounts/actor";
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
import { Refused } from "~/platform/refusal";
import { verifyPaperForm } from "~/reviews/forms";
import { readEnteredPaper, readRefusedPaper } from "~/reviews/paper-entry.server";
import { isSheetAct, readEntry } from "~/reviews/sheet-entry.server";

interface Posted {
  actor: Actor;
  slug: string;
  form: PostedForm;
  deps: ReturnType<typeof depsOf>;
}

const ACTS: Record<string, (posted: Posted) => Promise<unknown>> = {
  enter_paper: async ({ actor, slug, form, deps }) =>
    enterPaperSignature(actor, { slug, ...(await readEnteredPaper(form, deps)) }, deps),
  verify_paper: ({ actor, slug, form, deps }) => {
    const { paper: id, releaseRevisedDraft } = parseForm(verifyPaperForm, form);
    return verifyPaperSignature(actor, { slug, id, releaseRevisedDraft }, deps);
  },
  refuse_paper: ({ actor, slug, form, deps }) => refusePaperSignature(actor, { slug, ...readRefusedPaper(form) }, deps),
};

export async function performPosted(posted: Posted): Promise<void> {
  const act = posted.form.fields.act?.[0] ?? "";
  if (isSheetAct(act)) {
    await fill(posted);
    return;
  }
  const perform = Object.hasOwn(ACTS, act) ? ACTS[act] : undefined;
  if (!perform) throw new Refused([{ code: "choice_unknown", field: "act" }]);
  await perform(posted);
}

function fill({ actor, slug, form, deps }: Posted) {
  const entry = readEntry(form);
  switch (entry.act) {
    case "check":
      return checkRelease(actor, { slug, ...entry.check }, deps);
    case "override":
      return overrideReleaseHits(actor, { slug, ...entry.override }, deps);
    case "outside":
      return checkOutside(actor, { slug }, deps);
  }
}
