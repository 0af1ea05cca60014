import type { ReactNode } from "react";
import { useStrings } from "~/i18n/strings";
import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import { Field } from "~/ui/field";
import { RadioGroup } from "~/ui/radio-group";
import { Section } from "~/ui/section";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import { MAX_ACCOUNT, MAX_REASON } from "../forms";
import { DECISION_KINDS, DEFAULT_PERIOD_SETTINGS, minimumPeriod } from "../period";

export type Texts = Record<string, string | undefined>;

interface PrepareFieldsProps {
  /** What stands in the fields: the record, or what was typed into a form that was refused. */
  values: Texts;
  errors: Texts;
  /** Of the headings: on a page of its own they follow the page's. */
  level?: 2 | 3;
}

const { fields: labels, hints, prepare, showComments, askStance } = deskConsultations;

/** Everything an officer enters about a consultation but its text and its files. */
export function PrepareFields({ values, errors, level = 3 }: PrepareFieldsProps) {
  const field = (name: keyof typeof labels) => ({
    name,
    label: labels[name],
    defaultValue: values[name],
    error: errors[name],
  });
  return (
    <>
      <Section title={prepare.basics} level={level}>
        <Field {...field("title")} required hint={hints.title} />
        <Field {...field("titleEn")} hint={hints.en} />
        <TextArea {...field("summary")} hint={hints.summary} rows={3} limit={MAX_REASON} />
        <TextArea {...field("summaryEn")} hint={hints.en} rows={3} limit={MAX_REASON} />
        <Select {...field("decisionKind")} required options={useKinds()} hint={<KindHint />} />
        <TextArea {...field("explanatoryNote")} hint={hints.explanatoryNote} rows={10} limit={MAX_ACCOUNT} />
        <TextArea {...field("legalBasis")} rows={3} limit={MAX_REASON} />
      </Section>
      <Section title={prepare.period} level={level}>
        <Field {...field("opensOn")} type="date" size="medium" hint={hints.opensOn} />
        <Field {...field("closesOn")} type="date" size="medium" hint={hints.closesOn} />
        <TextArea {...field("shortenedReason")} hint={hints.shortenedReason} rows={3} limit={MAX_REASON} />
        <Field {...field("resultsPlan")} hint={hints.resultsPlan(DEFAULT_PERIOD_SETTINGS.outcomeDays)} />
      </Section>
      <Section title={prepare.ways} level={level} lead={hints.contact}>
        <Field {...field("contactName")} size="medium" />
        <Field {...field("contactPhone")} size="medium" />
        <Field {...field("contactEmail")} size="medium" />
        <Field {...field("contactAddress")} />
        <TextArea {...field("meetingNote")} hint={hints.meetingNote} rows={3} limit={MAX_REASON} />
      </Section>
      <Section title={prepare.showing} level={level}>
        <RadioGroup {...field("showComments")} required options={optionsOf(showComments)} />
        <RadioGroup {...field("askStance")} required inline hint={hints.askStance} options={optionsOf(askStance)} />
      </Section>
    </>
  );
}

function useKinds() {
  const { decisionKinds } = useStrings().consultationTerms;
  return DECISION_KINDS.map((kind) => ({ value: kind, label: decisionKinds[kind] }));
}

/** The least time of each kind, with the rule it comes from, before the choice is made. */
function KindHint(): ReactNode {
  const { decisionKinds, units, periodBases } = useStrings().consultationTerms;
  return (
    <>
      {hints.decisionKind}
      <ul>
        {DECISION_KINDS.map((kind) => {
          const { value, unit, basis } = minimumPeriod(kind);
          const { title, number, article } = periodBases[basis];
          const source = `${title}${number && `（${number}）`}${article}`;
          return <li key={kind}>{hints.minimum(decisionKinds[kind], `${value} ${units[unit]}`, source)}</li>;
        })}
      </ul>
    </>
  );
}

function optionsOf(texts: Record<string, string>) {
  return Object.entries(texts).map(([value, label]) => ({ value, label }));
}
