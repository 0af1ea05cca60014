import type { Actor } from "~/accounts/actor";
import { officerById } from "~/accounts/queries.server";
import type { Deps } from "~/platform/db.server";
import { unitByCode } from "~/units/queries.server";
import { isOneOfUnit } from "./holder";
import { endAssistance, insertRecusal, type MessageRecord } from "./message-store.server";
import { EVENTS } from "./path";
import { perform, performMessageAct, type ActContext, type ActInput } from "./perform-message-act.server";
import { because } from "./reasons";
import { dropReplies } from "./step-store.server";

export interface RecuseInput extends ActInput {
  unit: string | null;
  officer: string | null;
}

/**
 * 回避: the message turns out to be about a unit or an officer. From then on none of them finds it anywhere, its sender
 * is sealed, nothing of it is public; a unit that has it loses it to the office in the same transaction.
 */
export function recuseUnit(actor: Actor, { unit, officer, ...input }: RecuseInput, deps: Deps): Promise<MessageRecord> {
  return performMessageAct(actor, "recuse", input, deps, {
    reasons: async ({ facts, reading }) => {
      if (unit === null && officer === null) return [because("recusal_missing", "unit")];
      const isKnown = facts.recusedUnits.includes(unit ?? "") || facts.recusedIds.includes(officer ?? "");
      return [
        ...(isKnown ? [because("recused_already", "unit")] : []),
        ...(unit !== null && !(await unitByCode(reading, unit)) ? [because("message_unit_unknown", "unit")] : []),
        ...(officer !== null && !(await officerById(reading, officer)) ? [because("officer_unknown", "officer")] : []),
      ];
    },
    write: async (context) => {
      const { tx, facts, record } = context;
      // What was merged into it says the same about the same people.
      await insertRecusal(tx, facts.number, { unitCode: unit, accountId: officer });
      for (const { number } of facts.duplicates) {
        await insertRecusal(tx, number, { unitCode: unit, accountId: officer });
        const payload = { unit, officer, with: facts.number };
        record({ kind: EVENTS.recuse, subject: { kind: "message", id: number }, actor, payload });
      }
      if (unit !== null) await endAssistance(tx, facts.number, unit);
      const isHolder = unit !== null && facts.leadUnitCode === unit && isOneOfUnit(facts.state);
      if (isHolder) await loseToOffice(actor, context, deps);
      const data = { publishedAt: null, publicTitle: null, publicBody: null, publicReply: null };
      const ownOfficer = officer !== null && facts.officerId === officer ? { officerId: null } : {};
      return { data: { ...data, ...ownOfficer }, payload: { unit, officer }, step: { isInternal: true } };
    },
  });
}

/** The act's own row is written after this, so the version must follow. */
async function loseToOffice(actor: Actor, context: ActContext, deps: Deps): Promise<void> {
  await dropReplies(context.tx, context.facts.number);
  const after = await perform(actor, "take_back", context, deps);
  Object.assign(context.facts, { version: after.version, state: after.state, leadUnitCode: null, officerId: null });
}
