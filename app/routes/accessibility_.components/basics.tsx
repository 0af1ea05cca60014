import { useStrings } from "~/i18n/strings";
import { Button, ButtonLink } from "~/ui/button";
import { Call, CallActs } from "~/ui/call";
import { Clock } from "~/ui/clock";
import { Dialog } from "~/ui/dialog";
import { Notice } from "~/ui/notice";
import { PeriodLine } from "~/ui/period-line";
import { Section } from "~/ui/section";
import { StatusBadge } from "~/ui/status-badge";

export function TypeSamples() {
  const { type } = useStrings().components;
  return (
    <Section id="type" title={type.title}>
      {type.samples.map(([style, text]) => (
        <p key={style} className={`sample-${style} ${style}`}>
          {text}
        </p>
      ))}
    </Section>
  );
}

const COLOURS = ["ink", "soft", "kapok", "river", "amber", "red"] as const;

export function ColourSamples() {
  const { colours } = useStrings().components;
  return (
    <Section id="colours" title={colours.title} lead={colours.lead}>
      <ul className="swatches">
        {COLOURS.map((name) => (
          <li key={name} className={`swatch swatch-${name}`}>
            {colours.names[name]}
          </li>
        ))}
      </ul>
    </Section>
  );
}

const SPACES = [1, 2, 3, 4, 5, 6, 7, 8];

export function MeasureSamples() {
  const { measures } = useStrings().components;
  return (
    <Section id="measures" title={measures.title} lead={measures.lead}>
      <ul className="swatches">
        {SPACES.map((step) => (
          <li key={step} className={`space-sample space-sample-${step}`}>
            {measures.space(step)}
          </li>
        ))}
      </ul>
      <p className="actions">
        <a className="target-sample" href="#measures">
          {measures.target}
        </a>
        <a className="target-sample focus-sample" href="#measures">
          {measures.focus}
        </a>
      </p>
    </Section>
  );
}

export function ActionSamples() {
  const { actions } = useStrings().components;
  return (
    <Section id="actions" title={actions.title}>
      <form method="get" className="actions">
        <Button kind="primary">{actions.primary}</Button>
        <Button>{actions.plain}</Button>
        <Button kind="quiet">{actions.quiet}</Button>
        <Button kind="danger">{actions.danger}</Button>
      </form>
      <Dialog open={actions.dialog} label={actions.question} kind="danger">
        <p>{actions.question}</p>
        <form method="get" className="actions">
          <Button kind="danger">{actions.yes}</Button>
        </form>
      </Dialog>
    </Section>
  );
}

export function CallSamples() {
  const { call, dates } = useStrings().components;
  return (
    <Section id="calls" title={call.title} lead={call.lead}>
      <Call id="sample-call">
        <PeriodLine total={31} passed={3} />
        <Clock label={dates.closes} day="2026-12-26" left={28} past="closed" />
        <CallActs>
          <ButtonLink kind="primary" href="/consultations">
            {call.act}
          </ButtonLink>
          <a href="#text">{call.other}</a>
        </CallActs>
      </Call>
    </Section>
  );
}

const TONES = ["ask", "working", "settled", "ended", "draft", "due", "overdue"] as const;

export function StateSamples() {
  const { states } = useStrings().components;
  return (
    <Section id="states" title={states.title}>
      <ul className="swatches">
        {TONES.map((tone) => (
          <li key={tone}>
            <StatusBadge tone={tone}>{states.labels[tone]}</StatusBadge>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function NoticeSamples() {
  const { notices } = useStrings().components;
  return (
    <Section id="notices" title={notices.title}>
      {(["info", "ask", "warn", "settled"] as const).map((kind) => (
        <Notice key={kind} kind={kind}>
          <p>{notices[kind]}</p>
        </Notice>
      ))}
    </Section>
  );
}
