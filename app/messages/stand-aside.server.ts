import { accountIdOf, type Actor } from "~/accounts/actor";
import { holdersOf, officerById, officersOf } from "~/accounts/queries.server";
import type { Deps, Reading } from "~/platform/db.server";
import { standAsideRefusals } from "./dispatch";
import { insertRecusal, type MessageRecord } from "./message-store.server";
import { EVENTS } from "./path";
import { performMessageAct, type ActInput } from "./perform-message-act.server";
import { mayAct } from "./permissions";
import { dropReplies } from "./step-store.server";

export interface StandAsideInput extends ActInput {
  /** Account id; null is whoever asks. */
  officer: string | null;
  /** Who takes it over; null leaves it to the unit. */
  successor: string | null;
  reason: string;
}

/**
 * 利害关系回避: an officer who has a stake in the message declares it, or the office orders it. From then on the officer
 * finds it nowhere and what the officer was writing of a reply does not go out; the message stays with the unit, which has
 * others. Unlike a message about an officer it is not sealed. Refusals: those of `standAsideRefusals`.
 */
export function standAside(
  actor: Actor,
  { officer, successor, reason, ...input }: StandAsideInput,
  deps: Deps,
): Promise<MessageRecord> {
  const own = accountIdOf(actor);
  const asideId = officer ?? own ?? "";
  return performMessageAct(actor, "stand_aside", input, deps, {
    reasons: async ({ facts, reading }) =>
      standAsideRefusals(
        {
          officerId: (await isOfMessage(asideId, facts, reading)) ? asideId : null,
          isOwn: asideId === own,
          mayOrder: mayAct(actor, "take_back", facts),
          handlers: await handlersOf(asideId, facts, reading),
          successorId: successor,
        },
        facts,
      ),
    write: async ({ tx, facts, record }) => {
      const who = { accountId: asideId, isInterest: true };
      const payload = { officer: asideId, successor, isOrdered: asideId !== own };
      await insertRecusal(tx, facts.number, who);
      // What was merged into it says the same.
      for (const { number } of facts.duplicates) {
        await insertRecusal(tx, number, who);
        const subject = { kind: "message", id: number };
        record({ kind: EVENTS.stand_aside, subject, actor, payload: { ...payload, with: facts.number } });
      }
      const unfinished = facts.replies.find(({ state }) => state === "draft" || state === "in_review");
      const replyDropped = unfinished?.authorId === asideId && unfinished.kind === "reply";
      if (replyDropped) await dropReplies(tx, facts.number);
      const isReplyDropped = replyDropped && facts.state === "reply_in_review";
      return {
        carried: { officerId: successor ?? (facts.officerId === asideId ? null : facts.officerId), isReplyDropped },
        payload: { ...payload, replyDropped: isReplyDropped },
        step: { text: reason, isInternal: true },
      };
    },
  });
}

/** Somebody of a unit that has the message, or of the office that dispatches it. */
async function isOfMessage(accountId: string, facts: MessageRecord, reading: Reading): Promise<boolean> {
  const units = (await officerById(reading, accountId))?.units ?? [];
  if ([facts.leadUnitCode, ...facts.assistingUnits].some((unit) => unit !== null && units.includes(unit))) return true;
  return (await holdersOf(reading, "supervisor")).includes(accountId);
}

/** Those who do the same for the message: dispatch it, or handle it in the unit that has it. */
async function handlersOf(asideId: string, { leadUnitCode }: MessageRecord, reading: Reading): Promise<string[]> {
  const dispatchers = await holdersOf(reading, "supervisor");
  if (leadUnitCode === null || dispatchers.includes(asideId)) return dispatchers;
  return (await officersOf(reading, leadUnitCode)).map(({ id }) => id);
}
