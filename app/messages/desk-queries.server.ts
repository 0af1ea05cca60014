import { accountIdOf, holds, type Actor, type Person } from "~/accounts/actor";
import { withCounterparts } from "~/accounts/with-counterparts.server";
import { accountNames, officersOf, peopleOf } from "~/accounts/queries.server";
import { attachmentsOf } from "~/attachments/queries.server";
import { loadCalendar } from "~/calendar/load-calendar.server";
import type { Calendar } from "~/calendar/working-days";
import type { Deps } from "~/platform/db.server";
import { refuseAsNotFound } from "~/platform/refusal";
import { maskPersonalData } from "~/privacy/masking";
import { releaseReasons } from "~/reviews/read-sheet.server";
import { openUnits } from "~/units/queries.server";
import { clockSettings } from "./clock-settings.server";
import { daysToThreeMonths, mostUrgent, runningClocks, threeMonthLine, type ClockSettings } from "./clocks";
import { EVERYTHING, filterIn, type DeskFilter } from "./desk-filter";
import type { DeskRow, DeskView, MessageBenchFacts, MessageOffer } from "./desk-shown";
import { ACTS, isSealed, shownState, transitionOf, type MessageAct } from "./message";
import type { MessageChannel } from "./message";
import { findSeen, listByOutsideNumber, listSeen, listTitled, type MessageRecord } from "./message-store.server";
import { viewOf, type OpenWork } from "./kept-open.server";
import { narrowed, officersIn, pageAnswered } from "./narrow-desk.server";
import { openWork, type OpenScope, type OpenWish } from "./open-work.server";
import { lineOf, shownHolder, unitNames, wholePath } from "./path-lines.server";
import { mayAct, mayEnter, maySeeSender, unitsOf } from "./permissions";
import { publicWords } from "./public-view";
import { readable } from "./readable.server";
import type { UnitName } from "./shown";
import { referralOf, releasedReplies } from "./receipt-queries.server";
import { refusals } from "./refusals";
import { replyReviewed } from "./reply-reviewed.server";
import { replySheet } from "./reply-sheet.server";
import { maySetClocks } from "./set-clocks.server";
import { listSteps } from "./step-store.server";

/** Whether the actor has anything to do with messages at a desk. */
export function hasMessageDesk(actor: Actor): boolean {
  return holds(actor, "supervisor") || holds(actor, "leader") || unitsOf(actor).length > 0;
}

export interface DeskList {
  rows: DeskRow[];
  total: number;
  /** Under the filter. */
  counts: Record<Exclude<DeskView, "answered">, number>;
  mayEnter: boolean;
  maySetClocks: boolean;
  choices: { units: UnitName[]; officers: { id: string; name: string }[] };
}

/** The messages this person works on, the most urgent first. Refusal: `not_found` for whoever has no such desk. */
export async function deskMessages(
  actor: Actor,
  asked: { view: DeskView; filter?: DeskFilter; page: number; pageSize: number },
  deps: Deps,
): Promise<DeskList> {
  if (!hasMessageDesk(actor)) throw refuseAsNotFound();
  const { view, page, pageSize } = asked;
  const filter = filterIn(view, asked.filter ?? EVERYTHING);
  const officerId = accountIdOf(actor);
  const all = await openWork(wishesOf({ actor }), deps);
  const todo = await narrowed(all, actor, filter, deps);
  const work = viewOf(todo, `parts ${officerId}`, () => ({
    todo,
    office: todo.filter(({ part }) => part === "office"),
    mine: todo.filter(({ message }) => message.officerId !== null && message.officerId === officerId),
  }));
  const counts = { todo: todo.length, office: work.office.length, mine: work.mine.length };
  const from = (page - 1) * pageSize;
  const choices = { units: await unitsToChoose(actor, deps), officers: await officersIn(all, deps) };
  const shown = { counts, choices, mayEnter: mayEnter(actor), maySetClocks: maySetClocks(actor) };
  if (view === "answered") {
    const { messages, total } = await pageAnswered(actor, { filter, from, size: pageSize }, deps);
    return { rows: await rowsOf(messages, actor, deps), total, ...shown };
  }
  return {
    rows: await nearestRows(work[view].slice(from, from + pageSize), actor, deps),
    total: counts[view],
    ...shown,
  };
}

/** Whoever sees the messages of one unit has none to choose. */
async function unitsToChoose(actor: Actor, deps: Deps): Promise<UnitName[]> {
  const own = unitsOf(actor);
  const isOffice = holds(actor, "supervisor") || holds(actor, "leader");
  const units = isOffice || own.length > 1 ? await openUnits(deps) : [];
  return units
    .filter(({ code }) => isOffice || own.includes(code))
    .map(({ code, name, nameEn }) => ({ code, name, nameEn }));
}

