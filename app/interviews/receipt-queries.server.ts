import type { Deps } from "~/platform/db.server";
import type { ReceiptOwner } from "~/receipts/match-receipt.server";
import { readReceiptCode, receiptHash } from "~/receipts/receipt.server";
import { shownState, type ShownState } from "./interview";
import { findInterview } from "./interview-store.server";
import type { DeclineGround, QuestionState } from "./question";
import { questionItem } from "./question-code.server";
import { findByReceipt, findNumberByReceipt } from "./question-store.server";

/** What a question's receipt shows to whoever has its code: number, state, dates and holder. */
export interface QuestionReceiptFacts {
  number: number;
  code: string;
  state: QuestionState;
  receivedAt: Date;
  endedAt: Date | null;
  interview: { slug: string; title: string; titleEn: string | null; state: ShownState };
  unit: { name: string; nameEn: string };
}

/** What its sender reads beside that. */
export interface OwnQuestion {
  body: string;
  name: string | null;
  consentsToPublish: boolean;
  answer: string | null;
  declined: { ground: DeclineGround; reason: string } | null;
}

/** Whose question a receipt is for; it has no contact, so its tail is empty. */
export async function ownerOfQuestion({ db }: Pick<Deps, "db">, hash: string): Promise<ReceiptOwner | null> {
  const question = await findNumberByReceipt(db.client, hash);
  return question && { item: questionItem(question.number), contact: null };
}

/** The receipt of a question by its code as it stands in an address; null when there is none. */
export async function questionByCode(
  { db, now }: Deps,
  code: string,
): Promise<{ facts: QuestionReceiptFacts; own: OwnQuestion } | null> {
  if (readReceiptCode(code) !== code) return null;
  const question = await findByReceipt(db.client, receiptHash(code));
  const interview = question && (await findInterview(db.client, question.slug));
  if (!question || !interview) return null;
  const { number, state, receivedAt, body, name, consentsToPublish, answers, declineGround, declineReason } = question;
  const { slug, title, titleEn, unit } = interview;
  return {
    facts: {
      ...{ number, code, state, receivedAt },
      endedAt: question.declinedAt ?? answers[0]?.at ?? null,
      interview: { slug, title, titleEn, state: shownState(interview, now) },
      unit: { name: unit.name, nameEn: unit.nameEn },
    },
    own: {
      ...{ body, name, consentsToPublish },
      answer: answers.at(-1)?.text ?? null,
      declined: declineGround ? { ground: declineGround, reason: declineReason ?? "" } : null,
    },
  };
}
