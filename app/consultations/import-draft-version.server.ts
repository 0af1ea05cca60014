import type { Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { randomId } from "~/platform/ids.server";
import { findUsedClauseIds, insertDraft } from "./consultation-store.server";
import type { WrittenClause } from "~/drafting/draft-text";
import { digestOf } from "~/drafting/text-digest.server";
import { clausesRefusals, withIds } from "~/drafting/written-clauses";
import { performAct, type ActInput } from "./perform-act.server";
import { because } from "./reasons";
import { isBlank } from "~/forms/words";

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
