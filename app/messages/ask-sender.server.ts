import { accountIdOf, type Actor } from "~/accounts/actor";
import { plainDateOf } from "~/calendar/plain-date";
import { currentCalendar } from "~/calendar/queries.server";
import { dueOn } from "~/calendar/working-days";
import type { Deps } from "~/platform/db.server";
import { clockSettings } from "./clock-settings.server";
import { answerDueOn, extensionRefusals } from "./clocks";
import type { MessageRecord } from "./message-store.server";
import { performMessageAct, performOwnAct, type ActInput } from "./perform-message-act.server";
import type { OwnInput } from "./sender.server";
import { answerQuestion, insertQuestion } from "./step-store.server";
import { tellSender } from "./tell-sender.server";

/** A question to the sender, the one thing that stops the clock, until the answer or its last day. Twice at most. */
export function askSender(
  actor: Actor,
  { text, ...input }: ActInput & { text: string },
  deps: Deps,
): Promise<MessageRecord> {
  return performMessageAct(actor, "ask", input, deps, {
    write: async ({ tx, facts, reading }) => {
      const { pauseDays } = await clockSettings(reading);
      const endsOn = dueOn(plainDateOf(deps.now), pauseDays, await currentCalendar(tx));
      const askedById = accountIdOf(actor) ?? "";
      await insertQuestion(tx, { messageNumber: facts.number, text, askedById, askedAt: deps.now, endsOn });
      await tellSender(tx, facts, "message_asked", { endsOn }, deps.now);
      return { payload: { endsOn }, step: { text } };
    },
  });
}

/** The sender's answer: the clock goes on. It is taken even when the pause is over. */
export function answerTheQuestion(
  actor: Actor,
  { text, ...input }: OwnInput & { text: string },
  deps: Deps,
): Promise<MessageRecord> {
  return performOwnAct(actor, "answer", input, deps, {
    write: async ({ tx, facts }) => {
      await answerQuestion(tx, facts.number, text, deps.now);
    },
  });
}

/** 延期, once, with a reason the sender reads, and not after the due day. */
export function extendMessage(
  actor: Actor,
  { reason, ...input }: ActInput & { reason: string },
  deps: Deps,
): Promise<MessageRecord> {
  return performMessageAct(actor, "extend", input, deps, {
    reasons: async ({ tx, facts }) => extensionRefusals(facts, deps.now, await currentCalendar(tx)),
    write: async ({ tx, facts }) => {
      const due = answerDueOn({ ...facts, extendedAt: deps.now }, await currentCalendar(tx));
      await tellSender(tx, facts, "message_extended", { dueOn: due }, deps.now);
      return { data: { extendedReason: reason }, payload: { dueOn: due }, step: { text: reason } };
    },
  });
}
