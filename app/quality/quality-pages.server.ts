import { holds, type Actor } from "~/accounts/actor";
import { ACCEPTED_ENDINGS, MAX_FILE_BYTES } from "~/attachments/attachment";
import { dutyClock } from "~/calendar/duty-clock";
import { plainDateOf, type PlainDate } from "~/calendar/plain-date";
import { currentCalendar } from "~/calendar/queries.server";
import type { Calendar } from "~/calendar/working-days";
import type { MaterialKind, MaterialState } from "~/policies/material";
import {
  interpretationFacts,
  type InterpretationFacts,
  type ReleasedMaterial,
} from "~/policies/interpretation-facts.server";
import type { Deps } from "~/platform/db.server";
import { refuseAsNotFound } from "~/platform/refusal";
import { leadersOf, supervisorsOf } from "~/reviews/paper-signers.server";
import { paperLines } from "~/reviews/read-sheet.server";
import type { PaperLine } from "~/reviews/sheet-view";
import { liftedSentences } from "~/wording/lifted";
import { caseFacts, withCaseCounterparts } from "./perform-quality-act.server";
import { paperPlaceOf, partOf, type PaperPlace } from "./paper-place";
import { mayAct, mayRecordPaper, maySeeOrder, maySeeQuality } from "./permissions";
import { orderDays } from "./quality-setting.server";
import {
  findCase,
  findCases,
  findChecks,
  findOrders,
  namesOf,
  type CaseFilter,
  type CheckRow,
  type OrderRow,
  type ReportRow,
} from "./quality-store.server";
import type {
  CaseLine,
  CaseOffer,
  CheckView,
  MaterialSignals,
  OrderPageView,
  OrderView,
  QualityPageView,
} from "./quality-view";
import { ACTS, caseState, isDue, refusals, type CaseFacts } from "./reinterpretation";
import { readSheet } from "./sheet";

/** Released documents with their last check. Refusal: `not_found` (404) for all but the office and leaders. */
export async function qualityList(
  actor: Actor,
  filter: CaseFilter,
  paging: { page: number; pageSize: number },
  { db, now }: Deps,
): Promise<{ rows: CaseLine[]; total: number; days: number; maySetDays: boolean }> {
  if (!maySeeQuality(actor)) throw refuseAsNotFound();
  const { rows, total } = await findCases(db.client, filter, paging);
  const lines: CaseLine[] = [];
  for (const found of rows) {
    const { slug, title, unitName, check } = found;
    lines.push({
      ...{ slug, title, unitName, outcome: check?.outcome ?? null },
      state: caseState(await caseFacts(db.client, found, now)),
      checkedOn: check && plainDateOf(check.checkedAt),
    });
  }
  return { rows: lines, total, days: await orderDays(db.client), maySetDays: holds(actor, "supervisor") };
}

/** All that a check looks at, and what came of earlier ones. Refusal: `not_found` (404). */
export async function qualityPage(actor: Actor, slug: string, { db, now }: Deps): Promise<QualityPageView> {
  const found = maySeeQuality(actor) ? await findCase(db.client, slug) : null;
  const facts = found && (await interpretationFacts(db.client, slug));
  if (!found || !facts) throw refuseAsNotFound();
  const { client } = db;
  const rules = await caseFacts(client, found, now);
  const checks = await findChecks(client, found.policyId);
  const names = await namesOf(client, peopleOf(checks, found.report, found.order));
  const lines = await paperLines({ kind: "quality", id: slug }, { db });
  const signals = facts.materials.map((material) => signalsOf(material, facts));
  const all = facts.materials.map(({ words }) => words).join("\n");
  return {
    ...{ slug, title: found.title, unitName: found.unitName, state: caseState(rules) },
    offers: offersTo(await withCaseCounterparts(client, actor, found), rules),
    ...{ hasException: facts.hasException, isInterpreted: facts.isInterpreted, questions: facts.questions },
    materials: signals,
    share: liftedSentences(
      all,
      facts.clauses.map(({ text }) => text),
    ).share,
    checks: checks.map((check) => checkView(check, names, lines)),
    report: found.report && reportView(found.report, names, lines),
    paper: await paperView(actor, lines, paperPlaceOf(found, rules), { db, now }),
    order: found.order && orderView(found.order, names, plainDateOf(now), await currentCalendar(client)),
    days: await orderDays(client),
  };
}