const PARTS = ["office", "unit", "promise"] as const;

function wishesOf(scope: OpenScope): OpenWish[] {
  return PARTS.map((part) => ({ part, scope }));
}

/** Read by their numbers, and only as far as this person sees them: what was recused meanwhile is left out. */
async function nearestRows(work: readonly OpenWork[], actor: Actor, deps: Deps): Promise<OwnedRow[]> {
  if (work.length === 0) return [];
  const numbers = work.map(({ number }) => number);
  const rows = await rowsOf(await listSeen(deps.db.client, actor, { number: { in: numbers } }), actor, deps);
  return rows.sort((a, b) => numbers.indexOf(a.number) - numbers.indexOf(b.number));
}

/** More than one officer can work on; who has more sees the rest on the desk. */
const MOST_OF_ONE = 200;

/** The open messages of one officer, the most urgent first. */
export async function messagesOfOfficer(person: Person, deps: Deps): Promise<DeskRow[]> {
  const work = await openWork(wishesOf({ actor: person, officerId: person.accountId }), deps);
  return nearestRows(work.slice(0, MOST_OF_ONE), person, deps);
}

type OwnedRow = DeskRow & { officerId: string | null };

async function rowsOf(messages: MessageRecord[], actor: Actor, deps: Deps): Promise<OwnedRow[]> {
  const calendar = await loadCalendar(deps);
  const settings = await clockSettings(deps);
  return messages.map((message) => rowOf(message, actor, deps.now, calendar, settings));
}

function rowOf(message: MessageRecord, actor: Actor, now: Date, calendar: Calendar, settings: ClockSettings): OwnedRow {
  const { number, kind, receivedAt, officer } = message;
  const urgent = mostUrgent(runningClocks(message, now, calendar, settings));
  return {
    ...{ number, kind, receivedAt },
    state: shownState(message, now),
    title: readable(message, actor, message.title),
    isSealed: isSealed(message),
    holder: shownHolder(message),
    officer: officer?.name ?? null,
    officerId: officer?.id ?? null,
    dueOn: urgent?.dueOn ?? null,
    step: urgent?.step ?? null,
    colour: urgent?.colour ?? null,
    left: urgent?.left ?? null,
    isProvisional: urgent?.isProvisional ?? false,
    escalation: urgent?.escalation ?? null,
    daysToThreeMonths: daysToThreeMonths(message, now),
  };
}

/** The titles of these messages as this person may read them, with the unit that has it. */
export async function readTitles(
  actor: Actor,
  numbers: readonly string[],
  { db }: Pick<Deps, "db">,
): Promise<Map<string, { number: string; title: string; unitName: string }>> {
  const messages = await listTitled(db.client, actor, numbers);
  return new Map(
    messages.map((message) => {
      const { number, title, leadUnit } = message;
      return [number, { number, title: readable(message, actor, title), unitName: leadUnit?.name ?? "" }];
    }),
  );
}

/** One message at the desk. Refusal: `not_found` for whoever may not see it there. */
export async function messageBench(actor: Actor, number: string, deps: Deps): Promise<MessageBenchFacts> {
  const message = await findSeen(deps.db.client, actor, number);
  if (!message) throw refuseAsNotFound();
  const calendar = await loadCalendar(deps);
  const names = await unitNames(deps);
  const { version, kind, submitter, receivedAt, statedOn, outsideNumber, askedUnit, leadUnit, officer } = message;
  const seesSender = maySeeSender(actor, message);
  const { name, contact } = message;
  const units = await openUnits(deps);
  const isNotBarred = ({ id }: { id: string }) => ![...message.recusedIds, ...message.interestedIds].includes(id);
  return {
    ...{ number, version, kind, receivedAt, statedOn, outsideNumber, askedUnit, leadUnit, officer },
    submitter: submitter as MessageBenchFacts["submitter"],
    channel: message.channel as MessageChannel,
    state: shownState(message, deps.now),
    title: readable(message, actor, message.title),
    body: readable(message, actor, message.body),
    isMasked: !seesSender,
    isSealed: isSealed(message),
    isErased: message.erasedAt !== null,
    consents: message.consentsToPublish && message.consentWithdrawnAt === null,
    sender: seesSender ? { name, contact } : null,
    sameOutside: await sameOutside(actor, message, deps),
    street: names.get(message.streetCode ?? "") ?? null,
    streets: units.filter(({ kind }) => kind === "street"),
    assisting: message.assistance.map(({ unit }) => unit),
    recused: message.recusedUnits.flatMap((code) => names.get(code)?.name ?? []),
    holder: shownHolder(message),
    clocks: runningClocks(message, deps.now, calendar, await clockSettings(deps)),
    threeMonths: daysToThreeMonths(message, deps.now) === null ? null : threeMonthLine(receivedAt),
    daysToThreeMonths: daysToThreeMonths(message, deps.now),
    path: await deskPath(message, deps),
    questions: message.asked.map(({ text, askedAt, endsOn, answer, answeredAt }) => ({
      ...{ text, askedAt, endsOn, answeredAt },
      answer: answer && readable(message, actor, answer),
    })),
    ...(await repliesOf(message, deps)),
    suggested: {
      title: maskPersonalData(message.title).masked,
      body: maskPersonalData(message.body).masked,
    },
    isPublic: publicWords(message) !== null,
    referral: referralOf(message),
    mergedInto: message.state === "merged" ? message.mergedIntoNumber : null,
    duplicates: message.duplicates.map((one) => one.number),
    attachments: await attachmentsOf(deps, { messageNumber: number }),
    offers: await withSheet(
      offersOf(await withCounterparts(deps.db.client, actor, { kind: "message", id: number }), message, deps.now),
      message,
      deps,
    ),
    sheet: await replySheet(actor, message, deps),
    units: units.filter(({ code }) => !message.recusedUnits.includes(code)),
    officers: leadUnit ? (await officersOf(deps, leadUnit.code)).filter(isNotBarred) : [],
    people:
      leadUnit && mayAct(actor, "take_back", message) ? (await peopleOf(deps, leadUnit.code)).filter(isNotBarred) : [],
  };
}

