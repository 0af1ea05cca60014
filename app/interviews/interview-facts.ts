import type { ShownState } from "./interview";
import type { DeclineGround } from "./question";

/** An interview as lists show it. */
export interface InterviewEntry {
  slug: string;
  title: string;
  titleEn: string | null;
  guest: string;
  guestEn: string | null;
  state: ShownState;
  beginsAt: Date | string;
  unit: { name: string; nameEn: string };
}

export interface ShownAnswer {
  version: number;
  text: string;
  note: string | null;
  at: Date | string;
}

/** One question as everyone reads it; the last answer counts. */
export interface ShownQuestion {
  number: number;
  body: string;
  /** Whose words these are; the officer's own when the sender does not consent. */
  isGist: boolean;
  name: string | null;
  shownAt: Date | string;
  answers: ShownAnswer[];
}

/** All that the public page of an interview shows. */
export interface PublicInterview extends InterviewEntry {
  summary: string;
  summaryEn: string | null;
  cancelledReason: string | null;
  endedAt: Date | string | null;
  closedAt: Date | string | null;
  takesQuestions: boolean;
  questions: ShownQuestion[];
  received: number;
  declined: { ground: DeclineGround; count: number }[];
}
