import {
  CHANNELS,
  DISPLAYS,
  OUTCOMES,
  STANCES,
  type Channel,
  type Display,
  type Outcome,
  type Stance,
} from "./comment";

/** How far a comment is with its review: as the public sees it, or with an objection that waits for the office. */
export const REVIEW_FILTERS = [...DISPLAYS, "objection"] as const;
export type ReviewFilter = Display | "objection";

export const OUTCOME_FILTERS = ["undecided", ...OUTCOMES] as const;
export type OutcomeFilter = "undecided" | Outcome;

/** What narrows the list of the processing desk. `clause` and `theme` are `none` for comments without one. */
export interface ProcessingFilter {
  clause: string | null;
  stance: Stance | "none" | null;
  channel: Channel | null;
  theme: string | null;
  review: ReviewFilter | null;
  outcome: OutcomeFilter | null;
  q: string;
  /** The fingerprint of a group of near-identical comments, whose members are listed one by one. */
  cluster: string | null;
}

export const NO_FILTER: ProcessingFilter = {
  clause: null,
  stance: null,
  channel: null,
  theme: null,
  review: null,
  outcome: null,
  q: "",
  cluster: null,
};

const MAX_QUERY = 100;
const MAX_THEME = 50;

/** Reads the filter from an address; what is no filter is ignored. */
export function readFilter(query: URLSearchParams): ProcessingFilter {
  const given = (name: string) => (query.get(name) ?? "").trim();
  return {
    clause: matching(given("clause"), /^[A-Za-z0-9._-]{1,100}$/),
    stance: oneOf([...STANCES, "none"] as const, given("stance")),
    channel: oneOf(CHANNELS, given("channel")),
    theme: given("theme").slice(0, MAX_THEME) || null,
    review: oneOf(REVIEW_FILTERS, given("review")),
    outcome: oneOf(OUTCOME_FILTERS, given("outcome")),
    q: given("q").slice(0, MAX_QUERY),
    cluster: matching(given("cluster"), /^[0-9a-f]{16}$/),
  };
}

/** The filter as the query of an address, with some of it changed; the page starts anew. */
export function filterQuery(filter: ProcessingFilter, change: Partial<ProcessingFilter> = {}): string {
  const entries = Object.entries({ ...filter, ...change }).filter((entry): entry is [string, string] => !!entry[1]);
  return entries.length > 0 ? `?${new URLSearchParams(entries)}` : "";
}

export function isFiltered(filter: ProcessingFilter): boolean {
  return filterQuery(filter) !== "";
}

/**
 * How a form names a whole group: its fingerprint, how many of it fit the filter, and the sum of their versions. When
 * any of it changed after the page was shown, one of the numbers differs.
 */
export function clusterChoice(fingerprint: string, members: readonly { version: number }[]): string {
  return `${fingerprint}:${members.length}:${members.reduce((sum, { version }) => sum + version, 0)}`;
}

export const CLUSTER_CHOICE = /^[0-9a-f]{16}:\d{1,9}:\d{1,12}$/;

function oneOf<const T extends readonly string[]>(values: T, given: string): T[number] | null {
  return values.find((value) => value === given) ?? null;
}

function matching(given: string, pattern: RegExp): string | null {
  return pattern.test(given) ? given : null;
}
