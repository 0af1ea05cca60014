import { loadCalendar } from "~/calendar/load-calendar.server";
import type { PlainDate } from "~/calendar/plain-date";
import type { Calendar } from "~/calendar/working-days";
import type { Deps } from "~/platform/db.server";
import { clockSettings } from "./clock-settings.server";
import { nearestDueOn } from "./clocks";
import { isOneOfUnit } from "./holder";
import { OFFICE_HELD, shownState, type MessageState } from "./message";
import {
  countOpen,
  listAlone,
  listGroups,
  type OpenGroup,
  type OpenPart,
  type OpenScope,
} from "./open-work-store.server";

/** Open messages that stand at the same place of a list: as many as `count`, or the one with the number. */
export interface OpenWork {
  part: OpenPart;
  state: MessageState;
  dueOn: PlainDate | null;
  count: number;
  /** Empty for a group. */
  number: string;
  group: OpenGroup;
}

export type OpenWish = { part: OpenPart; scope: OpenScope };

/** What is open under these wishes, with the day of its most urgent clock: counted by the database, dated here. */
export async function openWork(wishes: readonly OpenWish[], deps: Deps): Promise<OpenWork[]> {
  const { client } = deps.db;
  const date = await dating(deps);
  const work: OpenWork[] = [];
  for (const { part, scope } of wishes) {
    const alone = part === "promise" && !scope.words ? [] : await listAlone(client, part, scope);
    const groups = scope.words ? [] : await countOpen(client, part, scope);
    work.push(...[...groups, ...alone].map(date));
  }
  return work;
}

/**
 * The messages from one place of the list to another, the nearest first. Those at one place stand in the order of their
 * numbers, so that pages never overlap. `placeOf` tells the place; null is not in the list.
 */
export async function workAt(
  work: readonly OpenWork[],
  wishes: readonly OpenWish[],
  { from, size, placeOf }: { from: number; size: number; placeOf: (work: OpenWork) => string | null },
  deps: Deps,
): Promise<OpenWork[]> {
  const places = new Map<string, number>();
  const placed = work.flatMap((one) => {
    const place = placeOf(one);
    if (place !== null) places.set(place, (places.get(place) ?? 0) + one.count);
    return place === null ? [] : { one, place };
  });
  const touched = new Set<string>();
  let [before, skipped] = [0, 0];
  for (const [place, count] of [...places].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (before >= from + size) break;
    if (before + count > from) touched.add(place);
    else skipped += count;
    before += count;
  }
  const here = placed.flatMap(({ one, place }) => (touched.has(place) ? one : []));
  const alone = await eachOf(here, wishes, deps);
  return alone.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)).slice(from - skipped, from - skipped + size);

  function orderOf(one: OpenWork): string {
    return `${placeOf(one)} ${one.number}`;
  }
}

export function countOf(work: readonly OpenWork[]): number {
  return work.reduce((sum, { count }) => sum + count, 0);
}

/** The messages of these groups, each by itself. */
export async function eachOf(here: readonly OpenWork[], wishes: readonly OpenWish[], deps: Deps): Promise<OpenWork[]> {
  const alone = here.filter(({ group }) => group.number !== null);
  const groups = here.filter(({ group }) => group.number === null);
  if (groups.length === 0) return alone;
  const parts = new Set(groups.map(({ group }) => partOf(group)));
  const found = await listGroups(
    deps.db.client,
    groups.map(({ group }) => group),
    wishes.filter(({ part }) => parts.has(part)),
  );
  return [...alone, ...found.map(await dating(deps))];
}

async function dating(deps: Deps): Promise<(group: OpenGroup) => OpenWork> {
  const calendar = await loadCalendar(deps);
  const settings = await clockSettings(deps);
  const known = counted.get(calendar) ?? new Map<string, PlainDate | null>();
  counted.set(calendar, known);
  return (group) => ({
    part: partOf(group),
    state: shownState({ ...group.facts, ...NOT_ANSWERED }, deps.now),
    dueOn: dateOf(group),
    count: group.count,
    number: group.number ?? "",
    group,
  });

  function dateOf({ facts }: OpenGroup): PlainDate | null {
    const { state: _state, ...clock } = facts;
    const key = JSON.stringify([partOf({ facts }), settings.dispatchDays[facts.kind], clock]);
    const dueOn = known.get(key) ?? nearestDueOn(facts, calendar, settings);
    if (known.size >= MOST_COUNTED) known.clear();
    known.set(key, dueOn);
    return dueOn;
  }
}

/** What is open was not answered, or owes what it promised. */
const NOT_ANSWERED = { repliedAt: null, resolution: null, promiseKeptAt: null };

/** Days that were counted with a calendar before: hundreds of clocks on every page, and mostly the same ones. */
const MOST_COUNTED = 20_000;
const counted = new WeakMap<Calendar, Map<string, PlainDate | null>>();

function partOf({ facts: { state } }: Pick<OpenGroup, "facts">): OpenPart {
  if ((OFFICE_HELD as readonly MessageState[]).includes(state)) return "office";
  return isOneOfUnit(state) ? "unit" : "promise";
}
