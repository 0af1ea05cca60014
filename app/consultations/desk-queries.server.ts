import { holds, rightsOf, type Actor } from "~/accounts/actor";
import { attachmentsOf } from "~/attachments/queries.server";
import { plainDateOf } from "~/calendar/plain-date";
import { currentCalendar } from "~/calendar/queries.server";
import type { Calendar } from "~/calendar/working-days";
import type { Deps } from "~/platform/db.server";
import { refuseAsNotFound, type Reason } from "~/platform/refusal";
import { withCounterparts } from "~/accounts/with-counterparts.server";
import type { HistoryLine } from "~/reviews/history-line";
import { namedHistory } from "~/reviews/named-history.server";
import { readSheet, releaseReasons } from "~/reviews/read-sheet.server";
import { findCompletion } from "./completion-store.server";
import {
  ACTS,
  refusals,
  SHOWN_STATES,
  shownState,
  transitionOf,
  turnOf,
  waitingProposal,
  type Act,
  type ShownState,
} from "./consultation";
import {
  countComments,
  countConsultations,
  findClauses,
  findConsultation,
  findRemarks,
  listConsultations,
  namesOf,
  type ConsultationFilter,
  type ConsultationRecord,
  type ListedConsultation,
} from "./consultation-store.server";
import { completionAdvice, completionRefusals } from "./outcome";
import type { Offer, WorkbenchFacts } from "./desk-facts";
import { daysLeft, daysPastOutcome, measurePeriod, outcomeClock, type PeriodLength } from "./period";
import { mayAct, maySeeDesk } from "./permissions";
import { decisionKindOf, preparedReasons } from "./prepared-facts.server";
import { reviewedOf } from "./release-texts.server";

/** The units where this person handles, reviews or approves. */
function deskUnits(actor: Actor): string[] {
  const working = rightsOf(actor).filter(({ role }) => ["handling_officer", "reviewer", "approver"].includes(role));
  return [...new Set(working.map(({ unit }) => unit))];
}

export function handledUnits(actor: Actor): string[] {
  return rightsOf(actor).flatMap(({ role, unit }) => (role === "handling_officer" ? unit : []));
}

// ---- The list ---------------------------------------------------------------------------------------------------

export interface DeskFilter {
  q: string;
  unit: string;
  state: ShownState | null;
  year: number | null;
}

export interface DeskRow extends Pick<
  ListedConsultation,
  "slug" | "title" | "unitCode" | "opensOn" | "closesOn" | "round"
> {
  unitName: string;
  state: ShownState;
  received: number;
  undecided: number;
}

export interface DeskList {
  rows: DeskRow[];
  total: number;
  counters: { state: ShownState; count: number }[];
}

/** What this person's desk shows; what came over from an old portal stands aside unless it is asked for. */
export async function deskList(
  actor: Actor,
  { q, unit, state, year }: DeskFilter,
  { page, pageSize }: { page: number; pageSize: number },
  { db, now }: Deps,
): Promise<DeskList> {
  const scope: ConsultationFilter = {
    desk: { unitCodes: deskUnits(actor), reachesAll: holds(actor, "supervisor") },
    ...(q && { q }),
    ...(unit && { unitCodes: [unit] }),
    ...(year && { year }),
  };
  const filter = state ? { ...scope, states: [state] } : { ...scope, isImported: false };
  const { items, total } = await listConsultations(db.client, filter, { now, page, pageSize });
  const counts = await countComments(
    db.client,
    items.map(({ id }) => id),
  );
  const counters = [];
  for (const one of SHOWN_STATES) {
    const count = await countConsultations(db.client, { ...scope, states: [one] }, now);
    if (count > 0) counters.push({ state: one, count });
  }
  const rows = items.map((item) => ({
    ...rowOf(item, now),
    received: counts.get(item.id)!.received,
    undecided: counts.get(item.id)!.undecided,
  }));
  return { rows, total, counters };
}

function rowOf(item: ListedConsultation, now: Date) {
  const { slug, title, unitCode, opensOn, closesOn, round, unit } = item;
  return { slug, title, unitCode, opensOn, closesOn, round, unitName: unit.name, state: shownState(item, now) };
}

// ---- One consultation -------------------------------------------------------------------------------------------

/** All that the workbench shows. Refusal: `not_found` for whoever may not see the desk of this unit. */
export async function workbench(actor: Actor, slug: string, deps: Deps): Promise<WorkbenchFacts> {
  const consultation = await deskConsultation(actor, slug, deps);
  const { db, now } = deps;
  const calendar = await currentCalendar(db.client);
  return {
    consultation,
    state: shownState(consultation, now),
    turn: turnOf(consultation),
    preparedBy: await nameOf(consultation.preparedById, deps),
    proposal: await proposalToShow(consultation, deps),
    offers: await offersTo(await withCounterparts(db.client, actor, subjectOf(slug)), consultation, calendar, deps),
    clocks: clocksOf(consultation, calendar, now),
    late: daysPastOutcome(consultation, now, calendar),
    counts: (await countComments(db.client, [consultation.id])).get(consultation.id)!,
    clauseCount: consultation.draftId ? (await findClauses(db.client, consultation.draftId)).length : 0,
    sheet: turnOf(consultation) ? await readSheet(await reviewedOf(db.client, consultation), deps) : null,
    attachments: await attachmentsOf({ db }, { consultationId: consultation.id }),
    history: await historyWithRemarks(consultation, deps),
  };
}

