import type { PlainDate } from "~/calendar/plain-date";
import type { Reason } from "~/platform/refusal";
import { because } from "./reasons";

const MOST_PER_UNIT = 50;
const MOST_DAYS = 60;

/** The addresses of the documents of a period, by unit. */
export type Population = Readonly<Record<string, readonly string[]>>;

/**
 * The sample of each unit: its documents in the order of hash(seed + ":" + address), the first so many of them. The same
 * seed and the same list give the same sample, so an auditor with a SHA-256 tool can draw it again; and nobody who does
 * not choose the seed can choose a document.
 */
export function drawSample(
  population: Population,
  { seed, perUnit }: { seed: string; perUnit: number },
  hash: (text: string) => string,
): string[] {
  return Object.keys(population)
    .toSorted()
    .flatMap((unit) => {
      const ordered = (population[unit] ?? []).map((address) => ({ address, rank: hash(`${seed}:${address}`) }));
      return ordered
        .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
        .slice(0, perUnit)
        .map(({ address }) => address);
    });
}

export interface DrawInput {
  fromOn: PlainDate;
  toOn: PlainDate;
  perUnit: number;
  workingDays: number;
}

/** Why nothing is drawn: a period that ends before it begins or is not over, no document in it, senseless numbers. */
export function drawRefusals(input: DrawInput, documents: number, today: PlainDate): Reason[] {
  const { fromOn, toOn, perUnit, workingDays } = input;
  return [
    ...(toOn < fromOn ? [because("period_reversed", "toOn")] : []),
    ...(toOn > today ? [because("period_in_future", "toOn")] : []),
    ...(perUnit < 1 || perUnit > MOST_PER_UNIT
      ? [because("sample_size_invalid", "perUnit", { maximum: MOST_PER_UNIT })]
      : []),
    ...(workingDays < 1 || workingDays > MOST_DAYS
      ? [because("rectify_days_invalid", "workingDays", { maximum: MOST_DAYS })]
      : []),
    ...(documents === 0 && toOn >= fromOn ? [because("sample_empty", "fromOn")] : []),
  ];
}
