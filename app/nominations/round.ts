import { yearOf, type PlainDate } from "~/calendar/plain-date";

export const HALVES = ["H1", "H2"] as const;
export type Half = (typeof HALVES)[number];

/** What a round is by the calendar alone. */
export interface Round {
  /** 2026-H1: also its address. */
  key: string;
  year: number;
  half: Half;
  /** First and last day on which nominated material was published. */
  from: PlainDate;
  to: PlainDate;
  opensOn: PlainDate;
  /** House policy: the last day of the month in which it opens. The office may name another. */
  usualLastDay: PlainDate;
  nextOpensOn: PlainDate;
}

/** `signed` is known inside only: outside the round is `selecting` until its list is published. */
export const ROUND_STATES = ["collecting", "selecting", "signed", "published", "archived"] as const;
export type RoundState = (typeof ROUND_STATES)[number];
export const PUBLIC_ROUND_STATES = ["collecting", "selecting", "published", "archived"] as const;
export type PublicRoundState = (typeof PUBLIC_ROUND_STATES)[number];

/** What was decided about a round; all empty where nobody has done anything yet. */
export interface RoundFacts {
  lastDay: PlainDate | null;
  submittedById: string | null;
  submittedAt: Date | null;
  signedAt: Date | null;
  publishedAt: Date | null;
  isScored: boolean;
}

/**
 * Two rounds a year: January for what was published from July to December, July for January to June (the district's
 * plan of 2020, item (十); annex 1, item 48: 每年7月、1月各推荐一次).
 */
function roundOf({ year, half }: { year: number; half: Half }): Round {
  const key = `${year}-${half}`;
  const next = year + 1;
  return half === "H1"
    ? {
        ...{ key, year, half, from: `${year}-01-01`, to: `${year}-06-30` },
        ...{ opensOn: `${year}-07-01`, usualLastDay: `${year}-07-31`, nextOpensOn: `${next}-01-01` },
      }
    : {
        ...{ key, year, half, from: `${year}-07-01`, to: `${year}-12-31` },
        ...{ opensOn: `${next}-01-01`, usualLastDay: `${next}-01-31`, nextOpensOn: `${next}-07-01` },
      };
}

/** The round an address names; null for anything else. */
export function readRound(text: string): Round | null {
  const [, year, half] = /^([12]\d{3})-(H[12])$/.exec(text) ?? [];
  return year ? roundOf({ year: Number(year), half: half as Half }) : null;
}

/** The round for which material that is published on this day can be nominated. */
function roundFor(day: PlainDate): Round {
  return roundOf({ year: yearOf(day), half: day.slice(5) < "07-01" ? "H1" : "H2" });
}

export function previousRound({ year, half }: Pick<Round, "year" | "half">): Round {
  return half === "H2" ? roundOf({ year, half: "H1" }) : roundOf({ year: year - 1, half: "H2" });
}

/** The round that opened last. */
export function latestRound(today: PlainDate): Round {
  return previousRound(roundFor(today));
}

/** All rounds that have opened, newest first, from the one that `first` belongs to; the latest one at least. */
export function roundsSince(first: PlainDate | null, today: PlainDate): Round[] {
  const rounds = [latestRound(today)];
  while (first !== null && rounds.at(-1)!.from > first) rounds.push(previousRound(rounds.at(-1)!));
  return rounds;
}

export function lastDayOf(round: Pick<Round, "usualLastDay">, facts: Pick<RoundFacts, "lastDay"> | null): PlainDate {
  return facts?.lastDay ?? round.usualLastDay;
}

/**
 * The state on a day. Opening, the end of collecting and the archive follow from the clock; a list is signed and
 * published by acts. It is archived a year after the round opened. Null before it opens.
 */
export function roundState(round: Round, facts: RoundFacts | null, today: PlainDate): RoundState | null {
  if (today < round.opensOn) return null;
  if (facts?.publishedAt) return today >= aYearLater(round.opensOn) ? "archived" : "published";
  if (facts?.signedAt) return "signed";
  return today <= lastDayOf(round, facts) ? "collecting" : "selecting";
}

export function publicState(state: RoundState): PublicRoundState {
  return state === "signed" ? "selecting" : state;
}

export function isPublished(state: RoundState): boolean {
  return state === "published" || state === "archived";
}

function aYearLater(day: PlainDate): PlainDate {
  return `${yearOf(day) + 1}${day.slice(4)}`;
}
