import type { CountRow } from "~/calendar/working-days";
import type { MaterialKind, MaterialState } from "~/policies/material";
import type { PaperAct } from "~/reviews/paper-signature";
import type { PaperLine } from "~/reviews/sheet-view";
import type { Reason } from "~/platform/refusal";
import type { PaperPlace } from "./paper-place";
import type { Act, CaseState } from "./reinterpretation";
import type { Outcome, Sheet } from "./sheet";

// What the pages of the office and of the unit show. Nothing of it is public.

export interface CaseLine {
  slug: string;
  title: string;
  unitName: string;
  state: CaseState;
  outcome: Outcome | null;
  checkedOn: string | null;
}

/** An act that belongs to the state now, and every reason why this person cannot do it. */
export interface CaseOffer {
  act: Act;
  reasons: Reason[];
}

export interface MaterialSignals {
  slug: string;
  kind: MaterialKind;
  title: string;
  releasedOn: string;
  isWithDocument: boolean;
  compared: number;
  share: number;
  /** The sentences that stand in the document too, each with its clause. */
  lifted: { text: string; clause: string }[];
  ratings: { yes: number; partly: number; no: number };
  ratingReasons: string[];
}

export interface CheckView {
  id: number;
  outcome: Outcome;
  isImportant: boolean;
  isSecond: boolean;
  sheet: Partial<Sheet>;
  note: string | null;
  liftedShare: number;
  checkedOn: string;
  by: string;
  paper: PaperOfAct | null;
}

/** The paper by which something was signed instead of here. */
export interface PaperOfAct {
  number: string;
  statedOn: string;
}

export interface OrderView {
  ground: string;
  better: string;
  orderedOn: string;
  dueOn: string;
  workingDays: number;
  left: number;
  rows: CountRow[];
  isProvisional: boolean;
  by: string;
  answers: { slug: string; title: string; kind: MaterialKind; state: MaterialState }[];
  answeredOn: string | null;
  answerNote: string | null;
  endedOn: string | null;
  isMet: boolean | null;
}

export interface QualityPageView {
  slug: string;
  title: string;
  unitName: string;
  state: CaseState;
  offers: CaseOffer[];
  hasException: boolean;
  isInterpreted: boolean;
  materials: MaterialSignals[];
  share: number;
  questions: { number: number; text: string; isWaiting: boolean }[];
  checks: CheckView[];
  report: {
    findings: string;
    better: string;
    reportedOn: string;
    by: string;
    isApproved: boolean | null;
    decidedOn: string | null;
    decidedBy: string | null;
    decisionReason: string | null;
    paper: PaperOfAct | null;
  } | null;
  /** What was signed on paper about the case; null when there is nothing of it, and nothing to enter. */
  paper: {
    lines: PaperLine[];
    /** What may be signed on paper now. */
    place: PaperPlace | null;
    /** Who may have signed; null for whoever may not enter, and once it is decided. */
    signers: Partial<Record<PaperAct, { id: string; name: string }[]>> | null;
    accept: string;
    maxBytes: number;
  } | null;
  order: OrderView | null;
  /** How many working days the next order gives. */
  days: number;
}

export interface OrderPageView {
  slug: string;
  title: string;
  offers: CaseOffer[];
  order: OrderView | null;
  earlier: OrderView[];
}
