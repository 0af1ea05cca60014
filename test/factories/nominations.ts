import { beginNomination, passNomination, submitNomination } from "~/nominations/change-nomination.server";
import { publishRound, signSelection, submitSelection } from "~/nominations/change-round.server";
import { decideNomination } from "~/nominations/judge-nomination.server";
import type { Database } from "~/platform/db.server";
import type { Person } from "~/accounts/actor";
import { at } from "../setup/clock";
import { createPerson, type Staff } from "./desk";
import { createReleased } from "./policies";

/** While 2026-H1 collects, and after. */
export const JULY = at("2026-07-10");
export const AUGUST = at("2026-08-05");
export const ROUND = "2026-H1";

export interface Judges {
  leader: Person;
  officeApprover: Person;
}

export async function createJudges(db: Database): Promise<Judges> {
  return {
    leader: await createPerson(db, "区领导", [{ role: "leader", unit: "office" }]),
    officeApprover: await createPerson(db, "公开办签发人", [{ role: "approver", unit: "office" }]),
  };
}

export const WRITTEN_CASE = { title: "讲明白绿道报修", statement: "照居民问的写。", contact: "陈工 020-00000000" };

/** Begun by the housing bureau for a package released in June 2026. */
export async function beginCase(
  db: Database,
  staff: Staff,
  words: Partial<typeof WRITTEN_CASE> = {},
): Promise<{ number: number; policy: string }> {
  const policy = await createReleased(db, staff);
  const number = await beginNomination(staff.handler, { ...WRITTEN_CASE, ...words, policy }, { db, now: JULY });
  return { number, policy };
}

/** Handed in and passed by two people of the unit. */
export async function nominateCase(db: Database, staff: Staff, words: Partial<typeof WRITTEN_CASE> = {}) {
  const begun = await beginCase(db, staff, words);
  const input = { number: begun.number, version: null };
  await submitNomination(staff.handler, input, { db, now: JULY });
  await passNomination(staff.reviewer, input, { db, now: JULY });
  return begun;
}

export async function decideCase(db: Database, staff: Staff, number: number, isSelected: boolean, reason: string) {
  await decideNomination(staff.office, { number, version: null, isSelected, reason }, { db, now: AUGUST });
}

/** The list as it is decided goes to signature, is signed and shown. */
export async function publishList(db: Database, staff: Staff, { leader }: Judges): Promise<void> {
  const input = { round: ROUND, version: null };
  await submitSelection(staff.office, input, { db, now: AUGUST });
  await signSelection(leader, input, { db, now: AUGUST });
  await publishRound(staff.office, input, { db, now: AUGUST });
}
