import { checked, largest, percent } from "./scale";

export interface ChartRow {
  key: string;
  label: string;
  value: number;
  /** Where the rows behind the number can be read. */
  href?: string;
}

export interface Bar extends ChartRow {
  /** Length in percent of the longest. */
  length: number;
  /** Part of the sum in percent. */
  share: number;
}

export interface Bars {
  bars: Bar[];
  sum: number;
  /** What did not fit, taken together; null when everything did. */
  rest: { count: number; value: number } | null;
  /** Where the limit stands on the same scale. */
  limitAt: number | null;
}

export const MOST_BARS = 30;

/**
 * Bars on one scale from zero, in the order given. Of more than `most` the largest stay and the others are taken
 * together, so that the sum is the same. A limit is always inside the picture.
 */
export function layoutBars(
  rows: readonly ChartRow[],
  { most = MOST_BARS, limit = null }: { most?: number; limit?: number | null } = {},
): Bars {
  const values = rows.map(({ value }) => checked(value));
  const kept = rows.length > most ? keepLargest(rows, most - 1) : rows;
  const sum = values.reduce((total, value) => total + value, 0);
  const restValue = sum - kept.reduce((total, { value }) => total + value, 0);
  const scale = largest([...kept.map(({ value }) => value), limit ?? 0]);
  return {
    bars: kept.map((row) => ({ ...row, length: percent(row.value, scale), share: percent(row.value, sum) })),
    sum,
    rest: kept.length < rows.length ? { count: rows.length - kept.length, value: restValue } : null,
    limitAt: limit === null ? null : percent(limit, scale),
  };
}

function keepLargest(rows: readonly ChartRow[], count: number): ChartRow[] {
  const order = rows.map((row, index) => ({ row, index })).toSorted((a, b) => b.row.value - a.row.value);
  return order
    .slice(0, count)
    .toSorted((a, b) => a.index - b.index)
    .map(({ row }) => row);
}
