import { loadCalendar } from "~/calendar/load-calendar.server";
import { plainDateOf, yearOf } from "~/calendar/plain-date";
import type { Calendar } from "~/calendar/working-days";
import type { Deps } from "~/platform/db.server";
import { digest } from "~/timeline/chain.server";
import { listUnits } from "~/units/queries.server";
import {
  FIGURE_ROWS,
  figuresOf,
  partsOf,
  rowsOf,
  type CountedMessage,
  type Figures,
  type FiguresPart,
} from "./figures";
import { answersDueOn } from "./clocks";
import { keptMonths } from "./kept-months.server";
import { NO_UNIT, type ListQuery } from "./log-query";
import { asAsked, KINDS, storedState, type MessageKind } from "./message";
import { monthOf } from "./months";
import { listForFigures } from "./public-store.server";
import type { UnitName } from "./shown";

export interface FiguresPage {
  year: string;
  month: string;
  at: Date;
  total: Figures;
  /** Null is what no unit has yet. */
  byUnit: { unit: UnitName | null; figures: Figures }[];
  byKind: { kind: MessageKind; figures: Figures }[];
  /** Null is what names no place of one street. */
  byStreet: { unit: UnitName | null; figures: Figures }[];
  /** The months of the year so far; of one month, none. */
  byMonth: { month: string; figures: Figures }[];
}

type UnitPart = FiguresPart<{ unit: string | null; kind: MessageKind }>;
type StreetPart = FiguresPart<{ street: string | null }>;

interface MonthParts {
  units: UnitPart[];
  streets: StreetPart[];
}

/**
 * The figures of a year, or of one month of it, derived from the records; with `unit`, those of its messages. Sealed
 * messages are not counted.
 */
export async function messageFigures(
  deps: Deps,
  asked: { year: string; month: string; unit?: string },
): Promise<FiguresPage> {
  const today = plainDateOf(deps.now);
  const year = /^20\d{2}$/.test(asked.year) ? asked.year : String(yearOf(today));
  const month = /^(0[1-9]|1[0-2])$/.test(asked.month.slice(5)) && asked.month.startsWith(`${year}-`) ? asked.month : "";
  const months = await partsOfMonths(deps, month ? [month] : monthsOfYear(year));
  const isAsked = ({ of }: UnitPart) => asked.unit === undefined || of.unit === asked.unit;
  const parts = months.flatMap(({ units }) => units).filter(isAsked);
  const streets = asked.unit === undefined ? months.flatMap((one) => one.streets) : [];
  const names = (await listUnits(deps)).map(({ code, name, nameEn }) => ({ code, name, nameEn }));
  const figures = (chosen: FiguresPart<unknown>[]) => figuresOf(chosen, today);
  const named = (has: (code: string | null) => boolean) => [...names, null].filter((unit) => has(unit?.code ?? null));
  const past = monthsOfYear(year).filter((one) => one <= today.slice(0, 7));
  return {
    ...{ year, month, at: deps.now },
    total: figures(parts),
    byUnit: named((code) => parts.some(({ of }) => of.unit === code)).map((unit) => ({
      unit,
      figures: figures(parts.filter(({ of }) => of.unit === (unit?.code ?? null))),
    })),
    byKind: KINDS.filter((kind) => kind !== "tip_off").map((kind) => ({
      kind,
      figures: figures(parts.filter(({ of }) => of.kind === kind)),
    })),
    byStreet: named((code) => streets.some(({ of }) => of.street === code)).map((unit) => ({
      unit,
      figures: figures(streets.filter(({ of }) => of.street === (unit?.code ?? null))),
    })),
    byMonth: month
      ? []
      : past.map((one, at) => ({ month: one, figures: figures((months[at]?.units ?? []).filter(isAsked)) })),
  };
}

