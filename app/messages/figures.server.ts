import { loadCalendar } from "~/calendar/load-calendar.server";
import { plainDateOf, startOfDay, yearOf } from "~/calendar/plain-date";
import type { Calendar } from "~/calendar/working-days";
import type { Deps } from "~/platform/db.server";
import { digest } from "~/timeline/chain.server";
import { figuresOf, partsOf, type CountedMessage, type Figures, type FiguresPart } from "./figures";
import { keptMonths } from "./kept-months.server";
import { asAsked, KINDS, storedState, type MessageKind, type Resolution } from "./message";
import { monthOf, nextMonth } from "./months";
import { unitNames } from "./path-lines.server";
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
}

/** The figures of a year, or of one month of it, derived from the records. Sealed messages are not counted. */
export async function messageFigures(deps: Deps, asked: { year: string; month: string }): Promise<FiguresPage> {
  const today = plainDateOf(deps.now);
  const year = /^20\d{2}$/.test(asked.year) ? asked.year : String(yearOf(today));
  const month = /^(0[1-9]|1[0-2])$/.test(asked.month.slice(5)) && asked.month.startsWith(`${year}-`) ? asked.month : "";
  const parts = await partsOfMonths(deps, month ? [month] : monthsOfYear(year));
  const names = await unitNames(deps);
  const figures = (chosen: FiguresPart[]) => figuresOf(chosen, today);
  const codes = [...names.keys(), null].filter((code) => parts.some(({ unit }) => unit === code));
  return {
    ...{ year, month, at: deps.now },
    total: figures(parts),
    byUnit: codes.map((code) => ({
      unit: names.get(code ?? "") ?? null,
      figures: figures(parts.filter(({ unit }) => unit === code)),
    })),
    byKind: KINDS.filter((kind) => kind !== "tip_off").map((kind) => ({
      kind,
      figures: figures(parts.filter((one) => one.kind === kind)),
    })),
  };
}

function monthsOfYear(year: string): string[] {
  return Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, "0")}`);
}

/** What is in time depends on the calendar: another calendar is another figure. */
async function partsOfMonths(deps: Deps, months: readonly string[]): Promise<FiguresPart[]> {
  const calendar = await loadCalendar(deps);
  const kept = await keptMonths(deps.db, { name: "figures", under: nameOf(calendar) }, months, async (missing) => {
    const [first, last] = [missing[0]!, missing.at(-1)!];
    const received = { from: startOfDay(`${first}-01`), before: startOfDay(`${nextMonth(last)}-01`) };
    const rows = (await listForFigures(deps.db.client, received)).map(countedOf);
    const ofMonth = new Map(missing.map((month): [string, CountedMessage[]] => [month, []]));
    for (const row of rows) ofMonth.get(monthOf(row.number))?.push(row);
    return new Map([...ofMonth].map(([month, messages]) => [month, partsOf(messages, calendar)]));
  });
  return kept.flatMap((month) => month ?? []);
}

const named = new WeakMap<Calendar, string>();

function nameOf(calendar: Calendar): string {
  const name = named.get(calendar) ?? digest("", JSON.stringify(calendar));
  named.set(calendar, name);
  return name;
}

function countedOf(row: Awaited<ReturnType<typeof listForFigures>>[number]): CountedMessage & { number: string } {
  return {
    ...row,
    kind: row.kind as MessageKind,
    state: storedState(row.state),
    resolution: row.resolution as Resolution | null,
    questions: row.questions.map(asAsked),
  };
}
