import { contactsWithRole } from "~/accounts/queries.server";
import { loadCalendar } from "~/calendar/load-calendar.server";
import { plainDateOf, type PlainDate } from "~/calendar/plain-date";
import { channelFor, SEALED_SUBJECT, type NewNotice } from "~/notifications/notice";
import { queueNotices } from "~/notifications/queue-notice.server";
import type { Deps, Reading } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { transact } from "~/timeline/transact.server";
import { officeUnit } from "~/units/queries.server";
import { clockSettings } from "./clock-settings.server";
import { escalationsOf, type Escalation } from "./clocks";
import { escalatedBefore } from "./escalations-store.server";
import { holderOf } from "./holder";
import { isSealed } from "./message";
import { findAndLock, type MessageRecord } from "./message-store.server";
import { openWork } from "./open-work.server";

const PLATFORM = { kind: "system" as const, name: "late messages" };
const WISHES = (["office", "unit", "promise"] as const).map((part) => ({ part, scope: { actor: PLATFORM } }));
/** The rest is told at the next run. */
const MOST_AT_ONCE = 200;

/**
 * Tells the unit's leader, and later the office, of messages that are late: once for each of them and each due day, whoever
 * runs it and however often. That a message is late, and before whom it stands, is a matter of the clock; this only tells.
 */
export async function escalateLate(deps: Deps): Promise<number> {
  const calendar = await loadCalendar(deps);
  const settings = await clockSettings(deps);
  const today = plainDateOf(deps.now);
  const late = (await openWork(WISHES, deps)).flatMap(({ number, message }) => {
    const escalations = escalationsOf(message, today, calendar, settings);
    return escalations && escalations.to.length > 0 ? [{ number, ...escalations }] : [];
  });
  const told = await escalatedBefore(
    deps.db.client,
    late.map(({ number }) => number),
  );
  let count = 0;
  for (const { number, to, dueOn } of late) {
    for (const step of to) {
      if (count >= MOST_AT_ONCE) return count;
      if (!told.has(`${number} ${step} ${dueOn}`) && (await escalate(number, step, dueOn, deps))) count += 1;
    }
  }
  return count;
}

/** Looks again under the lock of the message: another process may have told, or an officer answered meanwhile. */
function escalate(number: string, to: Escalation, dueOn: PlainDate, deps: Deps): Promise<boolean> {
  return transact(deps, async (tx, record) => {
    const message = await findAndLock(tx, deps.db.engine, number);
    if (!message || holderOf(message) === null) return false;
    if ((await escalatedBefore(tx, [number])).has(`${number} ${to} ${dueOn}`)) return false;
    const reading = { db: { client: tx } };
    const unitCode = message.leadUnitCode ?? (await officeUnit(tx)) ?? "";
    const subject = { kind: isSealed(message) ? SEALED_SUBJECT : "message", id: number };
    const notices = (await contactsOf(to, message, reading)).map((contact): NewNotice => ({
      ...{ kind: "message_late", contact, language: "zh-CN", subject, unitCode, params: { number, dueOn } },
    }));
    await queueNotices(tx, notices, deps.now);
    record({
      kind: "message.escalated",
      subject: { kind: "message", id: number },
      actor: PLATFORM,
      payload: { to, dueOn },
    });
    return true;
  });
}

/** Nobody whom the message is about, and nobody by telephone: whoever left no address reads it at the desk. */
async function contactsOf(to: Escalation, message: MessageRecord, reading: Reading): Promise<string[]> {
  const { leadUnitCode, recusedUnits, recusedIds, interestedIds } = message;
  if (to === "unit_leader" && leadUnitCode === null) return [];
  const [role, unit] = to === "unit_leader" ? (["approver", leadUnitCode] as const) : (["supervisor", null] as const);
  const hasGateway = env().SMS_URL !== undefined;
  const found = await contactsWithRole(reading, role, unit);
  return found
    .filter(
      ({ accountId, units }) =>
        ![...recusedIds, ...interestedIds].includes(accountId) && !units.some((one) => recusedUnits.includes(one)),
    )
    .map(({ contact }) => contact)
    .filter((contact) => channelFor(contact, hasGateway) !== "phone");
}
