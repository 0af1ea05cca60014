import type { Person } from "~/accounts/actor";
import { addDays, plainDateOf, startOfDay, type PlainDate } from "~/calendar/plain-date";
import { approveConsultation } from "~/consultations/approve-consultation.server";
import { completeConsultation } from "~/consultations/complete-consultation.server";
import type { Outcome, Stance, Submitter } from "~/consultations/comment";
import { cutMarkdown } from "~/drafting/clauses";
import { decideComments } from "~/consultations/decide-comments.server";
import { importDraftVersion } from "~/consultations/import-draft-version.server";
import { passConsultation } from "~/consultations/pass-consultation.server";
import { postComment } from "~/consultations/post-comment.server";
import { prepareConsultation } from "~/consultations/prepare-consultation.server";
import type { PreparedFields } from "~/consultations/prepared-fields";
import { publishComment } from "~/consultations/publish-comment.server";
import { submitConsultation } from "~/consultations/submit-consultation.server";
import type { Deps } from "~/platform/db.server";
import { fillSheet } from "./release-sheet";

/** One act of the story at its instant. */
export interface Step {
  at: Date;
  run: (deps: Deps) => Promise<unknown>;
}

/** The people of the demonstration by their user names. */
export type Cast = (username: string) => Person;

export interface Staff {
  handler: string;
  reviewer: string;
  approver: string;
}

export const HOUSING: Staff = {
  handler: "handler.housing",
  reviewer: "reviewer.housing",
  approver: "approver.housing",
};
export const JUSTICE: Staff = {
  handler: "handler.justice",
  reviewer: "reviewer.justice",
  approver: "approver.justice",
};
export const OFFICE: Staff = { handler: "office", reviewer: "office2", approver: "leader" };

