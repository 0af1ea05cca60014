import type { Reason } from "~/platform/refusal";
import type { Act } from "./interview";
import type { InterviewEntry } from "./interview-facts";
import type { DeclineGround, QuestionState } from "./question";

/** A question as its moderator reads it. */
export interface DeskQuestion {
  number: number;
  state: QuestionState;
  body: string;
  name: string | null;
  consentsToPublish: boolean;
  receivedAt: Date | string;
  shownBody: string | null;
  declineGround: DeclineGround | null;
  declineReason: string | null;
  answer: string | null;
}

export interface DeskInterview extends InterviewEntry {
  summary: string;
  summaryEn: string | null;
  unitCode: string;
  version: number;
  cancelledReason: string | null;
  counts: { pending: number; waiting: number; answered: number; declined: number; received: number };
  /** Acts that this person has the right to now, each with every reason why it cannot be done yet. */
  offers: { act: Act; reasons: Reason[] }[];
  may: { show: boolean; answer: boolean; correct: boolean };
  pending: DeskQuestion[];
  shown: DeskQuestion[];
  ended: DeskQuestion[];
  history: { seq: number; at: string; kind: string; by: string | null }[];
}
