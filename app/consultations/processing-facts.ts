import type { Reason } from "~/platform/refusal";
import type { Channel, Display, ErasureGround, Outcome, Stance, Submitter, WithheldGround } from "./comment";
import type { Act, ShownState } from "./consultation";
import type { HistoryLine } from "~/reviews/history-line";
import type { Run } from "~/wording/text-diff";
import type { ProcessingFilter } from "./processing-filter";

/** A piece of a person's words; personal data is marked for whoever may read it unmasked. */
export interface WordRun {
  text: string;
  isPersonal: boolean;
}

export interface NamedClause {
  id: string;
  name: string;
}

/** One comment in the list of the processing desk. */
export interface DeskCommentRow {
  number: number;
  version: number;
  channel: Channel;
  statedOn: string | null;
  receivedAt: Date;
  stance: Stance | null;
  clause: string | null;
  submitter: Submitter;
  name: string | null;
  theme: string | null;
  gist: string | null;
  words: WordRun[];
  suggestion: WordRun[] | null;
  display: Display;
  hasWaitingObjection: boolean;
  outcome: Outcome | null;
  outcomeClause: string | null;
  reason: string | null;
}

/** Several near-identical comments in one line of the list. */
export interface DeskGroup {
  fingerprint: string;
  /** What a form sends to choose all of them. */
  choice: string;
  /** Of the whole group, and of it those that fit the filter. */
  people: number;
  fitting: number;
  wordings: number;
  outcomes: { outcome: Outcome | null; count: number }[];
  /** How the rarer wordings differ from the most common one. */
  variants: { count: number; parts: Run[] }[];
}

/** Acts of review on everything chosen in the list at once. */
export const BULK_ACTS = ["summarise", "publish", "withhold"] as const satisfies Act[];
export type BulkAct = (typeof BULK_ACTS)[number];

export interface DeskEntry {
  row: DeskCommentRow;
  group: DeskGroup | null;
}

export interface ProcessingPage {
  slug: string;
  title: string;
  state: ShownState;
  /** Null without the right; otherwise every reason why nothing can be decided now. */
  decide: Reason[] | null;
  /** What may be done with all that is chosen, beside giving outcomes. */
  bulk: BulkAct[];
  mayEnter: boolean;
  isUnmasked: boolean;
  /** False while near-identical comments are still being looked for. */
  isCompared: boolean;
  filter: ProcessingFilter;
  search: string;
  page: number;
  pageSize: number;
  total: { comments: number; entries: number; all: number };
  counters: {
    undecided: number;
    awaitingReview: number;
    objections: number;
    withoutGist: number;
    outcomes: { value: Outcome | null; count: number }[];
    channels: { value: Channel; count: number }[];
    stances: { value: Stance | null; count: number }[];
    clauses: { value: string | null; name: string | null; count: number }[];
    themes: { value: string | null; count: number }[];
  };
  askStance: boolean;
  clauses: NamedClause[];
  entries: DeskEntry[];
}

/** An act on one comment that this person has the right to now, and every reason why it cannot be done yet. */
export interface CommentOffer {
  act: Act;
  reasons: Reason[];
}

/** Everything about one comment. */
export interface DeskCommentPage {
  comment: Omit<DeskCommentRow, "words" | "suggestion"> & {
    words: WordRun[];
    suggestion: WordRun[] | null;
    contact: string | null;
    enteredBy: string | null;
    consent: { isGiven: boolean; withdrawnAt: Date | null };
    erasure: { at: Date; ground: ErasureGround | null } | null;
    withheld: { ground: WithheldGround | null; reason: string | null } | null;
    published: { body: string; suggestion: string | null; name: string | null; at: Date } | null;
    decidedBy: string | null;
    decidedAt: Date | null;
    outcomeClauseId: string | null;
  };
  /** What the public will read when it is published as proposed. */
  proposed: { body: string; suggestion: string | null; name: string | null };
  consultation: { slug: string; title: string; unit: string; askStance: boolean };
  state: ShownState;
  isUnmasked: boolean;
  clause: { id: string; name: string; sentences: string[]; marked: number[] } | null;
  clauses: NamedClause[];
  attachments: { id: string; name: string; size: number }[];
  objection: {
    at: Date;
    words: WordRun[];
    decidedAt: Date | null;
    decidedBy: string | null;
    isUpheld: boolean | null;
    reason: string | null;
  } | null;
  similar: {
    fingerprint: string;
    people: number;
    others: { number: number; outcome: Outcome | null; isSame: boolean }[];
  } | null;
  offers: CommentOffer[];
  history: HistoryLine[];
  /** The next comment that waits for review. */
  next: number | null;
}
