import type { Actor } from "~/accounts/actor";
import { cutSource, type CutSource } from "~/drafting/cut-source.server";
import { readDraftText } from "~/drafting/draft-text";
import type { depsOf } from "~/platform/deps.server";
import { parseForm } from "~/platform/http.server";
import type { PostedForm } from "~/platform/posted-form.server";
import { refuseAsNotFound, requireNone } from "~/platform/refusal";
import { proposePolicyChange } from "~/policies/change-policy.server";
import type { DeskText } from "~/policies/desk-text.server";
import { requireTextAllowed } from "~/policies/desk-text.server";
import { proposeChangeForm, textForm } from "~/policies/forms";
import { savePolicyText } from "~/policies/save-policy-text.server";

type Deps = ReturnType<typeof depsOf>;

/** Cuts the source for a look at it, saves the clauses that were confirmed, or proposes a change. */
export async function cutOrSave(
  actor: Actor,
  form: PostedForm,
  text: DeskText,
  deps: Deps,
): Promise<CutSource | string> {
  requireNone(form.reasons);
  const { slug } = text;
  if (form.fields.act?.[0] === "propose_change") {
    const { clauses, act: _act, ...change } = parseForm(proposeChangeForm, form);
    const read = readDraftText(clauses ?? "");
    if (change.change !== "repeal") requireNone(read.reasons);
    await proposePolicyChange(actor, { slug, ...change, clauses: read.clauses }, deps);
    return `/desk/policies/${slug}`;
  }
  const { act, version, source, clauses, changeNote } = parseForm(textForm, form);
  if (!text.mayHandle) throw refuseAsNotFound();
  requireTextAllowed(text);
  if (act === "cut") return cutSource({ source, file: form.files[0] }, text.clauses);
  const read = readDraftText(clauses ?? "");
  requireNone(read.reasons);
  await savePolicyText(actor, { slug, version, clauses: read.clauses, changeNote }, deps);
  return `/desk/policies/${slug}/text`;
}
