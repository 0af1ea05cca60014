import { plainDateOf, yearOf, type PlainDate } from "~/calendar/plain-date";
import { countWorkingDays, isProvisional, type Calendar, type CountRow } from "~/calendar/working-days";
import type { DisclosureAttribute } from "~/disclosure/attribute";
import { isInterpretationCompulsory, type DocumentKind } from "./document-number";
import { COMPULSORY_KINDS, type MaterialKind } from "./material";
import type { PackageState } from "./policy-package";
import { isCloseDay, releaseClock, releaseClockStart } from "./release-clock";

/** What runs: the document's own twenty days, a form that the plan dates later, the promise of a signed exception. */
export const CLOCK_KINDS = ["release", "form", "exception"] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

/** `close` is a near miss: done in time, but from the day on which the page urges. */
export const STANDINGS = ["overdue", "near", "running", "late", "close", "on_time"] as const;
export type Standing = (typeof STANDINGS)[number];

/** House policy: with so many working days left a form or a promise counts as near. */
const NEAR_DAYS = 5;

export interface PackageClockFacts {
  slug: string;
  title: string;
  unitCode: string;
  unitName: string;
  state: PackageState;
  documentKind: DocumentKind;
  documentNumber: string | null;
  signedOn: PlainDate | null;
  attributeChangedOn: PlainDate | null;
  attribute: DisclosureAttribute;
  releasedAt: Date | null;
  forms: readonly { kind: MaterialKind; dueOn: PlainDate | null; origin: "plan" | "called_for" | "reinterpretation" }[];
  /** Those that were made public, also when they were taken down since. */
  materials: readonly { kind: MaterialKind; releasedAt: Date }[];
  /** The newest one that a leader signed. */
  exception: { promisedOn: PlainDate } | null;
  isInterpreted: boolean;
}

export interface PackageClock {
  kind: ClockKind;
  slug: string;
  title: string;
  unitCode: string;
  unitName: string;
  state: PackageState;
  documentNumber: string | null;
  material: MaterialKind | null;
  isCalledFor: boolean;
  startedOn: PlainDate | null;
  /** Which working day today is, or the day of release was. */
  day: number | null;
  dueOn: PlainDate;
  doneOn: PlainDate | null;
  /** Working days left; null once it is done. */
  left: number | null;
  standing: Standing;
  isProvisional: boolean;
  /** The count of the twenty days, while they run. */
  rows: CountRow[] | null;
}

/**
 * Every clock of one package: of a document that is interpreted, because it must be or because the unit promised it, the
 * twenty working days from 成文日期 (国令711 第二十六条), so that no interpretation silently makes it late; of any document the forms that the plan dates later, and the day that a signed exception promises. Nothing of it is stored.
 */
export function packageClocks(facts: PackageClockFacts, today: PlainDate, calendar: Calendar): PackageClock[] {
  if (facts.state === "registered" || facts.state === "imported" || facts.attribute !== "proactive") return [];
  return [...releaseClocks(facts, today, calendar), ...laterClocks(facts, today, calendar)];
}

/** What is open stands first, the nearest day first; then what is done, the latest first. */
export function byClock(a: PackageClock, b: PackageClock): number {
  const isDone = (clock: PackageClock) => Number(clock.doneOn !== null);
  const order = isDone(a) - isDone(b) || (a.doneOn ? -1 : 1) * (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0);
  return order || (a.slug < b.slug ? -1 : Number(a.slug > b.slug));
}

/** What a page of one year shows: all that is open, and what was done in that year. */
export function isOfYear({ doneOn }: PackageClock, year: number): boolean {
  return doneOn === null || yearOf(doneOn) === year;
}

export type StandingCounts = Record<Standing, number>;

export function countStandings(clocks: readonly PackageClock[]): StandingCounts {
  const counts = Object.fromEntries(STANDINGS.map((standing) => [standing, 0])) as StandingCounts;
  for (const { standing } of clocks) counts[standing] += 1;
  return counts;
}

