import type { Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { Refused, type Reason } from "~/platform/refusal";
import { handOver } from "./assign-message.server";
import { LIVE } from "./message";
import { listSeen } from "./message-store.server";
import { because } from "./reasons";

interface HandedOver {
  moved: { number: string; title: string }[];
  failed: { number: string; title: string; reasons: Reason[] }[];
}

/**
 * Moves every open message of one officer to another, as far as this person may see and move them. Each moves or says
 * why it did not: the successor is of another unit, is recused, or answered it before; somebody was faster.
 */
export async function handOverMessages(
  actor: Actor,
  { from, to }: { from: string; to: string },
  deps: Deps,
): Promise<HandedOver> {
  const result: HandedOver = { moved: [], failed: [] };
  const open = await listSeen(deps.db.client, actor, { officerId: from, state: { in: [...LIVE] } });
  for (const { number, title } of open) {
    try {
      if (from === to) throw new Refused([because("officer_unknown")]);
      await handOver(actor, { number, version: null, officer: to, reason: null }, deps);
      result.moved.push({ number, title });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      result.failed.push({ number, title, reasons: error.reasons });
    }
  }
  return result;
}
