import type { InterviewReasonTexts } from "~/interviews/reasons";
import { counted } from "../english-count";
import type { ReasonText } from "../reason-text";

export const interviewReasons: InterviewReasonTexts<ReasonText> = {
  interview_no_right: "You do not have the right to this step.",
  interview_not_possible: "This step is not possible in the interview's present state.",
  interview_same_person: "Whoever submitted or ended the interview cannot also review it. Ask somebody else.",
  interview_cancelled: "This interview was cancelled and takes no more questions.",
  interview_begun: ({ count = 0 }) =>
    `${counted(count, "question has", "questions have")} been answered in public; it can no longer be cancelled. End it instead.`,
  questions_closed: "This interview takes no questions now. You can write to a department instead.",
  questions_without_end: ({ count = 0 }) =>
    `${counted(count, "question has", "questions have")} neither an answer nor a reason. Every question needs one.`,
  begins_in_past: "That time has passed. Choose a later one.",
  begins_invalid: "Enter a day and a time, for example 2026-12-10 15:00.",
  guest_missing: "Enter the guest's name and post.",
  question_missing: "Write your question.",
  question_too_long: "A question has at most {maximum} characters.",
  question_gist_missing: "The sender does not agree to publication. Say in your own words what is asked.",
  question_ended: "This question has its end and cannot be changed.",
  question_not_shown: "This question is not shown yet. Show it before you answer.",
  question_not_answered: "This question has no answer to correct.",
  answer_missing: "Write the answer.",
  answer_unchanged: "The text is the same as before.",
  correction_note_needed: "Say what was corrected, and why.",
  decline_ground_missing: "Choose why it is not answered.",
  decline_reason_missing: "Write a line of explanation; the sender reads it.",
};
