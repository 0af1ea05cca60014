import { plainDateOf } from "~/calendar/plain-date";
import { currentCalendar } from "~/calendar/queries.server";
import { countWorkingDays } from "~/calendar/working-days";
import type { Language } from "~/i18n/language";
import { strings } from "~/i18n/strings";
import type { Deps } from "~/platform/db.server";
import { formatRecordedAt } from "~/timeline/event";
import { CHANNELS, OUTCOMES, WITHHELD_GROUNDS, type Channel, type Outcome, type WithheldGround } from "./comment";
import { PUBLIC_STATES, type ShownState } from "./consultation";
import { countConsultations } from "./consultation-store.server";
import { answeredConsultations, commentFigures, owingOutcome } from "./outcome-store.server";
import { daysPastOutcome, outcomeClock } from "./period";

const STATES = PUBLIC_STATES.filter((state) => state !== "imported");
const PUBLIC_CHANNELS = CHANNELS.filter((channel) => channel !== "written_inquiry");

/** The published figures of consultations, each with its definition and the rows it can be checked against. */
export async function consultationFigures(deps: Deps, language: Language) {
  const { figures: texts } = strings(language).home;
  const { channels, outcomes, withheld } = await answeredFigures(deps);
  const byState = await consultationCounts(deps);
  const late = await lateOutcomes(deps);
  return {
    asOf: formatRecordedAt(deps.now),
    consultations: {
      definition: texts.consultationsDefinition,
      byState,
      overdue: late.length,
      rows: "/api/v1/consultations",
    },
    comments: { definition: texts.receivedDefinition, received: sum(channels), channels },
    answered: {
      definition: texts.definition,
      total: sum(outcomes),
      outcomes,
      withheld,
      rows: ["outcome_published", "decided", "withdrawn"].map((state) => `/api/v1/consultations?state=${state}`),
    },
  };
}

export interface AnsweringTime {
  slug: string;
  title: string;
  titleEn: string | null;
  workingDays: number;
  /** By house policy; another number may have been set for one consultation. */
  allowed: number;
}

/** How long each published outcome took from the last day, in working days, the latest first. */
export async function answeringTimes({ db }: Pick<Deps, "db">): Promise<AnsweringTime[]> {
  const calendar = await currentCalendar(db.client);
  const answered = await answeredConsultations(db.client);
  return answered.flatMap(({ closesOn, outcomePublishedAt, outcomeDays, ...one }) => {
    if (!closesOn || !outcomePublishedAt) return [];
    const workingDays = countWorkingDays(closesOn, plainDateOf(outcomePublishedAt), calendar);
    return [{ ...one, workingDays: Math.max(0, workingDays), allowed: outcomeDays }];
  });
}

interface AnsweredFigures {
  channels: Record<Exclude<Channel, "written_inquiry">, number>;
  outcomes: Record<Outcome, number>;
  withheld: Record<WithheldGround, number>;
}

/** How the public's comments came and how they were answered, with a zero where there was none. */
async function answeredFigures({ db }: Pick<Deps, "db">): Promise<AnsweredFigures> {
  const found = await commentFigures(db.client);
  return {
    channels: filled(PUBLIC_CHANNELS, found.channels),
    outcomes: filled(OUTCOMES, found.outcomes),
    withheld: filled(WITHHELD_GROUNDS, found.withheld),
  };
}

export interface LateOutcome {
  slug: string;
  title: string;
  titleEn: string | null;
  unit: { name: string; nameEn: string };
  dueOn: string;
  overdue: number;
}

/** Every consultation whose outcome is late, the longest first. */
export async function lateOutcomes({ db, now }: Deps): Promise<LateOutcome[]> {
  const calendar = await currentCalendar(db.client);
  const owing = await owingOutcome(db.client, plainDateOf(now));
  const late = owing.flatMap((one) => {
    const past = daysPastOutcome(one, now, calendar);
    if (!past || !one.closesOn) return [];
    const { slug, title, titleEn, unit } = one;
    const { dueOn } = outcomeClock(one.closesOn, one.outcomeDays, calendar);
    return [{ slug, title, titleEn, unit, dueOn, overdue: past.overdue }];
  });
  return late.toSorted((a, b) => b.overdue - a.overdue);
}

/** How many public consultations are in each state now. */
export async function consultationCounts({ db, now }: Deps): Promise<Record<(typeof STATES)[number], number>> {
  const counts: Partial<Record<ShownState, number>> = {};
  for (const state of STATES) counts[state] = await countConsultations(db.client, { states: [state] }, now);
  return filled(STATES, counts);
}

function filled<K extends string>(keys: readonly K[], found: Partial<Record<K, number>>): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, found[key] ?? 0])) as Record<K, number>;
}

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
