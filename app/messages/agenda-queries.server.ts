import { holds, rightsOf, type Actor, type Role } from "~/accounts/actor";
import { byUrgency, fits, type AgendaDay, type AgendaEntry, type AgendaQuery, type Task } from "~/agenda/agenda";
import type { PlainDate } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import { readTitles } from "./desk-queries.server";
import type { MessageState } from "./message";
import { viewOf, type OpenWork } from "./kept-open.server";
import { openWork, stateOf, type OpenWish } from "./open-work.server";

type MessageTask = Extract<Task, `${string}_message`>;

/** What waits of messages: to be dispatched, answered, checked, or done as promised; each with its own clock. */
export const messageAgenda: AgendaQuery<Deps> = async ({ actor, filter, first, today, deps }) => {
  const wishes = wishesOf(actor, filter);
  const work = await readable(await openWork(wishes, deps), actor, filter.q, deps);
  const { tasks, days } = viewOf(work, `tasks ${today}`, () => tasksOf(work, deps.now));
  const found: OpenTask[] = [];
  for (const one of tasks) {
    if (found.length >= first) break;
    if (fits(one, filter, today)) found.push(one);
  }
  const numbers = found.map(({ number }) => number);
  const titles = await readTitles(actor, numbers, deps);
  return { days, entries: found.flatMap((one) => entryOf(titles.get(one.number), one) ?? []) };
};

type OpenTask = OpenWork & { task: MessageTask };

/** What there is to do, the most urgent first, and how much of each kind falls on each day. */
function tasksOf(work: readonly OpenWork[], now: Date): { tasks: OpenTask[]; days: AgendaDay[] } {
  const tasks = work.flatMap((one) => {
    const task = taskOf(one, now);
    return task ? [{ ...one, task }] : [];
  });
  return { tasks: tasks.sort(byUrgency), days: daysOf(tasks) };
}

function daysOf(tasks: readonly { task: MessageTask; dueOn: PlainDate | null }[]): AgendaDay[] {
  const days = new Map<string, AgendaDay>();
  for (const { task, dueOn } of tasks) {
    const key = `${task} ${dueOn}`;
    const day = days.get(key);
    if (day) day.count += 1;
    else days.set(key, { task, dueOn, count: 1 });
  }
  return [...days.values()];
}

/** A title that is masked for this person is found by what it shows, not by what it hides. */
async function readable(work: readonly OpenWork[], actor: Actor, words: string, deps: Deps) {
  if (words === "") return work;
  const titles = await readTitles(
    actor,
    work.map(({ number }) => number),
    deps,
  );
  return work.filter(({ number }) => titles.get(number)?.title.includes(words));
}

/** Each kind of work, of the units where this person does it. The office sees every message and is asked only for its own part. */
function wishesOf(actor: Actor, { unit, q: words }: { unit: string; q: string }): OpenWish[] {
  const wishes: OpenWish[] = [];
  if (unit === "" && (holds(actor, "supervisor") || holds(actor, "leader"))) {
    wishes.push({ part: "office", scope: { actor, words } });
  }
  const unitsOf = (...roles: Role[]) =>
    rightsOf(actor).flatMap((right) =>
      roles.includes(right.role) && (unit === "" || right.unit === unit) ? right.unit : [],
    );
  const add = (part: OpenWish["part"], units: string[], states?: MessageState[]) => {
    if (units.length > 0) wishes.push({ part, scope: { actor, words, units, states } });
  };
  add("unit", unitsOf("handling_officer"), ["assigned", "waiting"]);
  add("unit", unitsOf("reviewer", "approver"), ["reply_in_review"]);
  add("promise", unitsOf("handling_officer"));
  return wishes;
}

function taskOf(work: OpenWork, now: Date): MessageTask | null {
  if (work.part === "office") return "dispatch_message";
  if (work.part === "promise") return "keep_message";
  const state = stateOf(work, now);
  if (state === "assigned") return "answer_message";
  return state === "reply_in_review" ? "check_message" : null;
}

function entryOf(
  read: { number: string; title: string; unitName: string } | undefined,
  { part, task, dueOn }: OpenTask,
): AgendaEntry | null {
  if (!read) return null;
  const { number, title, unitName } = read;
  const place = { subject: number, href: `/desk/messages/${number}`, progress: null };
  const holder = part === "office" ? "" : unitName;
  return { module: "messages", task, title: title || number, unitName: holder, dueOn, ...place };
}
