import type { Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { randomId, sha256 } from "~/platform/ids.server";
import type { Reason } from "~/platform/refusal";
import { canonicalJson } from "~/timeline/event";
import { isBlank } from "~/words/words";
import { findUsedClauseIds, insertDraft } from "./consultation-store.server";
import type { WrittenClause } from "./draft-text";
import { MAX_DRAFT_CLAUSES } from "./forms-desk";
import { performAct, type ActInput } from "./perform-act.server";
import { because } from "./reasons";

interface DraftInput extends ActInput {
  /** `consultation` is the text people comment on; `revised` is made of it after closing, and says what changed. */
  kind: "consultation" | "revised";
  clauses: readonly WrittenClause[];
  changeNote: string | null;
}

/**
 * Saves the confirmed clauses as the next version of the draft. Earlier versions stay. Clauses keep the ids they come
 * with; new ones get ids that no clause of this matter ever had, in any round. Refusals: `draft_missing`,
 * `clause_text_missing`, `clause_twice`, `clause_unknown`, `too_many_clauses`, `reason_missing` for a revised draft.
 */
export function importDraftVersion(actor: Actor, { kind, clauses, changeNote, ...input }: DraftInput, deps: Deps) {
  const isRevised = kind === "revised";
  return performAct(actor, isRevised ? "revise_draft" : "edit", input, deps, {
    reasons: async ({ tx, facts }) => [
      ...clausesRefusals(clauses, await findUsedClauseIds(tx, facts.id)),
      ...(isRevised && isBlank(changeNote) ? [because("reason_missing", "changeNote")] : []),
    ],
    write: async ({ tx, facts }) => {
      const named = withIds(clauses, await findUsedClauseIds(tx, facts.id));
      const draft = { id: randomId(), consultationId: facts.id, kind, changeNote, createdAt: deps.now };
      const { id, number } = await insertDraft(tx, draft, named);
      return { payload: { draft: id, number, kind, clauses: named.length, digest: digestOf(id, named) } };
    },
    event: () => "consultation.draft_saved",
  });
}

/** Why these clauses cannot be a version of the text; `known` are the ids that the matter ever had. */
export function clausesRefusals(clauses: readonly WrittenClause[], known: ReadonlySet<string>): Reason[] {
  if (clauses.length === 0) return [because("draft_missing", "clauses")];
  if (clauses.length > MAX_DRAFT_CLAUSES)
    return [{ code: "too_many_clauses", field: "clauses", params: { maximum: MAX_DRAFT_CLAUSES } }];
  const ids = clauses.flatMap(({ clauseId }) => clauseId ?? []);
  const reasons: Reason[] = [];
  if (new Set(ids).size < ids.length) reasons.push(because("clause_twice", "clauses"));
  if (ids.some((id) => !known.has(id))) reasons.push(because("clause_unknown", "clauses"));
  const isEmpty = clauses.some(({ text, heading }) => isBlank(text) && isBlank(heading));
  if (isEmpty || clauses.every(({ text }) => isBlank(text))) reasons.push(because("clause_text_missing", "clauses"));
  return reasons;
}

type NamedClause = WrittenClause & { clauseId: string };

/** New clauses get ids that no clause of the matter ever had. */
export function withIds(clauses: readonly WrittenClause[], used: ReadonlySet<string>): NamedClause[] {
  const numbers = [...used].map((id) => Number(/^c(\d{1,7})$/.exec(id)?.[1] ?? 0));
  let last = numbers.reduce((most, number) => Math.max(most, number), 0);
  return clauses.map((clause) => ({ ...clause, clauseId: clause.clauseId ?? `c${(last += 1)}` }));
}

/** Of the whole text, under the draft's own random id, so that the published version can be shown to be this one. */
export function digestOf(draftId: string, clauses: readonly NamedClause[]): string {
  const text = canonicalJson(
    clauses.map(({ clauseId, level, number, heading, text }) => [clauseId, level, number, heading, text]),
  );
  return sha256(`${draftId}\n${text}`);
}
