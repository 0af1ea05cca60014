import type { Reason } from "~/platform/refusal";
import type { SheetView } from "~/reviews/sheet-view";
import type { Colour, Escalation, MessageClock } from "./clocks";
import type { MessageAct, MessageChannel, MessageKind, MessageState } from "./message";
import type { PathLine, ShownHolder, ShownReferral, ShownReply, UnitName } from "./shown";

/** A message in a list of the desk. */
export interface DeskRow {
  number: string;
  kind: MessageKind;
  state: MessageState;
  title: string;
  isSealed: boolean;
  holder: ShownHolder;
  officer: string | null;
  receivedAt: Date;
  dueOn: string | null;
  step: MessageClock["step"] | null;
  colour: Colour | null;
  left: number | null;
  isProvisional: boolean;
  escalation: Escalation | null;
  daysToThreeMonths: number | null;
}

export const DESK_VIEWS = ["todo", "office", "mine", "answered"] as const;
export type DeskView = (typeof DESK_VIEWS)[number];

/** An act that this person has the right to now, and every reason why it cannot be done yet. */
export interface MessageOffer {
  act: MessageAct;
  reasons: Reason[];
}

export interface DraftFields {
  text: string;
  resolution: string;
  promisedOn: string | null;
  display: string;
  publicTitle: string | null;
  publicBody: string | null;
  publicReply: string | null;
  correctionNote: string | null;
}

/** All that the desk shows of one message. */
export interface MessageBenchFacts {
  number: string;
  version: number;
  kind: MessageKind;
  state: MessageState;
  channel: MessageChannel;
  submitter: "person" | "company" | "organisation";
  title: string;
  body: string;
  /** Phone, identity, address and plate numbers are masked in what this person reads. */
  isMasked: boolean;
  isSealed: boolean;
  isErased: boolean;
  consents: boolean;
  /** Null to whoever may not see it. */
  sender: { name: string | null; contact: string | null } | null;
  receivedAt: Date;
  statedOn: string | null;
  outsideNumber: string | null;
  /** Other messages with the same number of the hotline. */
  sameOutside: { number: string; title: string }[];
  askedUnit: UnitName | null;
  leadUnit: UnitName | null;
  /** The street it is about, as far as known. */
  street: UnitName | null;
  streets: { code: string; name: string }[];
  assisting: UnitName[];
  officer: { id: string; name: string } | null;
  recused: string[];
  holder: ShownHolder;
  clocks: MessageClock[];
  threeMonths: string | null;
  daysToThreeMonths: number | null;
  path: PathLine[];
  questions: { text: string; askedAt: Date; endsOn: string; answer: string | null; answeredAt: Date | null }[];
  /** What is being written, or waits for its second person. */
  draft: (DraftFields & { isInReview: boolean; kind: "reply" | "correction"; author: string }) | null;
  replies: (ShownReply & { author: string; approver: string })[];
  /** What the public would read if the sender's words were masked and nothing else done. */
  suggested: { title: string; body: string };
  isPublic: boolean;
  referral: ShownReferral | null;
  mergedInto: string | null;
  duplicates: string[];
  attachments: { id: string; name: string; size: number }[];
  /** Who can be ordered to stand aside: for the office alone. */
  people: { id: string; name: string }[];
  offers: MessageOffer[];
  /** Null when no reply waits for its second person. */
  sheet: { sheet: SheetView; mayFill: boolean } | null;
  units: UnitName[];
  officers: { id: string; name: string }[];
}
