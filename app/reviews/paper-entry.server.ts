import { stageUploads } from "~/attachments/keep-attachments.server";
import type { Deps } from "~/platform/db.server";
import { parseForm } from "~/platform/http.server";
import type { PostedForm } from "~/platform/posted-form.server";
import { requireNone } from "~/platform/refusal";
import { paperForm, refusePaperForm, SHEET_REPEATABLE, verifyDecisionForm } from "./forms";
import type { PaperInput } from "./paper.server";

/** The signature on paper that a form enters. Its scan is set aside first, so that a refused form still has it. */
export async function readEnteredPaper(form: PostedForm, deps: Deps): Promise<PaperInput> {
  const { staged, reasons } = await stageUploads(deps, form.files.splice(0));
  form.fields.kept = [...(form.fields.kept ?? []), ...staged.map(({ id }) => id)];
  const read = parseForm(paperForm, form, SHEET_REPEATABLE);
  requireNone([...form.reasons, ...reasons]);
  const { paperAct: act, signer: signerId, number, statedOn, kept: uploads } = read;
  return { act, signerId, number, statedOn, uploads };
}

/** Which paper a form verifies, and the words on it, where a decision has some. */
export function readVerifiedPaper(form: PostedForm): { id: number; words: string | null } {
  const { paper: id, words } = parseForm(verifyDecisionForm, form);
  return { id, words };
}

/** Which paper a form sends back, and why. */
export function readRefusedPaper(form: PostedForm): { id: number; reason: string } {
  const { paper: id, reason } = parseForm(refusePaperForm, form);
  return { id, reason };
}
