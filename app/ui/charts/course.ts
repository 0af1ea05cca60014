import { checked, largest, percent } from "./scale";

export interface CoursePoint {
  /** What it is called on the axis: a day, a month, a year. */
  label: string;
  value: number;
  /** Its place in time, where the points do not follow each other without a gap. */
  at?: number;
}

export type CourseUnit = "day" | "month" | "year";

export interface PlacedPoint {
  /** First and last of what was taken together; the same when it is one. */
  from: string;
  to: string;
  value: number;
  /** In percent from the left and from the bottom. */
  x: number;
  y: number;
}

export interface Course {
  points: PlacedPoint[];
  top: number;
  sum: number;
  /** How many neighbours each point takes together. */
  step: number;
}

export const MOST_POINTS = 60;

/** A quantity over time, on a scale from zero. More than `most` points are taken together, neighbour by neighbour. */
export function layoutCourse(rows: readonly CoursePoint[], { most = MOST_POINTS } = {}): Course {
  const step = Math.max(1, Math.ceil(rows.length / most));
  const groups: { from: string; to: string; value: number; at: number }[] = [];
  for (let at = 0; at < rows.length; at += step) {
    const group = rows.slice(at, at + step);
    const value = group.reduce((total, row) => total + checked(row.value), 0);
    groups.push({ from: group[0]!.label, to: group.at(-1)!.label, value, at: group[0]!.at ?? at });
  }
  const top = largest(groups.map(({ value }) => value));
  const sum = groups.reduce((total, { value }) => total + value, 0);
  const from = groups[0]?.at ?? 0;
  const length = (groups.at(-1)?.at ?? 0) - from;
  const points = groups.map(({ at, ...group }) => ({
    ...group,
    x: length === 0 ? 50 : percent(at - from, length),
    y: percent(group.value, top),
  }));
  return { points, top, sum, step };
}