export function inOrder(steps: Step[]): Step[] {
  return steps.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** A time of day (Asia/Shanghai) some days before (negative) or after the day of `now`. */
export function on(now: Date, days: number, time: string): Date {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return new Date(startOfDay(dayAt(now, days)).getTime() + (hours * 60 + minutes) * 60_000);
}

export function dayAt(now: Date, days: number): PlainDate {
  return addDays(plainDateOf(now), days);
}

export interface Opening {
  slug: string;
  unit: string;
  staff: Staff;
  fields: Pick<PreparedFields, "title" | "summary" | "decisionKind" | "explanatoryNote" | "legalBasis"> &
    Partial<PreparedFields>;
  draft: string;
  /** Editor's notes beside clauses, by the clause's printed number. */
  notes?: Record<string, string>;
  /** Days from the day of `now`: the first and the last day for comments. */
  opens: number;
  closes: number;
}

/** From the first sentence to the approver's signature; the evening before the first day. */
export function openingSteps(now: Date, cast: Cast, opening: Opening): Step[] {
  const { slug, unit, staff, fields, draft, notes = {}, opens, closes } = opening;
  const input = { slug, version: null };
  return [
    {
      at: on(now, opens - 2, "09:20"),
      run: (deps) =>
        prepareConsultation(
          cast(staff.handler),
          { ...DEFAULTS, ...fields, unit, slug, opensOn: dayAt(now, opens), closesOn: dayAt(now, closes) },
          deps,
        ),
    },
    {
      at: on(now, opens - 2, "10:05"),
      run: (deps) =>
        importDraftVersion(
          cast(staff.handler),
          { ...input, kind: "consultation", clauses: clausesOf(draft, notes), changeNote: null },
          deps,
        ),
    },
    { at: on(now, opens - 2, "11:30"), run: (deps) => submitConsultation(cast(staff.handler), input, deps) },
    { at: on(now, opens - 1, "09:45"), run: (deps) => passConsultation(cast(staff.reviewer), input, deps) },
    { at: on(now, opens - 1, "10:20"), run: (deps) => fillSheet(cast(staff.reviewer), slug, deps) },
    { at: on(now, opens - 1, "16:10"), run: (deps) => approveConsultation(cast(staff.approver), input, deps) },
  ];
}

const DEFAULTS: Omit<
  PreparedFields,
  "title" | "summary" | "decisionKind" | "explanatoryNote" | "legalBasis" | "opensOn" | "closesOn"
> = {
  titleEn: null,
  summaryEn: null,
  shortenedReason: null,
  resultsPlan: "截止后三十个工作日内",
  contactName: "办公室（演示）",
  contactPhone: "020-00000000（演示号码）",
  contactEmail: "yijian@example.org",
  contactAddress: "海珠区（演示地址），信封请注明“征求意见”",
  meetingNote: null,
  showComments: "during",
  askStance: true,
};

export function clausesOf(markdown: string, notes: Record<string, string> = {}) {
  return cutMarkdown(markdown).clauses.map(({ level, number, heading, text }) => ({
    clauseId: null,
    ...{ level, number, heading, text },
    note: notes[number] ?? null,
  }));
}

/** The permanent id of the n-th clause of a first draft, counted from 1. */
export function clauseId(position: number): string {
  return `c${position}`;
}

export interface Said {
  /** Days from `now`, and the time of day. */
  on: [number, string];
  body: string;
  suggestion?: string;
  clause?: number;
  sentences?: [number, number];
  stance?: Stance;
  submitter?: Submitter;
  name?: string;
  contact?: string;
  publish?: boolean;
  by?: string;
  /** Shown in public this many hours later, after review. */
  publishedAfter?: number;
}

/** Somebody writes in; the office reviews it for the public when it may be shown. Tells the comment's number. */
export function sayingSteps(now: Date, cast: Cast, { slug, staff }: { slug: string; staff: Staff }, said: Said) {
  const receipt = { number: 0 };
  const at = on(now, said.on[0], said.on[1]);
  const steps: Step[] = [
    {
      at,
      run: async (deps) => {
        const { number } = await postComment(said.by ? cast(said.by) : { kind: "guest" }, postOf(slug, said), deps);
        receipt.number = number;
      },
    },
  ];
  if (said.publishedAfter !== undefined) {
    steps.push({
      at: new Date(at.getTime() + said.publishedAfter * 3_600_000),
      run: (deps) =>
        publishComment(
          cast(staff.handler),
          { number: receipt.number, version: null, body: null, suggestion: null, name: null },
          deps,
        ),
    });
  }
  return { steps, receipt };
}

function postOf(slug: string, said: Said) {
  return {
    slug,
    clause: said.clause ? clauseId(said.clause) : null,
    from: said.sentences?.[0] ?? null,
    to: said.sentences?.[1] ?? null,
    stance: said.stance ?? null,
    body: said.body,
    suggestion: said.suggestion ?? null,
    submitter: said.submitter ?? ("person" as const),
    name: said.name ?? null,
    contact: said.contact ?? null,
    publish: said.publish ?? true,
    key: null,
    uploads: [],
    language: "zh-CN" as const,
  };
}

export interface Decided {
  receipts: { number: number }[];
  outcome: Outcome;
  reason?: string;
  clause?: number;
  gist?: string;
}

export function decidingStep(
  at: Date,
  cast: Cast,
  { slug, staff }: { slug: string; staff: Staff },
  { receipts, outcome, reason, clause, gist }: Decided,
): Step {
  return {
    at,
    run: (deps) =>
      decideComments(
        cast(staff.handler),
        {
          slug,
          outcome,
          reason: reason ?? null,
          clause: clause ? clauseId(clause) : null,
          gist: gist ?? null,
          comments: receipts.map(({ number }) => ({ number, version: null })),
        },
        deps,
      ),
  };
}

interface Completing {
  day: number;
  process: string;
  releaseRevisedDraft?: boolean;
  /** How the approver signs, when it is not here. */
  approval?: Step[];
}

/** The outcome goes to the reviewer, to the approver, and to the public, on three days. */
export function completingSteps(
  now: Date,
  cast: Cast,
  { slug, staff }: { slug: string; staff: Staff },
  { day, process, releaseRevisedDraft = false, approval }: Completing,
): Step[] {
  const input = { slug, version: null };
  const here: Step = {
    at: on(now, day + 2, "16:36"),
    run: (deps) => approveConsultation(cast(staff.approver), { ...input, releaseRevisedDraft }, deps),
  };
  return [
    {
      at: on(now, day, "10:20"),
      run: (deps) => completeConsultation(cast(staff.handler), { ...input, outcomeProcess: process }, deps),
    },
    { at: on(now, day + 1, "09:30"), run: (deps) => passConsultation(cast(staff.reviewer), input, deps) },
    { at: on(now, day + 1, "09:50"), run: (deps) => fillSheet(cast(staff.reviewer), slug, deps) },
    ...(approval ?? [here]),
  ];
}
