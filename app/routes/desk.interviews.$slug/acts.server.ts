import type { Person } from "~/accounts/actor";
import { cancelInterview, editInterview, moveInterview } from "~/interviews/change-interview.server";
import type { DeskInterview } from "~/interviews/desk-facts";
import type { InterviewActForm } from "~/interviews/forms";
import { answerQuestion, correctAnswer, declineQuestion, showQuestion } from "~/interviews/perform-question-act.server";
import type { depsOf } from "~/platform/deps.server";
import { formatRecordedAt } from "~/timeline/event";

type Deps = ReturnType<typeof depsOf>;

/** The verb that a form of the page asks for. */
export function perform(actor: Person, slug: string, form: InterviewActForm, deps: Deps): Promise<void> {
  switch (form.act) {
    case "edit": {
      const { act: _act, version, ...fields } = form;
      return editInterview(actor, { slug, version, fields }, deps);
    }
    case "cancel":
      return cancelInterview(actor, { slug, version: form.version, reason: form.reason }, deps);
    case "show":
      return showQuestion(actor, { slug, number: form.number, gist: form.gist }, deps);
    case "decline":
      return declineQuestion(actor, { slug, ...form }, deps);
    case "answer":
      return answerQuestion(actor, { slug, ...form }, deps);
    case "correct":
      return correctAnswer(actor, { slug, ...form }, deps);
    default:
      return moveInterview(actor, form.act, { slug, version: form.version }, deps);
  }
}

/** The announcement as its form shows it; the time as a field of the type datetime-local wants it. */
export function writtenOf(interview: DeskInterview): Record<string, string | undefined> {
  const { title, titleEn, summary, summaryEn, guest, guestEn, beginsAt } = interview;
  const english = { titleEn: titleEn ?? "", summaryEn: summaryEn ?? "", guestEn: guestEn ?? "" };
  return { title, summary, guest, ...english, beginsAt: formatRecordedAt(new Date(beginsAt)).slice(0, 16) };
}
