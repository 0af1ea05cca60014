import { loadCalendar } from "~/calendar/load-calendar.server";
import { plainDateOf, yearOf } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import { figuresOf, type CountedMessage, type Figures } from "./figures";
import { KINDS, storedState, type MessageKind, type Resolution } from "./message";
import { unitNames } from "./path-lines.server";
import { receivedIn } from "./public-queries.server";
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

/** The figures of a year, or of one month of it, computed from the records now. Sealed messages are not counted. */
export async function messageFigures(deps: Deps, asked: { year: string; month: string }): Promise<FiguresPage> {
  const today = plainDateOf(deps.now);
  const year = /^20\d{2}$/.test(asked.year) ? asked.year : String(yearOf(today));
  const month = /^(0[1-9]|1[0-2])$/.test(asked.month.slice(5)) && asked.month.startsWith(`${year}-`) ? asked.month : "";
  const received = receivedIn({ year, month })!;
  const rows = await listForFigures(deps.db.client, received);
  const messages = rows.map((row) => ({ unit: row.leadUnitCode, ...countedOf(row) }));
  const calendar = await loadCalendar(deps);
  const names = await unitNames(deps);
  const figures = (chosen: CountedMessage[]) => figuresOf(chosen, today, calendar);
  const codes = [...names.keys(), null].filter((code) => messages.some(({ unit }) => unit === code));
  return {
    ...{ year, month, at: deps.now },
    total: figures(messages),
    byUnit: codes.map((code) => ({
      unit: names.get(code ?? "") ?? null,
      figures: figures(messages.filter(({ unit }) => unit === code)),
    })),
    byKind: KINDS.filter((kind) => kind !== "tip_off").map((kind) => ({
      kind,
      figures: figures(messages.filter((one) => one.kind === kind)),
    })),
  };
}

function countedOf(row: Awaited<ReturnType<typeof listForFigures>>[number]): CountedMessage {
  return {
    ...row,
    kind: row.kind as MessageKind,
    state: storedState(row.state),
    resolution: row.resolution as Resolution | null,
    questions: row.questions.map(({ askedAt, endsOn, answeredAt }) => ({
      askedOn: plainDateOf(askedAt),
      endsOn,
      answeredOn: answeredAt && plainDateOf(answeredAt),
    })),
  };
}
