import { daysBetween } from "~/calendar/plain-date";
import { useStrings } from "~/i18n/strings";
import { ButtonLink } from "~/ui/button";
import { Call, CallActs } from "~/ui/call";
import { Clock, ClockCount } from "~/ui/clock";
import { PeriodLine } from "~/ui/period-line";
import { PeriodRule, type ClockFacts } from "./consultation-clocks";

interface CallProps {
  facts: ClockFacts & { slug: string };
}

/** What an open draft asks of its reader and how long there is for it. Empty once it is closed, also on a page left open. */
export function ConsultationCall({ facts }: CallProps) {
  return <Call id="call">{facts.state === "open" && <Open facts={facts} />}</Call>;
}

function Open({ facts: { slug, opensOn, closesOn, daysLeft, period } }: CallProps) {
  const { page } = useStrings().consultations;
  const total = opensOn && closesOn ? daysBetween(opensOn, closesOn) + 1 : 0;
  return (
    <>
      {total > 0 && daysLeft !== null && <PeriodLine total={total} passed={total - daysLeft - 1} />}
      {closesOn && <Clock label={page.openUntil} day={closesOn} left={daysLeft ?? undefined} past="closed" />}
      <CallActs>
        <ButtonLink kind="primary" href={`/consultations/${slug}/comments/new`}>
          {page.comment}
        </ButtonLink>
        <a href="#draft">{page.commentOnPart}</a>
      </CallActs>
      {period && (
        <ClockCount>
          <PeriodRule period={period} />
        </ClockCount>
      )}
    </>
  );
}
