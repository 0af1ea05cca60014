import type { Actor } from "~/accounts/actor";
import { accountNames } from "~/accounts/queries.server";
import { loadCalendar } from "~/calendar/load-calendar.server";
import { plainDateOf, type PlainDate } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import { answeredWhere } from "./answered-store.server";
import { clockSettings } from "./clock-settings.server";
import { colourOn, type Colour } from "./clocks";
import { countAnswered } from "./count-answered.server";
import { NOBODY, type DeskFilter } from "./desk-filter";
import { viewOf, type OpenWork } from "./kept-open.server";
import { answeredNamed, listSeen, listTitled, pageOfAnswered, type MessageRecord } from "./message-store.server";
import { openWithWords } from "./open-work-store.server";
import { stateOf } from "./open-work.server";
import { maySeeSender } from "./permissions";
import { readable } from "./readable.server";

/** What fits the filter of the open work that the actor sees, in the same order. */
export async function narrowed(
  all: readonly OpenWork[],
  actor: Actor,
  { q, ...facts }: DeskFilter,
  deps: Deps,
): Promise<readonly OpenWork[]> {
  const today = plainDateOf(deps.now);
  const [calendar, settings] = [await loadCalendar(deps), await clockSettings(deps)];
  const coloured = new Map<PlainDate, Colour>();
  const colourOf = (dueOn: PlainDate) => {
    const colour = coloured.get(dueOn) ?? colourOn(dueOn, today, calendar, settings);
    coloured.set(dueOn, colour);
    return colour;
  };
  const fits = (work: OpenWork) =>
    (facts.kind === "" || work.message.kind === facts.kind) &&
    (facts.unit === "" || (work.message.leadUnitCode ?? NOBODY) === facts.unit) &&
    (facts.officer === "" || (work.message.officerId ?? NOBODY) === facts.officer) &&
    (facts.state === "" || stateOf(work, deps.now) === facts.state) &&
    (facts.colour === "" || (work.dueOn !== null && colourOf(work.dueOn) === facts.colour));
  const name = `narrowed ${JSON.stringify([facts, today, settings.yellowDays])}`;
  const found = Object.values(facts).every((value) => value === "")
    ? all
    : viewOf(all, name, (list) => list.filter(fits));
  return q === "" ? found : withWords(found, actor, q, deps);
}

async function withWords(work: readonly OpenWork[], actor: Actor, q: string, deps: Deps): Promise<OpenWork[]> {
  const named = await openWithWords(deps.db.client, actor, q);
  const found = work.filter(({ number }) => named.has(number));
  const masked = found.flatMap(({ number, message }) => (maySeeSender(actor, message) ? [] : number));
  const titled = await listTitled(deps.db.client, actor, masked);
  const hidden = new Set(titled.filter((one) => !shows(one, actor, q)).map(({ number }) => number));
  return found.filter(({ number }) => !hidden.has(number));
}

type Titled = Awaited<ReturnType<typeof listTitled>>[number];

/** A title that is masked for this person is found by what it shows, not by what it hides. */
function shows(message: Titled, actor: Actor, q: string): boolean {
  const { number, outsideNumber, title } = message;
  if (number.startsWith(q) || outsideNumber?.startsWith(q)) return true;
  return readable(message, actor, title).toLowerCase().includes(q.toLowerCase());
}

/** With words, only so many of the newest answers are looked through. */
const MOST_NAMED = 1_000;

/** A page of what was answered and fits, the newest answer first. */
export async function pageAnswered(
  actor: Actor,
  { filter, from, size }: { filter: DeskFilter; from: number; size: number },
  deps: Deps,
): Promise<{ messages: MessageRecord[]; total: number }> {
  const { client } = deps.db;
  const where = answeredWhere(filter, plainDateOf(deps.now));
  if (filter.q === "") {
    const total = await countAnswered(actor, filter, deps);
    return { messages: from < total ? await pageOfAnswered(client, actor, { from, size, where }) : [], total };
  }
  const named = await answeredNamed(client, actor, { words: filter.q, where, most: MOST_NAMED });
  const numbers = named.filter((one) => shows(one, actor, filter.q)).map(({ number }) => number);
  const page = numbers.slice(from, from + size);
  const messages = page.length > 0 ? await listSeen(client, actor, { number: { in: page } }) : [];
  return {
    messages: messages.sort((a, b) => page.indexOf(a.number) - page.indexOf(b.number)),
    total: numbers.length,
  };
}

/** Who is in charge of any of it, by name. */
export async function officersIn(work: readonly OpenWork[], deps: Deps): Promise<{ id: string; name: string }[]> {
  const ids = viewOf(work, "officers", (list) => [...new Set(list.flatMap(({ message }) => message.officerId ?? []))]);
  const names = await accountNames(deps, ids);
  const named = ids.flatMap((id) => ({ id, name: names.get(id) ?? "" }));
  return named.filter(({ name }) => name !== "").sort((a, b) => a.name.localeCompare(b.name, "zh-CN"));
}
