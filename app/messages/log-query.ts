import { yearOf, type PlainDate } from "~/calendar/plain-date";
import { FIGURE_ROWS, type FigureRows } from "./figures";

/** The filters of the public log, as they stand in an address. */
export interface ListQuery {
  q: string;
  kind: string;
  unit: string;
  street: string;
  state: string;
  year: string;
  /** `2026-11`. */
  month: string;
  /** Which figure these are the rows of; empty: all that was received. */
  figure: FigureRows | "";
}

/** The filter of a unit or a street that finds what has none. */
export const NO_UNIT = "none";

export const EVERY_MESSAGE: ListQuery = {
  ...{ q: "", kind: "", unit: "", street: "", state: "", year: "", month: "" },
  figure: "",
};

/** Reads the filters. A figure is one of a period: without one it is that of this year. */
export function readListQuery(of: (name: string) => string, today: PlainDate): ListQuery {
  const figure = Object.values(FIGURE_ROWS).find((name) => name === of("figure")) ?? "";
  const month = matching(/^20\d{2}-(0[1-9]|1[0-2])$/, of("month"));
  const year = matching(/^20\d{2}$/, of("year")) || (figure && !month ? String(yearOf(today)) : "");
  return {
    ...{ q: of("q"), kind: of("kind"), unit: of("unit"), street: of("street"), state: of("state") },
    ...{ year, month, figure },
  };
}

function matching(pattern: RegExp, text: string): string {
  return pattern.test(text) ? text : "";
}