/** The orders on a document for the unit's own page. Refusal: `not_found` (404) for other units. */
export async function orderPage(actor: Actor, slug: string, { db, now }: Deps): Promise<OrderPageView> {
  const found = await findCase(db.client, slug);
  if (!found || found.documentState !== "released" || !maySeeOrder(actor, found.unitCode)) throw refuseAsNotFound();
  const orders = await findOrders(db.client, found.policyId);
  const names = await namesOf(
    db.client,
    orders.map(({ orderedById }) => orderedById),
  );
  const calendar = await currentCalendar(db.client);
  const views = orders.map((order) => orderView(order, names, plainDateOf(now), calendar));
  return {
    ...{ slug, title: found.title },
    offers: offersTo(await withCaseCounterparts(db.client, actor, found), await caseFacts(db.client, found, now)),
    order: views.find(({ endedOn }) => endedOn === null) ?? null,
    earlier: views.filter(({ endedOn }) => endedOn !== null),
  };
}

async function paperView(
  actor: Actor,
  lines: PaperLine[],
  place: PaperPlace | null,
  deps: Deps,
): Promise<QualityPageView["paper"]> {
  const mayEnter = place !== null && mayRecordPaper(actor);
  if (!mayEnter && lines.length === 0) return null;
  const signers = mayEnter ? await (place.what === "report" ? leadersOf : supervisorsOf)(deps) : null;
  return { lines, place, signers, accept: ACCEPTED_ENDINGS, maxBytes: MAX_FILE_BYTES };
}

/** By which paper it was signed; null when it was done here. */
function markAmong(lines: readonly PaperLine[], part: string): CheckView["paper"] {
  const signed = lines.find((line) => line.part === part && line.isVerified === true);
  return signed ? { number: signed.number, statedOn: signed.statedOn } : null;
}

function offersTo(actor: Actor, facts: CaseFacts): CaseOffer[] {
  return ACTS.filter((act) => isDue(act, facts) && mayAct(actor, act, facts)).map((act) => ({
    act,
    reasons: refusals(act, facts, actor),
  }));
}

function signalsOf(material: ReleasedMaterial, { clauses, releasedAt }: InterpretationFacts): MaterialSignals {
  const { slug, kind, title, words, ratings, ratingReasons } = material;
  const compared = liftedSentences(
    words,
    clauses.map(({ text }) => text),
  );
  return {
    ...{ slug, kind, title, ratings, ratingReasons, share: compared.share, compared: compared.sentences.length },
    releasedOn: plainDateOf(material.releasedAt),
    isWithDocument: material.releasedAt.getTime() === releasedAt?.getTime(),
    lifted: compared.sentences.flatMap(({ text, passage }) => {
      const clause = passage === null ? undefined : clauses[passage];
      return clause ? [{ text, clause: clause.number || clause.heading }] : [];
    }),
  };
}

function peopleOf(checks: readonly CheckRow[], report: ReportRow | null, order: OrderRow | null): (string | null)[] {
  return [
    ...checks.map(({ checkedById }) => checkedById),
    ...[report?.reportedById ?? null, report?.decidedById ?? null, order?.orderedById ?? null],
  ];
}

function checkView(check: CheckRow, names: Map<string, string>, lines: readonly PaperLine[]): CheckView {
  const { id, outcome, isImportant, note, liftedShare, orderId } = check;
  return {
    ...{ id, outcome, isImportant, note, liftedShare, isSecond: orderId !== null },
    sheet: readSheet(check.sheet),
    checkedOn: plainDateOf(check.checkedAt),
    by: names.get(check.checkedById) ?? "",
    paper: orderId === null ? null : markAmong(lines, partOf("order", orderId)),
  };
}

function reportView(
  report: ReportRow,
  names: Map<string, string>,
  lines: readonly PaperLine[],
): NonNullable<QualityPageView["report"]> {
  const { findings, better, isApproved, decisionReason } = report;
  return {
    ...{ findings, better, isApproved, decisionReason },
    reportedOn: plainDateOf(report.reportedAt),
    by: names.get(report.reportedById) ?? "",
    decidedOn: report.decidedAt && plainDateOf(report.decidedAt),
    decidedBy: names.get(report.decidedById ?? "") ?? null,
    paper: markAmong(lines, partOf("report", report.id)),
  };
}

function orderView(order: OrderRow, names: Map<string, string>, today: PlainDate, calendar: Calendar): OrderView {
  const {
    startedOn: orderedOn,
    dueOn,
    workingDays,
    left,
    rows,
    isProvisional,
  } = dutyClock(order.orderedAt, order.workingDays, today, calendar);
  const { ground, better, answerNote, isMet } = order;
  return {
    ...{ ground, better, orderedOn, dueOn, workingDays, left, rows, isProvisional, answerNote, isMet },
    by: names.get(order.orderedById) ?? "",
    answers: order.answers.map(({ interpretation: { slug, title, kind, state } }) => ({
      ...{ slug, title },
      kind: kind as MaterialKind,
      state: state as MaterialState,
    })),
    answeredOn: order.answeredAt && plainDateOf(order.answeredAt),
    endedOn: order.endedAt && plainDateOf(order.endedAt),
  };
}
