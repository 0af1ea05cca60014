import { CountExplainer } from "~/calendar/components/count-explainer";
import type { PlainDate } from "~/calendar/plain-date";
import type { CountRow } from "~/calendar/working-days";
import { deskCalendar } from "~/i18n/zh-CN/desk-calendar";
import { Button } from "~/ui/button";
import { Clock } from "~/ui/clock";
import { Field } from "~/ui/field";
import { href } from "~/ui/href";
import { Section } from "~/ui/section";

const { trial: texts } = deskCalendar;

export interface Trial {
  received: PlainDate;
  days: number;
  due: PlainDate;
  isProvisional: boolean;
  rows: CountRow[];
}

/** Tries a deadline out, to see what an arrangement does to it. */
export function TrialCount({ trial, today }: { trial: Trial | null; today: PlainDate }) {
  return (
    <Section title={texts.title} id="trial">
      <form method="get" action={href("/office/calendar#trial")}>
        <Field
          name="received"
          type="date"
          label={texts.received}
          defaultValue={trial?.received ?? today}
          size="short"
          required
        />
        <Field
          name="days"
          type="number"
          min={0}
          max={250}
          label={texts.days}
          defaultValue={trial?.days ?? 20}
          size="short"
          required
        />
        <Button>{texts.submit}</Button>
      </form>
      {trial && (
        <>
          <Clock label={texts.due} day={trial.due} isProvisional={trial.isProvisional} />
          <CountExplainer rows={trial.rows} isOpen />
        </>
      )}
    </Section>
  );
}
