import { holds, rightsOf, type Person, type Role } from "~/accounts/actor";
import { accountNames, lastSeen, personById, staffOf } from "~/accounts/queries.server";
import { loadCalendar } from "~/calendar/load-calendar.server";
import { plainDateOf } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import { listUnits } from "~/units/queries.server";
import { mayArrange, mayEnd, maySetAbsence, workingDaysAway } from "./deputy";
import type { AbsentRow, ArrangementRow, DeputiesFacts, StaffChoice } from "./deputies-facts";
import { listDeputies, type DeputyRecord } from "./deputy-store.server";
import { absenceDays } from "./set-absence.server";

const MOST_ROWS = 100;
/** Who has work on a desk; administrators have none. */
const WORKING: Role[] = ["handling_officer", "reviewer", "approver"];

/** What the page of deputies shows this person: own arrangements, and those of the people this person may arrange for. */
export async function deputiesFacts(actor: Person, deps: Deps): Promise<DeputiesFacts> {
  const everyone = await staffOf(deps, null);
  const principals = everyone.filter((person) => mayArrange(actor, person));
  const units = new Set(principals.flatMap(({ rights }) => rights.map(({ unit }) => unit)));
  const deputies = everyone.filter(({ rights }) => rights.some(({ unit }) => units.has(unit)));
  const isAll = holds(actor, "security_admin");
  const shown = isAll ? null : [actor.accountId, ...principals.map(({ accountId }) => accountId)];
  const rows = await listDeputies(deps.db.client, shown, MOST_ROWS);
  const unitNames = new Map((await listUnits(deps)).map(({ code, name }) => [code, name]));
  const choice = ({ accountId, name, rights }: Person): StaffChoice => {
    const of = [...new Set(rights.map(({ unit }) => unitNames.get(unit) ?? unit))];
    return { id: accountId, name, units: of.join("、") };
  };
  const approved = everyone.filter(({ rights }) => rights.some(({ unit }) => holds(actor, "approver", unit)));
  return {
    principals: principals.map(choice),
    deputies: deputies.map(choice),
    handOver: {
      from: approved.map(choice),
      to: approved.filter((person) => holds(person, "handling_officer")).map(choice),
    },
    rows: await arrangementRows(actor, rows, everyone, deps),
    absence: { days: await absenceDays(deps), maySet: maySetAbsence(actor) },
    today: plainDateOf(deps.now),
  };
}

async function arrangementRows(
  actor: Person,
  rows: DeputyRecord[],
  everyone: Person[],
  deps: Deps,
): Promise<ArrangementRow[]> {
  const names = await accountNames(
    deps,
    rows.flatMap(({ principalId, deputyId, arrangedById, endedById }) => [
      principalId,
      deputyId,
      arrangedById,
      endedById,
    ]),
  );
  const nameOf = (id: string | null) => names.get(id ?? "") ?? "—";
  return rows.map((row) => {
    const principal = everyone.find(({ accountId }) => accountId === row.principalId);
    const isOver = row.endsAt <= deps.now;
    return {
      ...{ id: row.id, fromOn: row.fromOn, untilOn: row.untilOn },
      principal: nameOf(row.principalId),
      deputy: nameOf(row.deputyId),
      arrangedBy: nameOf(row.arrangedById),
      arrangedAt: row.arrangedAt.toISOString(),
      endedBy: row.endedAt ? nameOf(row.endedById) : null,
      endedAt: row.endedAt?.toISOString() ?? null,
      state: isOver ? "over" : row.startsAt <= deps.now ? "in_force" : "to_come",
      mayEnd: !isOver && mayEnd(actor, row.deputyId, principal ?? { accountId: row.principalId, rights: [] }),
    };
  });
}

/** Whoever in the units that this person approves for has not signed in for the set number of working days. */
export async function absentPeople(
  actor: Person,
  deps: Deps,
): Promise<(Omit<AbsentRow, "id" | "name" | "waiting"> & { person: Person })[]> {
  const units = [
    ...new Set(
      rightsOf(actor)
        .filter(({ role }) => role === "approver")
        .map(({ unit }) => unit),
    ),
  ];
  if (units.length === 0) return [];
  const people = (await staffOf(deps, units)).filter(
    (person) => person.accountId !== actor.accountId && WORKING.some((role) => holds(person, role)),
  );
  const seen = await lastSeen(
    deps,
    people.map(({ accountId }) => accountId),
  );
  const [calendar, limit] = await Promise.all([loadCalendar(deps), absenceDays(deps)]);
  const today = plainDateOf(deps.now);
  const away = people.flatMap(({ accountId }) => {
    const { at, isNever } = seen.get(accountId)!;
    const since = plainDateOf(at);
    const workingDays = workingDaysAway(since, today, calendar);
    return workingDays >= limit ? [{ accountId, since, isNever, workingDays }] : [];
  });
  const found = await Promise.all(away.map(async (one) => ({ ...one, person: await personById(deps, one.accountId) })));
  return found.flatMap(({ person, accountId: _id, ...away }) => (person ? [{ person, ...away }] : []));
}
