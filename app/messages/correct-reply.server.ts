import { accountIdOf, type Actor } from "~/accounts/actor";
import { plainDateOf } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import { releaseReasons } from "~/reviews/read-sheet.server";
import { planOf, publicationOf, waitingReply } from "./approve-reply.server";
import type { Resolution } from "./message";
import type { MessageRecord } from "./message-store.server";
import { performMessageAct, type ActInput } from "./perform-message-act.server";
import { displayRefusals, replyRefusals } from "./reply";
import { replyReviewed } from "./reply-reviewed.server";
import { releaseReply, returnReply, writeReply } from "./step-store.server";
import { tellSender } from "./tell-sender.server";
import type { ReplyInput } from "./write-reply.server";

/** A released reply is never changed: a correction is a new version with its 更正说明, and needs two people again. */
export function correctReply(
  actor: Actor,
  { number, version, ...reply }: ReplyInput & { correctionNote: string },
  deps: Deps,
): Promise<MessageRecord> {
  return performMessageAct(actor, "correct", { number, version }, deps, {
    reasons: ({ facts }) => replyRefusals(reply, facts, plainDateOf(deps.now)),
    write: async ({ tx, facts }) => {
      const writing = { kind: "correction" as const, authorId: accountIdOf(actor) ?? "", now: deps.now, submits: true };
      await writeReply(tx, facts.number, reply, writing);
      return { step: { isInternal: true } };
    },
  });
}

/** The second person releases the correction; the versions before it stay and can be read. */
export function approveCorrection(
  actor: Actor,
  { remark, ...input }: ActInput & { remark: string | null },
  deps: Deps,
) {
  return performMessageAct(actor, "approve_correction", input, deps, {
    reasons: async ({ tx, facts }) => {
      const reply = waitingReply(facts, "correction");
      if (!reply) return [];
      const sheet = await releaseReasons(tx, replyReviewed(facts)!);
      return [...displayRefusals(planOf(reply), facts), ...sheet.reasons];
    },
    write: async ({ tx, facts }) => {
      const reply = waitingReply(facts, "correction")!;
      await releaseReply(tx, reply.id, { releasedById: accountIdOf(actor), releasedAt: deps.now });
      await tellSender(tx, facts, "message_corrected", {}, deps.now);
      const resolution = reply.resolution as Resolution;
      return {
        carried: { resolution, promisedOn: reply.promisedOn },
        data: publicationOf(reply, deps.now),
        payload: { resolution, promisedOn: reply.promisedOn },
        step: { text: reply.correctionNote ?? remark },
      };
    },
  });
}

/** The correction goes back to its author, and the answer that stands goes on standing. */
export function refuseCorrection(actor: Actor, { reason, ...input }: ActInput & { reason: string }, deps: Deps) {
  return performMessageAct(actor, "refuse_correction", input, deps, {
    write: async ({ tx, facts }) => {
      await returnReply(tx, facts.number, "correction");
      return { step: { text: reason, isInternal: true } };
    },
  });
}
