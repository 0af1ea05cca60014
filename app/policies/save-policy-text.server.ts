import type { Actor } from "~/accounts/actor";
import { textRefusals } from "~/disclosure/attribute";
import type { WrittenClause } from "~/drafting/draft-text";
import { digestOf } from "~/drafting/text-digest.server";
import { clausesRefusals, withIds } from "~/drafting/written-clauses";
import type { Deps } from "~/platform/db.server";
import { randomId } from "~/platform/ids.server";
import { performPolicyAct, type PolicyActContext, type PolicyActInput } from "./perform-policy-act.server";
import { deleteTexts, findUsedClauseIds, insertText, type TextRecord } from "./policy-store.server";

interface TextInput extends PolicyActInput {
  clauses: readonly WrittenClause[];
  changeNote: string | null;
}

/**
 * Saves the confirmed clauses as the document's text, in preparing. Clauses keep the ids they come with; new ones get ids
 * that no clause of the document ever had. Refusals: `register_entry_only`, `secrecy_review_missing`, those of clauses.
 */
export function savePolicyText(actor: Actor, { clauses, changeNote, ...input }: TextInput, deps: Deps) {
  return performPolicyAct(actor, "edit", input, deps, {
    reasons: async ({ tx, facts }) => [
      ...textRefusals({ attribute: facts.proposedAttribute, secrecyReview: facts.secrecyReview }, "clauses"),
      ...clausesRefusals(clauses, await findUsedClauseIds(tx, facts.id)),
    ],
    write: async (context) => {
      const written = await writeText(context, { kind: "first", clauses, changeNote }, deps);
      return { payload: written.payload };
    },
    event: "policy.text_saved",
  });
}

/** Takes the text away, so that the document can become a register entry. */
export function removePolicyText(actor: Actor, input: PolicyActInput, deps: Deps) {
  return performPolicyAct(actor, "edit", input, deps, {
    write: async ({ tx, facts }) => {
      await deleteTexts(tx, facts.id);
      return { payload: { texts: facts.texts.length } };
    },
    event: "policy.text_removed",
  });
}

/** Adds the next version of the text; a digest of it goes into the event. */
export async function writeText(
  { tx, facts }: Pick<PolicyActContext, "tx" | "facts">,
  { kind, clauses, changeNote }: Pick<TextInput, "clauses" | "changeNote"> & { kind: TextRecord["kind"] },
  deps: Deps,
) {
  const named = withIds(clauses, await findUsedClauseIds(tx, facts.id));
  const id = randomId();
  const text = { id, policyId: facts.id, kind, changeNote, createdAt: deps.now, shownAt: null };
  const number = await insertText(tx, text, named);
  return { id, payload: { text: id, number, kind, clauses: named.length, digest: digestOf(id, named) } };
}
