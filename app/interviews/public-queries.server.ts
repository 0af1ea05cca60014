import { GUEST } from "~/accounts/actor";
import { plainDateOf, type PlainDate } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import type { Reason } from "~/platform/refusal";
import { isPublic, refusals, shownState, transitionOf } from "./interview";
import type { InterviewEntry, PublicInterview, ShownQuestion } from "./interview-facts";
import { countQuestions, findInterview, listInterviews, type InterviewRecord } from "./interview-store.server";
import { countDeclined, shownQuestions, type QuestionRecord } from "./question-store.server";

export const INTERVIEWS_PER_PAGE = 20;
const MOST_PLACES = 5_000;

/** The announced, running and closed interviews, the newest first. */
export async function listPublicInterviews(
  { db, now }: Deps,
  page: number,
): Promise<{ items: InterviewEntry[]; total: number; nextChangeAt: Date | null }> {
  const skip = (page - 1) * INTERVIEWS_PER_PAGE;
  const { items, total } = await listInterviews(db.client, { units: null, skip, take: INTERVIEWS_PER_PAGE });
  const begins = items.map(beginsLater(now)).filter((at) => at !== null);
  return { items: items.map((item) => entryOf(item, now)), total, nextChangeAt: begins.sort(byTime)[0] ?? null };
}

/** The public page of an interview; null for what nobody outside may know of. */
export async function publicInterview(
  { db, now }: Deps,
  slug: string,
): Promise<(PublicInterview & { nextChangeAt: Date | null }) | null> {
  const record = await findInterview(db.client, slug);
  if (!record || !isPublic(shownState(record, now))) return null;
  const [questions, counts, declined] = await Promise.all([
    shownQuestions(db.client, record.id),
    countQuestions(db.client, record.id),
    countDeclined(db.client, record.id),
  ]);
  const { summary, summaryEn, cancelledReason, endedAt, closedAt } = record;
  return {
    ...entryOf(record, now),
    ...{ summary, summaryEn, cancelledReason, endedAt, closedAt },
    takesQuestions: transitionOf("post", record, now) !== null,
    questions: questions.map(shownQuestion),
    received: counts.received,
    declined: [...declined].map(([ground, count]) => ({ ground, count })),
    nextChangeAt: beginsLater(now)(record),
  };
}

/** The addresses of the public interviews, for the map of the site. */
export async function interviewPlaces({ db }: Deps): Promise<{ path: string; changedOn: PlainDate | null }[]> {
  const { items } = await listInterviews(db.client, { units: null, skip: 0, take: MOST_PLACES });
  return items.map(({ slug, announcedAt, endedAt, closedAt, cancelledAt }) => {
    const changed = cancelledAt ?? closedAt ?? endedAt ?? announcedAt;
    return { path: `/interviews/${slug}`, changedOn: changed && plainDateOf(changed) };
  });
}

/** What the form for a question asks of its interview, and why nothing can be sent now; null for what is not public. */
export async function questionPlace(
  { db, now }: Deps,
  slug: string,
): Promise<{ slug: string; title: string; titleEn: string | null; closed: Reason[] } | null> {
  const record = await findInterview(db.client, slug);
  if (!record || !isPublic(shownState(record, now))) return null;
  const { title, titleEn } = record;
  return { slug, title, titleEn, closed: refusals("post", record, GUEST, now) };
}

export function entryOf(record: InterviewRecord, now: Date): InterviewEntry {
  const { slug, title, titleEn, guest, guestEn, beginsAt, unit } = record;
  const { name, nameEn } = unit;
  return { slug, title, titleEn, guest, guestEn, beginsAt, unit: { name, nameEn }, state: shownState(record, now) };
}

function shownQuestion(question: QuestionRecord): ShownQuestion {
  const { number, shownBody, shownName, shownAt, consentsToPublish, answers } = question;
  return {
    number,
    body: shownBody ?? "",
    isGist: !consentsToPublish,
    name: shownName,
    shownAt: shownAt ?? question.receivedAt,
    answers,
  };
}

function beginsLater(now: Date) {
  return ({ state, beginsAt }: InterviewRecord): Date | null =>
    state === "announced" && beginsAt > now ? beginsAt : null;
}

function byTime(a: Date, b: Date): number {
  return a.getTime() - b.getTime();
}
