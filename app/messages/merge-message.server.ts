import type { Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { mergeRefusals } from "./dispatch";
import { findSeen, type MessageRecord } from "./message-store.server";
import { performMessageAct, type ActInput } from "./perform-message-act.server";
import { dropReplies } from "./step-store.server";
import { tellSender } from "./tell-sender.server";

/**
 * 归并 of what says the same: both receipts stay valid, and whoever sent this one follows the other. Refusals: the
 * other is not there or not to be seen by this person, is merged or withdrawn itself, or has other recusals.
 */
export function mergeMessage(
  actor: Actor,
  { into, reason, ...input }: ActInput & { into: string; reason: string | null },
  deps: Deps,
): Promise<MessageRecord> {
  return performMessageAct(actor, "merge", input, deps, {
    reasons: async ({ tx, facts }) => mergeRefusals(facts.number, await findSeen(tx, actor, into), facts),
    write: async ({ tx, facts }) => {
      await dropReplies(tx, facts.number);
      await tellSender(tx, facts, "message_merged", {}, deps.now);
      return { data: { mergedIntoNumber: into }, payload: { into }, step: { text: reason } };
    },
  });
}
