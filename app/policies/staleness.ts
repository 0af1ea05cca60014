import type { PlainDate } from "~/calendar/plain-date";
import { isInForce, validityOn, type Validity, type ValidityFacts } from "./validity";

export interface StaleFacts extends ValidityFacts {
  /** The document's text now, and the one the material explains. */
  textNumber: number;
  materialTextNumber: number;
  /** The clauses it explains that read differently in the text of now. */
  changedClauses: readonly string[];
  successorSlug: string | null;
}

/** Why a reader should not rely on a material as it stands. None of it is stored: it follows from text, days and clock. */
export type Staleness =
  | { kind: "text_changed"; clauses: readonly string[] }
  | { kind: "lapsed"; validity: Extract<Validity, "expired" | "repealed">; successorSlug: string | null };

export function stalenessOf(facts: StaleFacts, today: PlainDate): Staleness | null {
  const validity = validityOn(facts, today);
  if (!isInForce(validity) && validity !== "upcoming")
    return { kind: "lapsed", validity: validity as "expired" | "repealed", successorSlug: facts.successorSlug };
  const isBehind = facts.materialTextNumber < facts.textNumber && facts.changedClauses.length > 0;
  return isBehind ? { kind: "text_changed", clauses: facts.changedClauses } : null;
}
