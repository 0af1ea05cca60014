import { MOST_BARS } from "./bars";
import { checked, largest, percent } from "./scale";

export interface PairRow {
  key: string;
  label: string;
  before: number;
  after: number;
  href?: string;
}

export interface Pair extends PairRow {
  /** Lengths on one scale, in percent of the longest of all. */
  lengths: { before: number; after: number };
}

/** Two quantities beside each other. Of more than `most` rows those stay that changed most, in their order. */
export function layoutPairs(rows: readonly PairRow[], { most = MOST_BARS } = {}): { pairs: Pair[]; left: number } {
  const scale = largest(rows.flatMap(({ before, after }) => [checked(before), checked(after)]));
  const change = ({ before, after }: PairRow) => Math.abs(after - before);
  const order = rows.map((row, index) => ({ row, index })).toSorted((a, b) => change(b.row) - change(a.row));
  const kept = order.slice(0, most).toSorted((a, b) => a.index - b.index);
  const pairs = kept.map(({ row }) => ({
    ...row,
    lengths: { before: percent(row.before, scale), after: percent(row.after, scale) },
  }));
  return { pairs, left: rows.length - pairs.length };
}
