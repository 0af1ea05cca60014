import { formatCount, formatDay } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { Clock } from "~/ui/clock";
import { WholeText } from "~/ui/whole-text";
import type { LegalBasis } from "~/i18n/zh-CN/consultations-terms";
import { isOutcomePublic, type ShownState } from "../consultation";
import type { OutcomeClock, PeriodLength } from "../period";
import { DayCount } from "~/calendar/components/day-count";

export interface ClockFacts {
  state: ShownState;
  opensOn: string | null;
  closesOn: string | null;
  daysLeft: number | null;
  period: PeriodLength | null;
  outcomeDays: number;
  outcome: OutcomeClock | null;
  overdue: { sinceClosing: number; overdue: number } | null;
  outcomePublishedOn: string | null;
}

/** The period and the outcome's due day, each with how it was counted and from which rule. */
export function ConsultationClocks({ facts, isEndSaid = false }: { facts: ClockFacts; isEndSaid?: boolean }) {
  return (
    <div className="clocks">
      <OpeningClock facts={facts} />
      {!isEndSaid && <ClosingClock facts={facts} />}
      <DueClock facts={facts} />
    </div>
  );
}

function OpeningClock({ facts: { state, opensOn } }: { facts: ClockFacts }) {
  const { page } = useStrings().consultations;
  if (state !== "approved" || !opensOn) return null;
  return <Clock label={page.opensOn} day={opensOn} />;
}

function ClosingClock({ facts }: { facts: ClockFacts }) {
  const { closesOn, daysLeft, period, state } = facts;
  const { page } = useStrings().consultations;
  if (!closesOn) return null;
  const label = state === "open" || state === "approved" ? page.openUntil : page.closedOn;
  return (
    <Clock label={label} day={closesOn} left={daysLeft ?? undefined} past="closed">
      {period && <PeriodRule period={period} />}
    </Clock>
  );
}

/** How the days of a period are counted, and how many this kind of decision must have. */
export function PeriodRule({ period }: { period: PeriodLength }) {
  const language = useLanguage();
  const { consultations, consultationTerms } = useStrings();
  const { page } = consultations;
  const { minimum } = period;
  const value = `${formatCount(minimum.value, language)} ${consultationTerms.units[minimum.unit]}`;
  const basis = `${basisText(consultationTerms.periodBases[minimum.basis], language)}`;
  return (
    <>
      <p>{page.closingRule}</p>
      <p>{page.countedDays(period.inclusive, period.difference)}</p>
      {minimum.unit === "working_days" && <p>{page.countedWorkingDays(period.workingDays)}</p>}
      <p>{page.minimum(value, basis)}</p>
    </>
  );
}

/** Title, number and article of a rule, as it is cited. */
export function basisText({ title, number, article }: LegalBasis, language: "zh-CN" | "en"): string {
  if (language === "en") return [title, number, article].filter(Boolean).join(", ");
  return `${number || article ? `《${title}》` : title}${number ? `（${number}）` : ""}${article}`;
}

function DueClock({ facts }: { facts: ClockFacts }) {
  const { outcome, overdue, outcomeDays, outcomePublishedOn, state } = facts;
  const language = useLanguage();
  const { page } = useStrings().consultations;
  if (isOutcomePublic(state)) {
    return outcomePublishedOn ? <Clock label={page.outcomeDone} day={outcomePublishedOn} /> : null;
  }
  if (!outcome) return null;
  return (
    <Clock
      label={page.outcomeDue}
      day={outcome.dueOn}
      left={overdue ? -overdue.overdue : undefined}
      isProvisional={outcome.isProvisional}
    >
      <p>{page.outcomeRule(outcomeDays)}</p>
      {overdue && (
        <p>
          <WholeText text={page.overdueWhy(formatDay(outcome.dueOn, language))} />
        </p>
      )}
      <DayCount rows={outcome.rows} />
    </Clock>
  );
}
