import { STAGES, type Stage } from "./release-sheet";

/** 初审、复审、终审 by three people; or, where the setting says two, 初审 and 终审. Never fewer. */
export const REVIEW_PEOPLE = [3, 2] as const;
export type ReviewPeople = (typeof REVIEW_PEOPLE)[number];

/** Who did what of one review, as the records keep it. */
export interface Signatures {
  submittedById: string | null;
  passedById: string | null;
  approvedById: string | null;
}

export interface StageState {
  stage: Stage;
  state: "done" | "current" | "ahead" | "skipped";
  byId: string | null;
}

/**
 * With how many people something under review is reviewed. Two people are kept as: whoever sent it also passed it on.
 * With three that never happens, because nobody passes what they submitted.
 */
function peopleOf({ submittedById, passedById }: Signatures): ReviewPeople {
  return submittedById !== null && submittedById === passedById ? 2 : 3;
}

/** What the record keeps as passed when it is submitted: with two people it goes straight to whoever signs. */
export function passedOnSubmission(people: ReviewPeople, submittedById: string | null): string | null {
  return people === 2 ? submittedById : null;
}

/** The three stages of one review. Before it is sent, the setting says whether 复审 is part of it; then the record does. */
export function stagesOf(signatures: Signatures, setting: ReviewPeople): StageState[] {
  const { submittedById, passedById, approvedById } = signatures;
  const people = submittedById === null ? setting : peopleOf(signatures);
  const ids = [submittedById, people === 2 ? null : passedById, approvedById];
  let isOpen = false;
  return STAGES.map((stage, index) => {
    const byId = ids[index] ?? null;
    if (stage === "second" && people === 2) return { stage, state: "skipped", byId };
    if (byId !== null) return { stage, state: "done", byId };
    const state = isOpen ? "ahead" : "current";
    isOpen = true;
    return { stage, state, byId };
  });
}
