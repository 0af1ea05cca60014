import { accountIdOf, holds, rightsOf, samePersonIds } from "~/accounts/actor";
import { fits, type AgendaDay, type AgendaEntry, type AgendaPart, type AgendaWish } from "~/agenda/agenda";
import type { PlainDate } from "~/calendar/plain-date";
import { currentCalendar } from "~/calendar/queries.server";
import type { Calendar } from "~/calendar/working-days";
import type { Deps } from "~/platform/db.server";
import { papersToVerify } from "~/reviews/paper.server";
import { WORK, workDueOn, type ClockGroup, type Work } from "./agenda";
import {
  countWork,
  findBySlugs,
  findObjections,
  findWork,
  type FoundWork,
  type WorkScope,
} from "./agenda-store.server";
import { countComments } from "./consultation-store.server";
import { isSheetOpen, sheetPartOf } from "./release-part";

type Wish = AgendaWish<Deps>;

/** What this person has to do about consultations. Each kind of work costs a few queries, however many there are. */
export async function consultationAgenda(wish: Wish): Promise<AgendaPart> {
  const { actor, deps } = wish;
  const calendar = await currentCalendar(deps.db.client);
  const part: AgendaPart = { days: [], entries: [] };
  const counted: { id: string; entry: AgendaEntry }[] = [];
  for (const work of WORK.filter(({ role }) => holds(actor, role))) {
    const { days, found } = await workOf(work, wish, calendar);
    part.days.push(...days);
    for (const row of found) {
      const entry = entryOf(row, work, wish.today, calendar);
      part.entries.push(entry);
      if (work.task === "process" || work.task === "complete") counted.push({ id: row.id, entry });
    }
  }
  if (holds(actor, "supervisor")) await addObjections(part, wish);
  await addPapers(part, wish, calendar);
  await addProgress(counted, deps);
  return part;
}

async function workOf(work: Work, wish: Wish, calendar: Calendar): Promise<{ days: AgendaDay[]; found: FoundWork[] }> {
  const { filter, first, today, deps } = wish;
  const scope = scopeOf(wish, work);
  const day = (group: ClockGroup): AgendaDay => ({
    task: work.task,
    dueOn: workDueOn(work, group, today, calendar),
    count: group.count,
  });
  const isLate = ({ dueOn }: AgendaDay) => !work.isWatched || (dueOn !== null && dueOn < today);
  const groups = (await countWork(deps.db.client, work, scope)).filter((group) => isLate(day(group)));
  const found: FoundWork[] = [];
  for (const series of seriesOf(groups.filter((group) => fits(day(group), filter, today)))) {
    found.push(...(await findWork(deps.db.client, work, scope, series, first)));
  }
  return { days: groups.map(day), found };
}

/** Within one length of the outcome clock the order of the last days is the order of the due days. */
function seriesOf(groups: readonly ClockGroup[]): ClockGroup[][] {
  const lengths = [...new Set(groups.map(({ outcomeDays }) => outcomeDays))].sort((a, b) => Number(a) - Number(b));
  return lengths.map((length) => groups.filter(({ outcomeDays }) => outcomeDays === length));
}

function entryOf(row: FoundWork, work: Work, today: PlainDate, calendar: Calendar): AgendaEntry {
  const { slug, title, unit, opensOn, closesOn, outcomeDays } = row;
  const day = work.clock === "first_day" ? opensOn : closesOn;
  const place = work.task === "process" ? "/comments" : "";
  return {
    ...{ module: "consultations", task: work.task, subject: slug, title, unitName: unit.name, progress: null },
    dueOn: workDueOn(work, { day, outcomeDays, count: 1 }, today, calendar),
    href: `/desk/consultations/${slug}${place}`,
  };
}

async function addObjections(part: AgendaPart, wish: Wish): Promise<void> {
  const { filter, first, today, deps } = wish;
  const scope = scopeOf(wish, { role: "supervisor" });
  const { count, found } = await findObjections(deps.db.client, scope, first);
  const day: AgendaDay = { task: "decide_objection", dueOn: null, count };
  if (count === 0) return;
  part.days.push(day);
  if (!fits(day, filter, today)) return;
  const entries = found.map(({ commentNumber, comment: { consultation } }): AgendaEntry => {
    const { title, unit } = consultation;
    const href = `/desk/comments/${commentNumber}`;
    const subject = `comment ${commentNumber}`;
    return {
      module: "consultations",
      task: day.task,
      subject,
      title,
      unitName: unit.name,
      dueOn: null,
      href,
      progress: null,
    };
  });
  part.entries.push(...entries);
}

/** Signatures on paper that somebody else entered, of what is being signed now. */
async function addPapers(part: AgendaPart, wish: Wish, calendar: Calendar): Promise<void> {
  const { actor, filter, today, deps } = wish;
  const papers = await papersToVerify(actor, "consultation", deps);
  if (papers.length === 0) return;
  const slugs = [...new Set(papers.map(({ id }) => id))];
  const found = await findBySlugs(deps.db.client, slugs, scopeOf(wish, { role: "reviewer" }));
  for (const row of found) {
    const { slug, title, unit, state, opensOn, closesOn, outcomeDays } = row;
    const isSigned = papers.some((paper) => paper.id === slug && paper.part === sheetPartOf(state));
    if (!isSheetOpen(state) || !isSigned) continue;
    const clock = sheetPartOf(state) === "draft" ? ("first_day" as const) : ("outcome" as const);
    const group = { day: clock === "first_day" ? opensOn : closesOn, outcomeDays, count: 1 };
    const day: AgendaDay = { task: "verify_paper", dueOn: workDueOn({ clock }, group, today, calendar), count: 1 };
    part.days.push(day);
    if (!fits(day, filter, today)) continue;
    part.entries.push({
      ...{ module: "consultations", task: day.task, subject: slug, title, unitName: unit.name, dueOn: day.dueOn },
      ...{ href: `/desk/consultations/${slug}/sheet#papers`, progress: null },
    });
  }
}

function scopeOf({ actor, filter: { q, unit }, today }: Wish, { role }: Pick<Work, "role">): WorkScope {
  const unitsOf = (roles: readonly string[]) => [
    ...new Set(rightsOf(actor).flatMap((right) => (roles.includes(right.role) ? right.unit : []))),
  ];
  return {
    ...{ accountId: accountIdOf(actor) ?? "", q, unit, today },
    samePerson: samePersonIds(actor),
    unitCodes: unitsOf([role]),
    ownUnits: unitsOf(["handling_officer", "reviewer", "approver"]),
  };
}

/** How many comments still wait for their outcome, where the work is about comments. */
async function addProgress(counted: { id: string; entry: AgendaEntry }[], { db }: Deps): Promise<void> {
  const ids = counted.map(({ id }) => id);
  const counts = await countComments(db.client, ids);
  for (const { id, entry } of counted) {
    const { received, inquired, undecided } = counts.get(id)!;
    if (received + inquired > 0) entry.progress = { open: undecided, all: received + inquired };
  }
}