/** After an act the message may have left this desk: returned, recused, assigned elsewhere. */
export async function mayStillSee(actor: Actor, number: string, { db }: Pick<Deps, "db">): Promise<boolean> {
  return (await findSeen(db.client, actor, number)) !== null;
}

/** The units whose desk this person may follow live. */
export function watchedUnits(actor: Actor): string[] {
  return unitsOf(actor);
}

/** Acts of the sender and of the platform stand on no desk. */
const NOT_AT_DESK: readonly MessageAct[] = [
  ...(["answer", "rate", "reopen", "withdraw", "withdraw_consent", "erase", "recount", "release"] as const),
];

function offersOf(actor: Actor, message: MessageRecord, now: Date): MessageOffer[] {
  const acts = ACTS.filter(
    (act) => !NOT_AT_DESK.includes(act) && mayAct(actor, act, message) && transitionOf(act, message, now) !== null,
  );
  return acts.map((act) => ({ act, reasons: refusals(act, message, actor, now) }));
}

/** The release of a reply waits for its sheet where the district made it compulsory. */
async function withSheet(offers: MessageOffer[], message: MessageRecord, { db }: Deps): Promise<MessageOffer[]> {
  const reviewed = replyReviewed(message);
  if (!reviewed) return offers;
  const sheet = await releaseReasons(db.client, reviewed);
  return offers.map(({ act, reasons }) => {
    const isRelease = act === "approve" || act === "approve_correction";
    return { act, reasons: isRelease ? [...reasons, ...sheet.reasons] : reasons };
  });
}

async function deskPath(message: MessageRecord, deps: Deps): Promise<MessageBenchFacts["path"]> {
  const steps = await listSteps(deps.db.client, message.number);
  const names = await unitNames(deps);
  const people = await accountNames(
    deps,
    steps.map(({ byId }) => byId),
  );
  const told = steps.map((step) => ({
    ...lineOf(step, names, { withWords: true }),
    by: people.get(step.byId ?? "") ?? null,
    isInternal: step.isInternal,
  }));
  return wholePath(message, steps, told, deps);
}

async function repliesOf(message: MessageRecord, deps: Deps): Promise<Pick<MessageBenchFacts, "draft" | "replies">> {
  const { replies } = message;
  const people = await accountNames(
    deps,
    replies.flatMap(({ authorId, releasedById }) => [authorId, releasedById]),
  );
  const nameOf = (id: string | null | undefined) => people.get(id ?? "") ?? "";
  const draft = replies.findLast(({ state }) => state === "draft" || state === "in_review");
  return {
    draft: draft
      ? {
          ...draft,
          kind: draft.kind as "reply" | "correction",
          isInReview: draft.state === "in_review",
          author: nameOf(draft.authorId),
        }
      : null,
    replies: releasedReplies(message).map((reply) => {
      const row = replies.find(({ id }) => id === reply.id);
      return { ...reply, author: nameOf(row?.authorId), approver: nameOf(row?.releasedById) };
    }),
  };
}

async function sameOutside(
  actor: Actor,
  message: MessageRecord,
  deps: Deps,
): Promise<MessageBenchFacts["sameOutside"]> {
  if (message.outsideNumber === null) return [];
  const others = await listByOutsideNumber(deps.db.client, actor, message.outsideNumber);
  return others
    .filter(({ number }) => number !== message.number)
    .map((other) => ({ number: other.number, title: readable(other, actor, other.title) }));
}
