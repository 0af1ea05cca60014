import type { CountRow } from "~/calendar/working-days";
import type { DisclosureAttribute } from "~/disclosure/attribute";
import type { Reason } from "~/platform/refusal";
import type { PaperAct } from "~/reviews/paper-signature";
import type { PaperLine } from "~/reviews/sheet-view";
import type { Basis, Decision, ReviewAct, ReviewState } from "./attribute-review";
import type { Population } from "./draw-sample";
import type { Finding, ItemState, SpotAct } from "./spot-check";

// What the pages of the office, the leader and the unit show. Nothing of it is public.

export interface SpotCheckLine {
  id: number;
  fromOn: string;
  toOn: string;
  unitName: string | null;
  drawnOn: string;
  counts: Record<ItemState, number>;
  total: number;
}

export interface DutyView {
  dueOn: string;
  left: number;
  workingDays: number;
  rows: CountRow[];
  isProvisional: boolean;
}

export interface SpotItemView {
  id: number;
  slug: string;
  title: string;
  unitName: string;
  documentNumber: string | null;
  signedOn: string | null;
  releasedOn: string | null;
  attributes: {
    proposed: DisclosureAttribute;
    determined: DisclosureAttribute | null;
    printed: DisclosureAttribute | null;
    reason: string | null;
  };
  state: ItemState;
  finding: Finding | null;
  note: string | null;
  foundOn: string | null;
  answer: string | null;
  answeredOn: string | null;
  returnReason: string | null;
  closedOn: string | null;
  duty: DutyView | null;
  offers: { act: SpotAct; reasons: Reason[] }[];
}

export interface SpotCheckView {
  id: number;
  fromOn: string;
  toOn: string;
  unitName: string | null;
  perUnit: number;
  seed: string;
  population: Population;
  drawnOn: string;
  by: string;
  items: SpotItemView[];
}

export interface ReviewLine {
  year: number;
  reviewed: number;
  basis: Basis;
  openedOn: string;
  publishedOn: string | null;
  counts: Record<ReviewState, number>;
  total: number;
}

export interface ReviewItemView {
  id: number;
  year: number;
  slug: string;
  title: string;
  unitName: string;
  documentNumber: string | null;
  signedOn: string | null;
  isReleased: boolean;
  attribute: DisclosureAttribute;
  attributeReason: string | null;
  validUntil: string | null;
  state: ReviewState;
  decision: Decision | null;
  toAttribute: DisclosureAttribute | null;
  effectiveOn: string | null;
  reason: string | null;
  returnReason: string | null;
  approvedOn: string | null;
  choices: readonly Decision[];
  offers: { act: ReviewAct; reasons: Reason[] }[];
}

/** What leaders decided on paper. */
export interface ReviewPapers {
  lines: PaperLine[];
  /** Null when this person may enter none. */
  signers: Partial<Record<PaperAct, { id: string; name: string }[]>> | null;
  /** What may be decided now; null when nothing waits for a leader. */
  part: string | null;
  accept: string;
  maxBytes: number;
}

export interface ReviewView extends ReviewLine {
  items: ReviewItemView[];
  papers: ReviewPapers | null;
  mayPublish: boolean;
}
