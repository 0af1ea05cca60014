import type { Actor } from "~/accounts/actor";
import { plainDateOf, type PlainDate } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import { randomId } from "~/platform/ids.server";
import { findClauses, findUsedClauseIds, insertDraft } from "./consultation-store.server";
import { decidedRefusals, type StepFacts } from "./dossier";
import type { WrittenClause } from "~/drafting/draft-text";
import { digestOf } from "~/drafting/text-digest.server";
import { clausesRefusals, withIds } from "~/drafting/written-clauses";
import { performAct, type ActInput } from "./perform-act.server";
import { decisionKindOf } from "./prepared-facts.server";
import { listSteps } from "./processing-store.server";

interface DecisionInput extends ActInput {
  decidedOn: PlainDate;
  documentNumber: string | null;
  /** 研究采纳情况, as submitted to the meeting that decided (国令713 第二十九条). */
  decidedNote: string | null;
  /** The final text; left out, it is the revised draft or, without one, the text people commented on. */
  clauses?: readonly WrittenClause[];
}

/**
 * Records that the matter was decided elsewhere, with its final text. Refused without the adoption account and, for a
 * major decision, without its legality review.
 */
export function recordDecision(actor: Actor, { clauses, ...input }: DecisionInput, deps: Deps) {
  const { decidedOn, documentNumber, decidedNote } = input;
  return performAct(actor, "record_decision", input, deps, {
    reasons: async ({ tx, facts }) => [
      ...decidedRefusals(
        { adoptionAccount: decidedNote, decidedOn },
        {
          decisionKind: decisionKindOf(facts) ?? "other",
          closesOn: facts.closesOn,
          steps: (await listSteps(tx, facts.id)) as StepFacts[],
        },
        plainDateOf(deps.now),
      ),
      ...(clauses ? clausesRefusals(clauses, await findUsedClauseIds(tx, facts.id)) : []),
    ],
    write: async ({ tx, facts }) => {
      const source = facts.revisedDraftId ?? facts.draftId;
      const final = clauses ?? (source ? await findClauses(tx, source) : []);
      const texts = withIds(
        final.map(({ clauseId, level, number, heading, text, note }) => ({
          clauseId,
          level,
          number,
          heading,
          text,
          note,
        })),
        await findUsedClauseIds(tx, facts.id),
      );
      const draft = { id: randomId(), consultationId: facts.id, kind: "final" as const, changeNote: null };
      const { number } = await insertDraft(tx, { ...draft, createdAt: deps.now }, texts);
      return {
        data: { decidedOn, documentNumber, decidedNote },
        payload: { draft: draft.id, number, decidedOn, digest: digestOf(draft.id, texts) },
        happenedOn: decidedOn,
      };
    },
    event: () => "consultation.decided",
  });
}
