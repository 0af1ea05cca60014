import type { Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import type { MessageRecord } from "./message-store.server";
import { performMessageAct, performOwnAct, type ActInput } from "./perform-message-act.server";
import type { Result } from "./rating";
import { because } from "./reasons";
import type { OwnInput } from "./sender.server";
import { insertRating } from "./step-store.server";
import { tellSender } from "./tell-sender.server";

export interface RateInput extends OwnInput {
  satisfied: boolean;
  result: Result;
  words: string | null;
}

/** 评价, once for each answer. Refusals: not answered, rated before. */
export function rateReply(
  actor: Actor,
  { satisfied, result, words, ...input }: RateInput,
  deps: Deps,
): Promise<MessageRecord> {
  return performOwnAct(actor, "rate", input, deps, {
    reasons: ({ facts }) => (lastAnswer(facts)?.rating ? [because("rated_before")] : []),
    write: async ({ tx, facts }) => {
      const replyId = lastAnswer(facts)!.id;
      const { number: messageNumber } = facts;
      await insertRating(tx, { replyId, messageNumber, isSatisfied: satisfied, result, words, at: deps.now });
      return { payload: { satisfied, result }, step: { ground: result } };
    },
  });
}

/** 申请重新办理, once: it goes back to the office, which gives it to another officer. */
export function reopenMessage(
  actor: Actor,
  { reason, ...input }: OwnInput & { reason: string },
  deps: Deps,
): Promise<MessageRecord> {
  return performOwnAct(actor, "reopen", input, deps, {
    write: () => Promise.resolve({ step: { text: reason } }),
  });
}

/** 承诺办结: what was promised is done, and the sender is told what was done. */
export function keepPromise(
  actor: Actor,
  { reason, ...input }: ActInput & { reason: string },
  deps: Deps,
): Promise<MessageRecord> {
  return performMessageAct(actor, "keep_promise", input, deps, {
    write: async ({ tx, facts }) => {
      await tellSender(tx, facts, "message_promise_kept", {}, deps.now);
      return { step: { text: reason } };
    },
  });
}

/** 结案, when nothing is owed any more and the sender can no longer reopen, or is satisfied. */
export function closeMessage(
  actor: Actor,
  { reason, ...input }: ActInput & { reason: string | null },
  deps: Deps,
): Promise<MessageRecord> {
  return performMessageAct(actor, "close", input, deps, {
    write: () => Promise.resolve({ step: { text: reason, isInternal: true } }),
  });
}

/** Takes off the public page what was released, at once and by one person; to put it back needs a correction. */
export function withholdMessage(
  actor: Actor,
  { reason, ...input }: ActInput & { reason: string },
  deps: Deps,
): Promise<MessageRecord> {
  return performMessageAct(actor, "withhold", input, deps, {
    write: () =>
      Promise.resolve({
        data: { publishedAt: null, withheldGround: reason },
        step: { text: reason, isInternal: true },
      }),
  });
}

function lastAnswer({ replies }: MessageRecord) {
  return replies.findLast(({ kind, state }) => kind === "reply" && state === "released");
}
