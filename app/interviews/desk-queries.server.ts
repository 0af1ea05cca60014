import { rightsOf, type Actor } from "~/accounts/actor";
import { actorNames } from "~/accounts/queries.server";
import { withCounterparts } from "~/accounts/with-counterparts.server";
import type { Deps } from "~/platform/db.server";
import { refuseAsNotFound } from "~/platform/refusal";
import { historyOf } from "~/timeline/queries.server";
import type { DeskInterview, DeskQuestion } from "./desk-facts";
import {
  ACTS,
  announceReasons,
  cancelReasons,
  closeReasons,
  refusals,
  shownState,
  transitionOf,
  type Act,
} from "./interview";
import type { InterviewEntry } from "./interview-facts";
import { countQuestions, findInterview, listInterviews, type InterviewRecord } from "./interview-store.server";
import { mayAct, maySeeDesk } from "./permissions";
import { entryOf } from "./public-queries.server";
import { deskQuestions, type QuestionRecord } from "./question-store.server";

const MOST_LISTED = 100;
/** More than this no moderator reads on one page; the oldest come first. */
const MOST_QUESTIONS = 200;

/** The units whose interviews this person works on. */
function unitsOf(actor: Actor): string[] {
  const units = rightsOf(actor).map(({ unit }) => unit);
  return [...new Set(units)].filter((unitCode) => maySeeDesk(actor, { unitCode }));
}

export async function deskInterviews(actor: Actor, { db, now }: Deps): Promise<InterviewEntry[]> {
  const { items } = await listInterviews(db.client, { units: unitsOf(actor), skip: 0, take: MOST_LISTED });
  return items.map((item) => entryOf(item, now));
}

/** All that the desk's page of an interview shows. Refusal: `not_found` for whoever does not work in its unit. */
export async function deskInterview(actor: Actor, slug: string, deps: Deps): Promise<DeskInterview> {
  const { db, now } = deps;
  const record = await findInterview(db.client, slug);
  if (!record || !maySeeDesk(actor, record)) throw refuseAsNotFound();
  const [pending, shown, ended] = await Promise.all([
    deskQuestions(db.client, record.id, ["pending"], MOST_QUESTIONS),
    deskQuestions(db.client, record.id, ["shown"], MOST_QUESTIONS),
    deskQuestions(db.client, record.id, ["answered", "declined"], MOST_QUESTIONS),
  ]);
  const { summary, summaryEn, unitCode, version, cancelledReason } = record;
  const state = shownState(record, now);
  const may = (act: Act) => mayAct(actor, act, record, state) && transitionOf(act, record, now) !== null;
  return {
    ...entryOf(record, now),
    ...{ summary, summaryEn, unitCode, version, cancelledReason },
    counts: await countQuestions(db.client, record.id),
    offers: await offersTo(actor, record, deps),
    may: { show: may("show"), answer: may("answer"), correct: may("correct") },
    pending: pending.map(deskQuestion),
    shown: shown.map(deskQuestion),
    ended: ended.map(deskQuestion),
    history: await namedHistory(slug, deps),
  };
}

const STEPS = ACTS.filter((act) => ["edit", "submit", "return", "announce", "cancel", "end", "close"].includes(act));

async function offersTo(actor: Actor, record: InterviewRecord, { db, now }: Deps): Promise<DeskInterview["offers"]> {
  const asked = await withCounterparts(db.client, actor, { kind: "interview", id: record.slug });
  const counts = await countQuestions(db.client, record.id);
  const state = shownState(record, now);
  return STEPS.filter((act) => mayAct(actor, act, record, state) && transitionOf(act, record, now)).map((act) => ({
    act,
    reasons: [
      ...refusals(act, record, asked, now),
      ...(act === "announce" || act === "submit" ? announceReasons(record, now) : []),
      ...(act === "close" ? closeReasons(counts) : []),
      ...(act === "cancel" ? cancelReasons(counts) : []),
    ],
  }));
}

function deskQuestion(question: QuestionRecord): DeskQuestion {
  const { number, state, body, name, consentsToPublish, receivedAt, shownBody, declineGround, declineReason } =
    question;
  const answer = question.answers.at(-1)?.text ?? null;
  return { number, state, body, name, consentsToPublish, receivedAt, shownBody, declineGround, declineReason, answer };
}

async function namedHistory(slug: string, deps: Deps): Promise<DeskInterview["history"]> {
  const events = await historyOf(deps, { kind: "interview", id: slug });
  const names = await actorNames(deps, events);
  return events.map(({ seq, at, kind }) => ({ seq, at, kind, by: names.get(seq) ?? null }));
}
