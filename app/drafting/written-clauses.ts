import { isBlank } from "~/forms/words";
import type { Reason } from "~/platform/refusal";
import type { WrittenClause } from "./draft-text";
import { MAX_DRAFT_CLAUSES } from "./limits";

export type NamedClause = WrittenClause & { clauseId: string };

/** Why these clauses cannot be a version of the text; `known` are the ids that the matter ever had. */
export function clausesRefusals(clauses: readonly WrittenClause[], known: ReadonlySet<string>): Reason[] {
  if (clauses.length === 0) return [{ code: "draft_missing", field: "clauses" }];
  if (clauses.length > MAX_DRAFT_CLAUSES)
    return [{ code: "too_many_clauses", field: "clauses", params: { maximum: MAX_DRAFT_CLAUSES } }];
  const ids = clauses.flatMap(({ clauseId }) => clauseId ?? []);
  const reasons: Reason[] = [];
  if (new Set(ids).size < ids.length) reasons.push({ code: "clause_twice", field: "clauses" });
  if (ids.some((id) => !known.has(id))) reasons.push({ code: "clause_unknown", field: "clauses" });
  const isEmpty = clauses.some(({ text, heading }) => isBlank(text) && isBlank(heading));
  if (isEmpty || clauses.every(({ text }) => isBlank(text)))
    reasons.push({ code: "clause_text_missing", field: "clauses" });
  return reasons;
}

/** New clauses get ids that no clause of the matter ever had. */
export function withIds(clauses: readonly WrittenClause[], used: ReadonlySet<string>): NamedClause[] {
  const numbers = [...used].map((id) => Number(/^c(\d{1,7})$/.exec(id)?.[1] ?? 0));
  let last = numbers.reduce((most, number) => Math.max(most, number), 0);
  return clauses.map((clause) => ({ ...clause, clauseId: clause.clauseId ?? `c${(last += 1)}` }));
}
