import type { Client } from "~/platform/db.server";
import type { Reason } from "~/platform/refusal";
import type { Calendar } from "~/calendar/working-days";
import type { PlainDate } from "~/calendar/plain-date";
import { findClauses, type ConsultationRecord } from "./consultation-store.server";
import { DECISION_KINDS, type DecisionKind } from "./period";
import { preparedRefusals } from "./preparing";
import { because } from "./reasons";

/** Reads the kind from the record; null while none was chosen. */
export function decisionKindOf({ decisionKind }: { decisionKind: string }): DecisionKind | null {
  return DECISION_KINDS.find((kind) => kind === decisionKind) ?? null;
}

/** Every reason why what is written in the record and its draft cannot go to review, or be signed. */
export async function preparedReasons(
  client: Client,
  consultation: ConsultationRecord,
  step: "submit" | "approve",
  today: PlainDate,
  calendar: Calendar,
): Promise<Reason[]> {
  const decisionKind = decisionKindOf(consultation);
  const clauses = consultation.draftId ? await findClauses(client, consultation.draftId) : [];
  const reasons = preparedRefusals(
    { ...consultation, decisionKind: decisionKind ?? "other", clauses },
    step,
    today,
    calendar,
  );
  return decisionKind ? reasons : [because("decision_kind_missing", "decisionKind"), ...reasons];
}
