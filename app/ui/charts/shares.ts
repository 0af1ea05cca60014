import type { ChartRow } from "./bars";
import { checked, percent } from "./scale";

export interface Share extends ChartRow {
  /** Its number in the legend, from 1. */
  position: number;
  /** Beginning and width in percent of the whole; together they are the whole. */
  at: number;
  width: number;
}

/** Which of the patterns a part is drawn with; more parts than patterns are refused, as nobody could tell them apart. */
export const MOST_SHARES = 8;

/** The parts of one whole, in the order given, without those that are nothing. */
export function layoutShares(rows: readonly ChartRow[]): { shares: Share[]; sum: number } {
  const parts = rows.filter(({ value }) => checked(value) > 0);
  if (parts.length > MOST_SHARES) throw new RangeError(`More than ${MOST_SHARES} parts: ${parts.length}`);
  const sum = parts.reduce((total, { value }) => total + value, 0);
  let before = 0;
  const shares = parts.map((row, index) => {
    const at = percent(before, sum);
    before += row.value;
    return { ...row, position: index + 1, at, width: percent(before, sum) - at };
  });
  return { shares, sum };
}
