import { clauseLabel } from "~/drafting/clauses";
import type { Client } from "~/platform/db.server";
import { findClauses, type PolicyClauseRecord, type PolicyRecord } from "./policy-store.server";

/** A clause as it reads now and as it would read; an empty side says that it is new, or goes. */
export interface ProposedClause {
  label: string;
  before: string;
  after: string;
}

/** What a proposed change does to the text, clause by clause, for whoever signs it; empty when it changes none. */
export async function proposedClauses(client: Client, { text, change }: PolicyRecord): Promise<ProposedClause[]> {
  if (!change?.textId) return [];
  const now = text ? await findClauses(client, text.id) : [];
  const then = await findClauses(client, change.textId);
  const kept = new Set(then.map(({ clauseId }) => clauseId));
  const old = new Map(now.map((clause) => [clause.clauseId, clause]));
  const changed = then.flatMap((clause) => rowOf(old.get(clause.clauseId), clause));
  return [...changed, ...now.flatMap((clause) => (kept.has(clause.clauseId) ? [] : rowOf(clause, undefined)))];
}

function rowOf(before: PolicyClauseRecord | undefined, after: PolicyClauseRecord | undefined): ProposedClause[] {
  const [old, then] = [wordsOf(before), wordsOf(after)];
  return old === then ? [] : [{ label: clauseLabel((after ?? before)!), before: old, after: then }];
}

function wordsOf(clause: PolicyClauseRecord | undefined): string {
  return clause ? [clauseLabel(clause), clause.text].filter(Boolean).join("\n") : "";
}
