import type { Client } from "~/platform/db.server";
import type { Reviewed } from "~/reviews/read-sheet.server";
import type { TextPart } from "~/reviews/screened-term";
import { findClauses, type ConsultationRecord } from "./consultation-store.server";
import { officersWords } from "./release-store.server";
import { sheetPartOf } from "./release-part";

/**
 * What the release sheet of a consultation is about: before the approval the draft with what stands around it, afterwards
 * the outcome in the officers' words. Comments have their own review; contact details are meant to be public.
 */
export async function reviewedOf(client: Client, consultation: ConsultationRecord): Promise<Reviewed> {
  const { slug, state, submittedById, outcomeSubmittedById } = consultation;
  const part = sheetPartOf(state);
  const subject = { kind: "consultation", id: slug, part };
  return part === "draft"
    ? { subject, parts: await draftTexts(client, consultation), submittedById }
    : { subject, parts: await outcomeTexts(client, consultation), submittedById: outcomeSubmittedById };
}

async function draftTexts(client: Client, consultation: ConsultationRecord): Promise<TextPart[]> {
  const { title, titleEn, summary, summaryEn, explanatoryNote, legalBasis, resultsPlan } = consultation;
  const { meetingNote, shortenedReason, draftId } = consultation;
  const around = { title, titleEn, summary, summaryEn, explanatoryNote, legalBasis, resultsPlan };
  const rest = { meetingNote, shortenedReason, draft: await clauseText(client, draftId) };
  return filled({ ...around, ...rest });
}

async function outcomeTexts(client: Client, consultation: ConsultationRecord): Promise<TextPart[]> {
  const { answers, gists } = await officersWords(client, consultation.id);
  return filled({
    outcomeProcess: consultation.outcomeProcess,
    answers: answers.join("\n"),
    gists: gists.join("\n"),
    revisedDraft: await clauseText(client, consultation.revisedDraftId),
  });
}

async function clauseText(client: Client, draftId: string | null): Promise<string> {
  const clauses = draftId ? await findClauses(client, draftId) : [];
  return clauses.map(({ number, heading, text, note }) => [number, heading, text, note ?? ""].join("\n")).join("\n");
}

function filled(texts: Record<string, string | null>): TextPart[] {
  return Object.entries(texts).flatMap(([place, text]) => (text ? [{ place, text }] : []));
}
