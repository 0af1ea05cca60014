import type { Actor, Right } from "~/accounts/actor";
import { builtInCalendar } from "~/calendar/holidays";
import type { CommentFacts, ObjectionFacts } from "~/consultations/comment";
import type { ConsultationFacts } from "~/consultations/consultation";

export const calendar = builtInCalendar;

export function person(accountId: string, ...rights: Right[]): Actor {
  return { kind: "person", accountId, username: accountId, name: accountId, rights };
}

export const handler = person("handler", { role: "handling_officer", unit: "housing" });
export const reviewer = person("reviewer", { role: "reviewer", unit: "housing" });
export const approver = person("approver", { role: "approver", unit: "housing" });
export const neighbour = person("neighbour", { role: "handling_officer", unit: "justice" });
export const office = person("office", { role: "supervisor", unit: "office" });
export const resident = person("resident");
export const guest: Actor = { kind: "guest" };
export const platform: Actor = { kind: "system", name: "jobs" };

/** One person who holds all three roles of the unit: the rules must still ask for three people. */
export const everyRole = person(
  "everyone",
  { role: "handling_officer", unit: "housing" },
  { role: "reviewer", unit: "housing" },
  { role: "approver", unit: "housing" },
);

/** The draft on lifts in old buildings: open for comment from 2 November to 2 December 2026. */
export function lifts(change: Partial<ConsultationFacts> = {}): ConsultationFacts {
  return {
    state: "approved",
    unitCode: "housing",
    opensOn: "2026-11-02",
    closesOn: "2026-12-02",
    approvedAt: new Date("2026-10-30T16:00:00+08:00"),
    submittedById: "handler",
    passedById: "reviewer",
    approvedById: "approver",
    outcomeSubmittedById: null,
    outcomePassedById: null,
    outcomeApprovedById: null,
    proposal: null,
    hasNextRound: false,
    ...change,
  };
}

type ExampleComment = CommentFacts & { objection: ObjectionFacts | null; reviewedById: string | null };

/** A comment on article 3, reviewed and shown, adopted. */
export function comment(change: Partial<ExampleComment> = {}): ExampleComment {
  return {
    number: 12,
    channel: "online",
    clauseId: "c3",
    sentenceFrom: 1,
    sentenceTo: 2,
    quote: "一楼住户可以获得补偿。",
    stance: "support",
    consentsToPublish: true,
    consentWithdrawnAt: null,
    review: "published",
    publishedAt: new Date("2026-11-05T10:00:00+08:00"),
    publishedBody: "建议写明补偿标准。",
    publishedSuggestion: "补偿标准由住户协商。",
    publishedName: "朱**",
    withheldGround: null,
    gist: "写明补偿标准",
    outcome: "adopted",
    outcomeClauseId: "c3",
    reason: null,
    erasedAt: null,
    erasedGround: null,
    objection: null,
    reviewedById: null,
    ...change,
  };
}

export function at(text: string): Date {
  return new Date(`${text}+08:00`);
}

export function codes(reasons: { code: string }[]): string[] {
  return reasons.map((reason) => reason.code);
}
