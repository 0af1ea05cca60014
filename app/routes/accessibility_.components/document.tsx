import { CountExplainer } from "~/calendar/components/count-explainer";
import type { CountRow } from "~/calendar/working-days";
import { useStrings } from "~/i18n/strings";
import { ClauseText } from "~/ui/clause-text";
import { Clock } from "~/ui/clock";
import { DiffLegend, DiffText } from "~/ui/diff-text";
import { History } from "~/ui/history";
import { PeriodLine } from "~/ui/period-line";
import { Quote } from "~/ui/quote";
import { Section } from "~/ui/section";
import { Stepper } from "~/ui/stepper";
import { Thread, ThreadCounts } from "~/ui/thread";

/** Around National Day 2026: rest, holidays and a make-up Saturday. */
const COUNT: CountRow[] = [
  { day: "2026-09-30", weekday: 3, kind: "working", name: "", number: 1, isProvisional: false },
  { day: "2026-10-01", weekday: 4, kind: "holiday", name: "", number: null, isProvisional: false },
  { day: "2026-10-08", weekday: 4, kind: "working", name: "", number: 2, isProvisional: false },
  { day: "2026-10-10", weekday: 6, kind: "make_up", name: "", number: 3, isProvisional: false },
];

export function DateSamples() {
  const { dates } = useStrings().components;
  return (
    <Section id="dates" title={dates.title} lead={dates.lead}>
      <PeriodLine total={31} passed={12} />
      <Clock label={dates.closes} day="2026-12-25" left={28} past="closed" />
      <Clock label={dates.due} day="2026-10-12" left={2} unit="working_day">
        <p>{dates.rule}</p>
      </Clock>
      <Clock label={dates.due} day="2027-02-05" left={45} unit="working_day" isProvisional />
      <Clock label={dates.late} day="2026-10-28" left={-30} />
      <Clock label={dates.done} day="2026-10-12" doneOn="2026-10-09" />
      <CountExplainer rows={COUNT} isOpen />
    </Section>
  );
}

const STATES = ["done", "current", "ahead", "skipped"] as const;

export function StepSamples() {
  const { steps } = useStrings().components;
  const [first = "", second = ""] = steps.entries;
  return (
    <Section id="steps" title={steps.title}>
      <Stepper label={steps.label} steps={STATES.map((state, index) => ({ label: steps.items[index] ?? "", state }))} />
      <History
        label={steps.history}
        entries={[
          { id: 1, at: "2026-11-24T09:00:00+08:00", title: first, by: steps.by, happenedOn: "2026-11-20" },
          { id: 2, at: "2026-11-25T16:20:00+08:00", title: second },
        ]}
      />
    </Section>
  );
}

export function ThreadSamples() {
  const { thread } = useStrings().components;
  return (
    <Section id="thread" title={thread.title} lead={thread.lead}>
      <Thread
        knots={[
          { kind: "clause", title: <a href="#sample">{thread.clause}</a> },
          { kind: "comment", title: thread.comment, children: <p>{thread.words}</p>, isHere: true },
          { kind: "answer", title: thread.answer, children: <p>{thread.reason}</p> },
          { kind: "change", title: thread.change },
          { kind: "interpretation", title: thread.interpretation, isWaiting: true },
        ]}
      />
      <ThreadCounts
        counts={[
          { kind: "comment", count: 12, href: "#sample" },
          { kind: "answer", count: 12 },
          { kind: "change", count: 1 },
          { kind: "interpretation", count: 0 },
        ]}
      />
    </Section>
  );
}

export function TextSamples() {
  const { text, thread } = useStrings().components;
  return (
    <Section id="text" title={text.title}>
      <ClauseText
        id="sample"
        number={text.number}
        heading={text.heading}
        sentences={text.sentences}
        marked={[2]}
        tools={<ThreadCounts counts={[{ kind: "comment", count: 2 }]} />}
        aside={
          <Quote source={text.source} href="#sample-s2">
            <p>{thread.words}</p>
          </Quote>
        }
      />
      <DiffText
        parts={[
          { kind: "same", text: text.before },
          { kind: "removed", text: text.removed },
          { kind: "added", text: text.added },
          { kind: "same", text: text.after },
        ]}
      />
      <DiffLegend />
    </Section>
  );
}
