import type { Actor } from "~/accounts/actor";
import { officerById } from "~/accounts/queries.server";
import type { Deps } from "~/platform/db.server";
import { unitByCode } from "~/units/queries.server";
import { assignmentRefusals, officerReasons, proposalRefusals, type ReturnGround } from "./dispatch";
import { endAssistance, setAssistance, type MessageRecord } from "./message-store.server";
import { performMessageAct, type ActInput } from "./perform-message-act.server";
import { because } from "./reasons";
import { dropReplies } from "./step-store.server";

export interface AssignInput extends ActInput {
  /** The lead unit, which alone is accountable. */
  unit: string;
  assisting: readonly (string | null)[];
  /** Account id of the officer, if one is named. */
  officer: string | null;
  /** The street it is about, when the office knows better than its words tell. */
  street?: string | null;
  reason: string | null;
}

/**
 * 交办 to one lead unit, with assisting units and, if wanted, to a person. The office may send it on at any time before
 * the answer; taking it from a unit needs a reason. Refusals: a unit or officer that is unknown, abolished or recused.
 */
export function assignMessage(
  actor: Actor,
  { unit, assisting, officer, street = null, reason, ...input }: AssignInput,
  deps: Deps,
): Promise<MessageRecord> {
  const assistingCodes = assisting.filter((code) => code !== null);
  return performMessageAct(actor, "assign", input, deps, {
    reasons: async ({ facts, reading }) => {
      const lead = await unitByCode(reading, unit);
      const named = officer === null ? null : await officerById(reading, officer);
      const others = await Promise.all(assistingCodes.map((code) => unitByCode(reading, code)));
      const plan = { lead, assisting: others, officer: named, isOfficerKnown: officer === null || named !== null };
      const place = street === null ? null : await unitByCode(reading, street);
      const isNoStreet = street !== null && place?.kind !== "street";
      const isTaken = facts.leadUnitCode !== null && facts.leadUnitCode !== unit;
      return [
        ...assignmentRefusals(plan, facts),
        ...(isNoStreet ? [because("message_unit_unknown", "street")] : []),
        ...(isTaken && !reason ? [because("reason_missing", "reason")] : []),
      ];
    },
    write: async ({ tx, facts, reading }) => {
      await setAssistance(tx, facts.number, assistingCodes);
      await dropReplies(tx, facts.number);
      const isOfStreet = (await unitByCode(reading, unit))?.kind === "street";
      const streetCode = street ?? facts.streetCode ?? (isOfStreet ? unit : null);
      return {
        carried: { leadUnitCode: unit, officerId: officer },
        data: { streetCode },
        payload: { unit, assisting: assistingCodes, officer, street: streetCode },
        step: { toUnitCode: unit, text: reason },
      };
    },
  });
}

/** 收回: the office takes it from the unit that has it, and says why. */
export function takeBack(
  actor: Actor,
  { reason, ...input }: ActInput & { reason: string },
  deps: Deps,
): Promise<MessageRecord> {
  return performMessageAct(actor, "take_back", input, deps, {
    write: async ({ tx, facts }) => {
      await dropReplies(tx, facts.number);
      return { payload: { unit: facts.leadUnitCode }, step: { text: reason } };
    },
  });
}

/** 退回 by the lead unit: a ground, a reason the sender reads, and where it belongs instead. Twice at most. */
export function returnAssignment(
  actor: Actor,
  { ground, proposed, reason, ...input }: ActInput & { ground: ReturnGround; proposed: string | null; reason: string },
  deps: Deps,
): Promise<MessageRecord> {
  return performMessageAct(actor, "return_assignment", input, deps, {
    reasons: async ({ facts, reading }) => {
      const unit = proposed === null ? null : await unitByCode(reading, proposed);
      return proposalRefusals(unit, proposed !== null, facts.leadUnitCode);
    },
    write: async ({ tx, facts }) => {
      await dropReplies(tx, facts.number);
      if (facts.leadUnitCode) await endAssistance(tx, facts.number, facts.leadUnitCode);
      return {
        payload: { ground, proposed, unit: facts.leadUnitCode },
        step: { ground, toUnitCode: proposed, text: reason },
      };
    },
  });
}

/** Another officer of the same unit takes it over: the one before has moved, or is away. */
export function handOver(
  actor: Actor,
  { officer, reason, ...input }: ActInput & { officer: string; reason: string | null },
  deps: Deps,
): Promise<MessageRecord> {
  return performMessageAct(actor, "hand_over", input, deps, {
    reasons: async ({ facts, reading }) => {
      const found = await officerById(reading, officer);
      if (!found || !found.units.includes(facts.leadUnitCode ?? "")) return [because("officer_unknown", "officer")];
      return officerReasons(found, facts);
    },
    write: () =>
      Promise.resolve({
        carried: { officerId: officer },
        payload: { officer },
        step: { text: reason, isInternal: true },
      }),
  });
}
