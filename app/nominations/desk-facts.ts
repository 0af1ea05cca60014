import type { PlainDate } from "~/calendar/plain-date";
import type { Reason } from "~/platform/refusal";
import type { ShownPapers } from "~/reviews/sheet-view";
import type { Evidence } from "./evidence";
import type { NominationAct, NominationState } from "./nomination";
import type { RoundState } from "./round";
import type { Criterion, Spread } from "./scoring";
import type { RoundAct } from "./selection";
import type { HistoryLine } from "~/reviews/history-line";

export interface DeskRound {
  key: string;
  state: RoundState;
  from: PlainDate;
  to: PlainDate;
  opensOn: PlainDate;
  lastDay: PlainDate;
}

export interface DeskCandidate {
  slug: string;
  title: string;
  unitCode: string;
  materials: number;
}

/** A nomination as its unit lists it. The decision is the office's until the round is published. */
export interface DeskRow {
  number: number;
  title: string;
  unitName: string;
  roundKey: string;
  state: NominationState;
  decision: boolean | null;
}

export interface DeskNominations {
  round: DeskRound;
  /** Published interpretations of the units where this person handles, not yet put forward in the round. */
  candidates: DeskCandidate[];
  mayNominate: boolean;
  rows: DeskRow[];
  /** What this person was named to score; `isDone` when marks were given. */
  toScore: { number: number; title: string; unitName: string; roundKey: string; isDone: boolean }[];
}

export interface ShownScore {
  by: string;
  marks: number[];
  total: number;
  remark: string | null;
}

/** All that the desk's page of a nomination shows to this person. */
export interface DeskNomination {
  number: number;
  version: number;
  state: NominationState;
  round: DeskRound;
  unit: { code: string; name: string };
  policy: { slug: string; title: string };
  title: string;
  statement: string;
  contact: string | null;
  /** Frozen when it was submitted, or as the record stands today. */
  evidence: Evidence | null;
  isFrozen: boolean;
  offers: { act: NominationAct; reasons: Reason[] }[];
  /** What the office decided, for those who may know it. */
  decision: { isSelected: boolean; reason: string } | null;
  mayDecide: boolean;
  /** The marks of this person, when named to score. */
  ownScore: { criteria: Criterion[]; marks: number[]; remark: string | null; reasons: Reason[] } | null;
  /** Everybody's marks, for the office and whoever signs. */
  scores: { criteria: Criterion[]; all: ShownScore[]; spread: Spread | null } | null;
  /** For the unit's own people; null when there are none and none may be entered. */
  papers: ShownPapers | null;
  history: HistoryLine[];
}

export interface OfficeNomination {
  number: number;
  title: string;
  unitName: string;
  materials: number;
  isSelected: boolean | null;
  reason: string | null;
  spread: Spread | null;
}

/** All that the office's page of a round shows. */
export interface OfficeRound {
  round: DeskRound;
  version: number;
  usualLastDay: PlainDate;
  nextOpensOn: PlainDate;
  lastDayReason: string | null;
  isScored: boolean;
  criteria: Criterion[];
  areCriteriaInUse: boolean;
  assessors: { id: string; name: string; unitNames: string; isNamed: boolean }[];
  isSubmitted: boolean;
  offers: { act: RoundAct; reasons: Reason[] }[];
  nominations: OfficeNomination[];
  /** Null when there are none and this person may enter none. */
  papers: ShownPapers | null;
  history: HistoryLine[];
}
