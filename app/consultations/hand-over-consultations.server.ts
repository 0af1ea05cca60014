import { holds, type Actor, type Person } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { Refused, type Reason } from "~/platform/refusal";
import { findPreparedBy } from "./consultation-store.server";
import { performAct } from "./perform-act.server";
import { because } from "./reasons";

interface HandedOver {
  moved: { slug: string; title: string }[];
  failed: { slug: string; title: string; reasons: Reason[] }[];
}

/**
 * Moves every consultation that one officer prepares, and that has not ended, to another in the unit; for whoever
 * approves there. Each moves or says why it did not: the successor does not handle in that unit, the approver approves
 * in another one, somebody was faster.
 */
export async function handOverConsultations(
  actor: Actor,
  { from, to }: { from: string; to: Person },
  deps: Deps,
): Promise<HandedOver> {
  const result: HandedOver = { moved: [], failed: [] };
  for (const { slug, title, unitCode } of await findPreparedBy(deps.db.client, from)) {
    const reasons = successorReasons(from, to, unitCode);
    try {
      if (reasons.length > 0) throw new Refused(reasons);
      await performAct(actor, "hand_over", { slug, version: null }, deps, {
        write: async () => ({ data: { preparedById: to.accountId }, payload: { from, to: to.accountId } }),
        event: () => "consultation.handed_over",
      });
      result.moved.push({ slug, title });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      result.failed.push({ slug, title, reasons: error.reasons });
    }
  }
  return result;
}

function successorReasons(from: string, to: Person, unitCode: string): Reason[] {
  if (from === to.accountId) return [because("successor_is_same")];
  return holds(to, "handling_officer", unitCode) ? [] : [because("successor_no_right")];
}
