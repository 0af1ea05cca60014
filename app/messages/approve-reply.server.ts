import { accountIdOf, type Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { releaseReasons } from "~/reviews/read-sheet.server";
import type { Resolution } from "./message";
import { findMessage, type MessageData, type MessageRecord, type ReplyRow } from "./message-store.server";
import { performMessageAct, type ActInput } from "./perform-message-act.server";
import { displayRefusals, type Display } from "./reply";
import { replyReviewed } from "./reply-reviewed.server";
import { releaseReply } from "./step-store.server";
import { tellSender } from "./tell-sender.server";

/**
 * A second person releases the reply: the sender is told, the first answer's time stands for ever, and what was
 * prepared for the public becomes public, if the sender's consent still holds. Refusals: the author cannot approve; the
 * release sheet where the district made it compulsory, and always a review that said no.
 */
export function approveReply(
  actor: Actor,
  { remark, ...input }: ActInput & { remark: string | null },
  deps: Deps,
): Promise<MessageRecord> {
  return performMessageAct(actor, "approve", input, deps, {
    reasons: async ({ tx, facts }) => {
      const reply = waitingReply(facts, "reply");
      if (!reply) return [];
      const sheet = await releaseReasons(tx, replyReviewed(facts)!);
      return [...displayRefusals(planOf(reply), facts), ...sheet.reasons];
    },
    write: async ({ tx, facts }) => {
      const reply = waitingReply(facts, "reply")!;
      await releaseReply(tx, reply.id, { releasedById: accountIdOf(actor), releasedAt: deps.now });
      await tellSender(tx, facts, "message_replied", {}, deps.now);
      for (const { number } of facts.duplicates) {
        await tellSender(tx, (await findMessage(tx, number))!, "message_replied", {}, deps.now);
      }
      const resolution = reply.resolution as Resolution;
      const { promisedOn } = reply;
      return {
        carried: { resolution, promisedOn },
        data: publicationOf(reply, deps.now),
        payload: { resolution, promisedOn, display: reply.display },
        step: { text: remark, isInternal: remark !== null },
      };
    },
  });
}

/** The version that waits for its second person. */
export function waitingReply(
  { replies }: Pick<MessageRecord, "replies">,
  kind: "reply" | "correction",
): ReplyRow | null {
  return replies.find((reply) => reply.kind === kind && reply.state === "in_review") ?? null;
}

export function planOf({ display, publicTitle, publicBody, publicReply }: ReplyRow) {
  return { display: display as Display, publicTitle, publicBody, publicReply };
}

/** What the release shows the public; with `none` it takes away what stood there. */
export function publicationOf(reply: ReplyRow, now: Date): MessageData {
  const { display, publicTitle, publicBody, publicReply } = reply;
  if (display === "none") {
    return { publishedAt: null, publicTitle: null, publicBody: null, publicReply: null, isTypical: false };
  }
  return { publishedAt: now, publicTitle, publicBody, publicReply, isTypical: display === "typical" };
}