/** The same by unit: who is late most stands first, then whoever comes near. */
export function countByUnit(clocks: readonly PackageClock[]) {
  const units = new Map(clocks.map(({ unitCode, unitName }) => [unitCode, unitName]));
  const rows = [...units].map(([unitCode, unitName]) => ({
    ...{ unitCode, unitName },
    counts: countStandings(clocks.filter((clock) => clock.unitCode === unitCode)),
  }));
  const missed = ({ counts }: (typeof rows)[number]) => counts.overdue + counts.late;
  const near = ({ counts }: (typeof rows)[number]) => counts.near + counts.close;
  return rows.toSorted((a, b) => missed(b) - missed(a) || near(b) - near(a) || (a.unitCode < b.unitCode ? -1 : 1));
}

function releaseClocks(facts: PackageClockFacts, today: PlainDate, calendar: Calendar): PackageClock[] {
  const start = releaseClockStart(facts);
  if (start === null || !(facts.isInterpreted || isInterpretationCompulsory(facts))) return [];
  const doneOn = facts.state === "released" && facts.releasedAt ? plainDateOf(facts.releasedAt) : null;
  const clock = releaseClock(start, doneOn ?? today, calendar);
  const isClose = isCloseDay(clock.day);
  const ended: Standing = clock.warning === "overdue" ? "late" : isClose ? "close" : "on_time";
  const open: Standing = clock.warning === "overdue" ? "overdue" : clock.warning === "none" ? "running" : "near";
  return [
    {
      ...placeOf(facts),
      ...{ kind: "release", material: null, isCalledFor: false, doneOn, startedOn: start },
      ...{ day: clock.day, dueOn: clock.dueOn, isProvisional: clock.isProvisional },
      left: doneOn ? null : clock.left,
      rows: doneOn ? null : clock.rows,
      standing: doneOn ? ended : open,
    },
  ];
}

/** Forms and promises run from the release on; before it, the document's own clock speaks. */
function laterClocks(facts: PackageClockFacts, today: PlainDate, calendar: Calendar): PackageClock[] {
  const { state, forms, materials, exception } = facts;
  if (state !== "released") return [];
  const firstOf = (kinds: readonly MaterialKind[]): PlainDate | null => {
    const days = materials.filter(({ kind }) => kinds.includes(kind)).map(({ releasedAt }) => plainDateOf(releasedAt));
    return days.toSorted()[0] ?? null;
  };
  const later = forms.flatMap(({ kind, dueOn, origin }) => {
    // What the exception promises is written material of its day: one promise, one clock.
    const isPromise = isWritten(kind) && dueOn === exception?.promisedOn;
    if (dueOn === null || isPromise) return [];
    const doneOn = firstOf([kind]);
    return [clockOf({ kind: "form", material: kind, isCalledFor: origin !== "plan", dueOn, doneOn })];
  });
  const promised = exception
    ? [
        clockOf({
          ...{ kind: "exception", material: null, isCalledFor: false, dueOn: exception.promisedOn },
          doneOn: firstOf(COMPULSORY_KINDS),
        }),
      ]
    : [];
  return [...promised, ...later];

  function clockOf(part: Pick<PackageClock, "kind" | "material" | "isCalledFor" | "dueOn" | "doneOn">): PackageClock {
    const { dueOn, doneOn } = part;
    const left = doneOn ? null : countWorkingDays(today, dueOn, calendar);
    const isPast = (doneOn ?? today) > dueOn;
    const open: Standing = isPast ? "overdue" : (left ?? 0) <= NEAR_DAYS ? "near" : "running";
    return {
      ...placeOf(facts),
      ...part,
      ...{ startedOn: null, day: null, left, rows: null },
      standing: doneOn ? (isPast ? "late" : "on_time") : open,
      isProvisional: left !== null && isProvisional(today, isPast ? today : dueOn, calendar),
    };
  }
}

function isWritten(kind: MaterialKind): boolean {
  return (COMPULSORY_KINDS as readonly MaterialKind[]).includes(kind);
}

function placeOf({ slug, title, unitCode, unitName, state, documentNumber }: PackageClockFacts) {
  return { slug, title, unitCode, unitName, state, documentNumber };
}