/** The numbers behind one figure, the newest first, by the filters of the log. Null when it is no figure's. */
export async function numbersBehind(deps: Deps, query: ListQuery): Promise<string[] | null> {
  const name = (Object.keys(FIGURE_ROWS) as (keyof typeof FIGURE_ROWS)[]).find(
    (one) => FIGURE_ROWS[one] === query.figure,
  );
  if (!name) return null;
  const { unit, kind, street } = query;
  const months = await partsOfMonths(deps, query.month ? [query.month] : monthsOfYear(query.year));
  const today = plainDateOf(deps.now);
  const ofUnits = months
    .flatMap(({ units }) => units)
    .filter(({ of }) => (unit === "" || (of.unit ?? NO_UNIT) === unit) && (kind === "" || of.kind === kind));
  const numbers = rowsOf(ofUnits, name, today);
  if (street === "") return numbers;
  const ofStreet = months.flatMap(({ streets }) => streets).filter(({ of }) => (of.street ?? NO_UNIT) === street);
  const there = new Set(rowsOf(ofStreet, name, today));
  return numbers.filter((number) => there.has(number));
}

function monthsOfYear(year: string): string[] {
  return Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, "0")}`);
}

/** What is in time depends on the calendar: another calendar is another figure. */
async function partsOfMonths(deps: Deps, months: readonly string[]): Promise<MonthParts[]> {
  const calendar = await loadCalendar(deps);
  const kept = await keptMonths(deps.db, { name: "figures", under: nameOf(calendar) }, months, async (missing) => {
    const ofMonth = new Map(missing.map((month): [string, CountedMessage[]] => [month, []]));
    for (const one of countedOf(await listForFigures(deps.db.client, missing), calendar)) {
      ofMonth.get(monthOf(one.number))?.push(one);
    }
    return new Map([...ofMonth].map(([month, messages]) => [month, partsOfMonth(messages)]));
  });
  return kept.map((month) => month ?? { units: [], streets: [] });
}

function partsOfMonth(messages: CountedMessage[]): MonthParts {
  return {
    units: partsOf(messages, ({ leadUnitCode: unit, kind }) => ({ unit, kind })),
    streets: partsOf(messages, ({ streetCode: street }) => ({ street })),
  };
}

const named = new WeakMap<Calendar, string>();

function nameOf(calendar: Calendar): string {
  const name = named.get(calendar) ?? digest("", JSON.stringify(calendar));
  named.set(calendar, name);
  return name;
}

function countedOf(rows: Awaited<ReturnType<typeof listForFigures>>, calendar: Calendar): CountedMessage[] {
  const questions = byMessage(rows.questions);
  const ratings = byMessage(rows.ratings);
  const due = answersDueOn(calendar);
  return rows.messages.map((row) => {
    const asked = questions.get(row.number)?.map(asAsked) ?? NONE;
    const { clockFrom, extendedAt } = row;
    const [clockDays, extendedDays] = [Number(row.clockDays), Number(row.extendedDays)];
    const receivedOn = plainDateOf(row.receivedAt);
    return {
      number: row.number,
      kind: row.kind as MessageKind,
      state: storedState(row.state),
      leadUnitCode: row.leadUnitCode,
      streetCode: row.streetCode,
      firstRepliedAt: row.firstRepliedAt,
      returned: Number(row.returnCount),
      pauses: asked.length,
      ratings: ratings.get(row.number) ?? NONE,
      answerDueOn: due({ clockFrom, clockDays, extendedDays, extendedAt, questions: asked }),
      // A reopening began another clock, and does not move the day by which the first answer was due.
      firstDueOn: due({ clockFrom: receivedOn, clockDays, extendedDays, extendedAt, questions: asked }),
    };
  });
}

const NONE: readonly never[] = [];

function byMessage<T extends { messageNumber: string }>(rows: readonly T[]): Map<string, T[]> {
  const grouped = new Map<string, T[]>();
  for (const row of rows) {
    const group = grouped.get(row.messageNumber);
    if (group) group.push(row);
    else grouped.set(row.messageNumber, [row]);
  }
  return grouped;
}
