import type { Actor } from "~/accounts/actor";
import { MAX_FILES } from "~/attachments/attachment";
import { stageUploads } from "~/attachments/keep-attachments.server";
import { cutFinalText } from "~/consultations/cut-final-text.server";
import { finalTextForm, REPEATABLE_FIELDS, stepForm } from "~/consultations/forms";
import { recordDecision } from "~/consultations/record-decision.server";
import { recordStep } from "~/consultations/record-step.server";
import type { depsOf } from "~/platform/deps.server";
import { parseForm } from "~/platform/http.server";
import type { PostedForm } from "~/platform/posted-form.server";
import { Refused, requireNone } from "~/platform/refusal";

interface Posted {
  actor: Actor;
  slug: string;
  form: PostedForm;
  /** Ids of the files that were accepted, for the page of a refused form. */
  uploads: string[];
  deps: ReturnType<typeof depsOf>;
}

export async function performPosted(posted: Posted): Promise<void> {
  const act = posted.form.fields.act?.[0];
  if (act === "record_step") return step(posted);
  if (act === "record_decision") return decision(posted);
  throw new Refused([{ code: "choice_unknown", field: "act" }]);
}

async function step({ actor, slug, form, uploads, deps }: Posted): Promise<void> {
  const { staged, reasons } = await stageUploads(deps, form.files);
  uploads.push(...(form.fields.kept ?? []).slice(0, MAX_FILES), ...staged.map(({ id }) => id));
  const { act: _act, attachment: _attachment, kept: _kept, ...entry } = parseForm(stepForm, form, REPEATABLE_FIELDS);
  requireNone([...form.reasons, ...reasons]);
  // Steps are added, not changed: what a colleague entered meanwhile does not stand against it.
  await recordStep(actor, { slug, ...entry, version: null, uploads }, deps);
}

async function decision({ actor, slug, form, deps }: Posted): Promise<void> {
  const { act: _act, file: _file, finalText, source, ...entry } = parseForm(finalTextForm, form);
  requireNone(form.reasons);
  const text = finalText === "other" ? { source, file: form.files[0] } : null;
  const clauses = text ? await cutFinalText(actor, slug, text, deps) : undefined;
  await recordDecision(actor, { slug, ...entry, clauses }, deps);
}
