import type { PlainDate } from "~/calendar/plain-date";
import type { MessageClock } from "./clocks";
import type { ReferralChannel } from "./dispatch";
import type { DueChange } from "./due-changes";
import type { End } from "./holder";
import type { MessageAct, MessageKind, MessageState, Resolution } from "./message";
import type { Result } from "./rating";

export interface UnitName {
  code: string;
  name: string;
  nameEn: string;
}

/** Null is the open-government office; "ended" when nobody has to do anything any more. */
export type ShownHolder = { kind: "office" } | { kind: "unit"; unit: UnitName } | null;

/** One step of the path of a message, as its sender and, without words, the public are told. */
export interface PathLine {
  id: number;
  at: Date;
  act: MessageAct | "receive" | "calendar";
  /** The unit that took the step; null for the office, the sender and the platform. */
  unit: UnitName | null;
  toUnit: UnitName | null;
  ground: string | null;
  /** The words given; null for whoever may not read them. */
  text: string | null;
  /** Who took the step, and whether it stays inside: at the desks alone. */
  by?: string | null;
  isInternal?: boolean;
  /** The due day that a change of the calendar moved. */
  moved?: DueChange;
}

/** What a receipt shows to whoever has its code: number, state, dates and holder; no words, no name, no contact. */
export interface MessageReceiptFacts {
  number: string;
  code: string;
  state: MessageState;
  holder: ShownHolder;
  end: End | null;
  /** The last day before an answered one is closed. */
  openUntil: PlainDate | null;
  receivedAt: Date;
  statedOn: string | null;
  firstRepliedAt: Date | null;
  repliedAt: Date | null;
  clocks: MessageClock[];
  path: PathLine[];
}

export interface ShownReply {
  id: number;
  isCorrection: boolean;
  correctionNote: string | null;
  text: string;
  resolution: Resolution;
  promisedOn: PlainDate | null;
  unit: UnitName | null;
  releasedAt: Date;
  rating: { isSatisfied: boolean; result: Result; words: string | null } | null;
}

export interface ShownReferral {
  channel: ReferralChannel;
  name: string;
  contact: string;
  rule: string;
}

/** What its sender sees beside that. */
export interface OwnMessage {
  kind: MessageKind;
  title: string;
  body: string;
  name: string | null;
  contact: string | null;
  attachments: { id: string; name: string; size: number }[];
  isSealed: boolean;
  isErased: boolean;
  consent: { isGiven: boolean; withdrawnAt: Date | null };
  path: PathLine[];
  questions: { text: string; askedAt: Date; endsOn: PlainDate; answer: string | null; answeredAt: Date | null }[];
  replies: ShownReply[];
  referral: ShownReferral | null;
  extension: { reason: string; at: Date } | null;
  promise: { on: PlainDate; keptAt: Date | null } | null;
  /** The message it was merged into, and what became of that one. */
  mergedInto: { number: string; state: MessageState; reply: string | null; isPublic: boolean } | null;
  offers: MessageAct[];
  reopenableUntil: PlainDate | null;
}
