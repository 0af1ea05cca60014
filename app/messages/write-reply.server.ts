import { accountIdOf, type Actor } from "~/accounts/actor";
import { plainDateOf } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import { aidRefusals } from "./aid-refusals.server";
import { replyRefusals, type ReplyPlan } from "./reply";
import type { MessageRecord } from "./message-store.server";
import { performMessageAct, type ActInput } from "./perform-message-act.server";
import { returnReply, writeReply } from "./step-store.server";

export type ReplyInput = ActInput & ReplyPlan & { text: string };

/** Keeps an unfinished reply. Half of it may be missing; `submitReply` asks for the rest. */
export function draftReply(
  actor: Actor,
  { number, version, ...reply }: ReplyInput,
  deps: Deps,
): Promise<MessageRecord> {
  return performMessageAct(actor, "draft", { number, version }, deps, {
    write: async ({ tx, facts }) => {
      const writing = { kind: "reply" as const, authorId: accountIdOf(actor) ?? "", now: deps.now, submits: false };
      await writeReply(tx, facts.number, reply, writing);
      return { step: { isInternal: true } };
    },
  });
}

/** Hands the reply to a second person, with what the public is to read of it. */
export function submitReply(
  actor: Actor,
  { number, version, ...reply }: ReplyInput,
  deps: Deps,
): Promise<MessageRecord> {
  return performMessageAct(actor, "submit", { number, version }, deps, {
    reasons: async ({ tx, facts }) => [
      ...replyRefusals(reply, facts, plainDateOf(deps.now)),
      ...(await aidRefusals(tx, facts, reply.text)),
    ],
    write: async ({ tx, facts }) => {
      const writing = { kind: "reply" as const, authorId: accountIdOf(actor) ?? "", now: deps.now, submits: true };
      await writeReply(tx, facts.number, reply, writing);
      return { payload: { resolution: reply.resolution } };
    },
  });
}

/** The second person gives it back, and says what is to be changed. */
export function returnToAuthor(
  actor: Actor,
  { reason, ...input }: ActInput & { reason: string },
  deps: Deps,
): Promise<MessageRecord> {
  return performMessageAct(actor, "return", input, deps, {
    write: async ({ tx, facts }) => {
      await returnReply(tx, facts.number, "reply");
      return { step: { text: reason, isInternal: true } };
    },
  });
}
