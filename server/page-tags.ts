import { EVERYTHING } from "~/platform/kept-page";
import type { CommittedEvent } from "~/timeline/transact.server";

/**
 * Which kept pages an event changes. Every event moves the timeline's head; one of a consultation or a comment changes
 * that consultation's pages, the lists and the home page; one of an interview or a question its page and the list; one
 * of a message its page, the log and the figures; one of a half-yearly round the pages of the exemplary cases.
 */
export function tagsOf(events: CommittedEvent[]): Set<string> {
  const tags = new Set<string>(["timeline"]);
  for (const event of events) {
    if (event.subject.kind === "message") tags.add(`message:${event.subject.id}`).add("messages").add("home");
    const slug = consultationOf(event);
    if (slug) tags.add(`consultation:${slug}`).add("consultations").add("home");
    const interview = interviewOf(event);
    if (interview) tags.add(`interview:${interview}`).add("interviews");
    for (const tag of policyTags(event)) tags.add(tag);
    if (event.subject.kind === "nomination_round") tags.add("cases");
    if (event.kind.startsWith("calendar.") || event.kind.startsWith("setting.") || event.kind.startsWith("unit.")) {
      tags.add(EVERYTHING);
    }
  }
  return tags;
}

/** A policy document, its interpretation and what readers ask change its own pages and the lists that name it. */
function policyTags({ kind, subject, payload }: CommittedEvent): string[] {
  const named = payload && typeof payload === "object" ? (payload as Record<string, unknown>) : {};
  const isMaterial = subject.kind === "interpretation";
  if (subject.kind === "reinterpretation") return [`policy:${subject.id}`];
  if (subject.kind === "attribute_review") return ["policies"];
  if (subject.kind !== "policy" && !isMaterial && subject.kind !== "reader_question") return [];
  if (kind === "interpretation.rated") return [`interpretation:${subject.id}`];
  const slug = subject.kind === "policy" ? subject.id : String(named.policy);
  const successor = typeof named.successor === "string" ? [`policy:${named.successor}`] : [];
  return [`policy:${slug}`, ...successor, ...(isMaterial ? [`interpretation:${subject.id}`] : []), "policies", "home"];
}

/** The slug of the consultation an event belongs to, when it belongs to one. */
export function consultationOf({ subject, payload }: CommittedEvent): string | null {
  if (subject.kind === "consultation") return subject.id;
  if (payload && typeof payload === "object" && "consultation" in payload) return String(payload.consultation);
  return null;
}

/** The slug of the interview an event belongs to, when it belongs to one. */
export function interviewOf({ subject, payload }: CommittedEvent): string | null {
  if (subject.kind === "interview") return subject.id;
  if (payload && typeof payload === "object" && "interview" in payload) return String(payload.interview);
  return null;
}
