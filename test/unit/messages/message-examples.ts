import type { Actor, Right } from "~/accounts/actor";
import { builtInCalendar } from "~/calendar/holidays";
import type { MessageFacts } from "~/messages/message";

export const calendar = builtInCalendar;

export function at(time: string): Date {
  return new Date(`${time}+08:00`);
}

export function person(accountId: string, ...rights: Right[]): Actor {
  return { kind: "person", accountId, username: accountId, name: accountId, rights };
}

export const handler = person("handler", { role: "handling_officer", unit: "housing" });
export const handler2 = person("handler2", { role: "handling_officer", unit: "housing" });
export const reviewer = person("reviewer", { role: "reviewer", unit: "housing" });
/** Writes and approves in the same unit: the rules must still ask for two people. */
export const bothRoles = person(
  "both",
  { role: "handling_officer", unit: "housing" },
  { role: "reviewer", unit: "housing" },
);
export const neighbour = person("neighbour", { role: "handling_officer", unit: "justice" });
export const office = person("office", { role: "supervisor", unit: "office" });
export const leader = person("leader", { role: "leader", unit: "office" }, { role: "approver", unit: "office" });
export const guest: Actor = { kind: "guest" };
export const platform: Actor = { kind: "system", name: "jobs" };

/** A complaint about noise at night, as it arrived on Friday 27 November 2026. */
export function noise(change: Partial<MessageFacts> = {}): MessageFacts {
  return {
    kind: "complaint",
    state: "received",
    receivedAt: at("2026-11-27T09:00:00"),
    acceptedAt: null,
    leadUnitCode: null,
    officerId: null,
    assistingUnits: [],
    recusedUnits: [],
    recusedIds: [],
    interestedIds: [],
    returnCount: 0,
    clockFrom: "2026-11-27",
    clockDays: 7,
    extendedDays: 15,
    extendedAt: null,
    questions: [],
    replyAuthorId: null,
    correctionAuthorId: null,
    repliedByIds: [],
    firstRepliedAt: null,
    repliedAt: null,
    resolution: null,
    promisedOn: null,
    promiseKeptAt: null,
    isSatisfied: null,
    reopenedAt: null,
    erasedAt: null,
    ...change,
  };
}
