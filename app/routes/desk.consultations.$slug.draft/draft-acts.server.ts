import type { Actor } from "~/accounts/actor";
import { cutSource, type CutSource } from "~/drafting/cut-source.server";
import type { deskDraft } from "~/consultations/desk-queries.server";
import { readDraftText } from "~/drafting/draft-text";
import { draftStepForm } from "~/consultations/forms-desk";
import { importDraftVersion } from "~/consultations/import-draft-version.server";
import type { depsOf } from "~/platform/deps.server";
import { parseForm } from "~/platform/http.server";
import type { PostedForm } from "~/platform/posted-form.server";
import { refuseAsNotFound, requireNone } from "~/platform/refusal";

type Deps = ReturnType<typeof depsOf>;
type Draft = Awaited<ReturnType<typeof deskDraft>>;

/** Cuts the source for a look at it, or saves the clauses that were confirmed. */
export async function cutOrSave(
  actor: Actor,
  form: PostedForm,
  draft: Draft,
  deps: Deps,
): Promise<CutSource | "saved"> {
  requireNone(form.reasons);
  const { act, version, source, clauses, changeNote } = parseForm(draftStepForm, form);
  if (!draft.mayHandle) throw refuseAsNotFound();
  if (act === "cut") return cutSource({ source, file: form.files[0] }, draft.clauses);
  const read = readDraftText(clauses ?? "");
  requireNone(read.reasons);
  const { slug } = draft.consultation;
  const kind = draft.isRevision ? "revised" : "consultation";
  await importDraftVersion(actor, { slug, version, kind, clauses: read.clauses, changeNote }, deps);
  return "saved";
}