/** The consultation for a page of the desk. Refusal: `not_found`. */
export async function deskConsultation(actor: Actor, slug: string, { db, now }: Deps): Promise<ConsultationRecord> {
  const consultation = await findConsultation(db.client, slug);
  if (!consultation || !maySeeDesk(actor, consultation, shownState(consultation, now))) throw refuseAsNotFound();
  return consultation;
}

/** The newest draft that this page works on: the text for comment, or the revised one once it is being made. */
export async function deskDraft(actor: Actor, slug: string, deps: Deps) {
  const consultation = await deskConsultation(actor, slug, deps);
  const state = shownState(consultation, deps.now);
  const isRevision = state !== "preparing" && state !== "in_review";
  const draftId = (isRevision ? consultation.revisedDraftId : null) ?? consultation.draftId;
  const clauses = draftId ? await findClauses(deps.db.client, draftId) : [];
  const act: Act = isRevision ? "revise_draft" : "edit";
  const mayHandle = mayAct(actor, act, consultation);
  const mayEdit = mayHandle && refusals(act, consultation, actor, deps.now).length === 0;
  return { consultation, state, isRevision, clauses, mayHandle, mayEdit };
}

async function proposalToShow(consultation: ConsultationRecord, { db, now }: Deps) {
  const { proposal } = consultation;
  if (!proposal) return null;
  const names = await namesOf(db.client, [proposal.proposedById]);
  const isLapsed = waitingProposal(consultation, now) === null;
  return { ...proposal, isLapsed, by: names.get(proposal.proposedById) ?? null };
}

const DESK_ACTS: readonly Act[] = ACTS.filter((act) =>
  [
    ...["edit", "submit", "pass", "return", "approve", "extend", "withdraw", "sign_proposal", "refuse_proposal"],
    ...["revise_draft", "complete", "record_decision", "next_round"],
  ].includes(act),
);

async function offersTo(
  actor: Actor,
  consultation: ConsultationRecord,
  calendar: Calendar,
  deps: Deps,
): Promise<Offer[]> {
  const offers: Offer[] = [];
  for (const act of DESK_ACTS) {
    if (!mayAct(actor, act, consultation) || !transitionOf(act, consultation, deps.now)) continue;
    if (act === "refuse_proposal" && !consultation.proposal) continue;
    const { reasons, advice = [] } = await contentReasons(act, consultation, calendar, deps);
    if (act === "approve") {
      const sheet = await releaseReasons(deps.db.client, await reviewedOf(deps.db.client, consultation));
      reasons.push(...sheet.reasons);
      advice.push(...sheet.advice);
    }
    offers.push({ act, reasons: [...refusals(act, consultation, actor, deps.now), ...reasons], advice });
  }
  return offers;
}

async function contentReasons(
  act: Act,
  consultation: ConsultationRecord,
  calendar: Calendar,
  { db, now }: Deps,
): Promise<{ reasons: Reason[]; advice?: Reason[] }> {
  const today = plainDateOf(now);
  const isOutcome = consultation.state === "outcome_in_review";
  if (act === "submit" || (act === "approve" && !isOutcome))
    return { reasons: await preparedReasons(db.client, consultation, act, today, calendar) };
  if (act !== "complete" && act !== "approve") return { reasons: [] };
  const completion = await findCompletion(db.client, consultation);
  return { reasons: completionRefusals(completion, now, today), advice: completionAdvice(completion) };
}

function periodOf(consultation: ConsultationRecord, calendar: Calendar): PeriodLength | null {
  const { opensOn, closesOn } = consultation;
  const decisionKind = decisionKindOf(consultation);
  if (!opensOn || !closesOn || !decisionKind || closesOn < opensOn) return null;
  return measurePeriod({ decisionKind, opensOn, closesOn }, calendar);
}

function clocksOf(consultation: ConsultationRecord, calendar: Calendar, now: Date): WorkbenchFacts["clocks"] {
  const { opensOn, closesOn, outcomeDays, outcomePublishedAt } = consultation;
  return {
    state: shownState(consultation, now),
    ...{ opensOn, closesOn, outcomeDays },
    daysLeft: daysLeft(consultation, now),
    period: periodOf(consultation, calendar),
    outcome: closesOn ? outcomeClock(closesOn, outcomeDays, calendar) : null,
    overdue: daysPastOutcome(consultation, now, calendar),
    outcomePublishedOn: outcomePublishedAt && plainDateOf(outcomePublishedAt),
  };
}

async function nameOf(id: string | null, { db }: Deps): Promise<string | null> {
  return id === null ? null : ((await namesOf(db.client, [id])).get(id) ?? null);
}

function subjectOf(slug: string) {
  return { kind: "consultation", id: slug };
}

async function historyWithRemarks({ id, slug }: ConsultationRecord, { db }: Deps): Promise<HistoryLine[]> {
  const remarks = new Map((await findRemarks(db.client, id)).map((remark) => [remark.id, remark.text]));
  return namedHistory(subjectOf(slug), remarks, { db });
}
