import { ATTRIBUTES, SECRECY_RESULTS, WITHHOLDING_GROUNDS } from "~/disclosure/attribute";
import { useStrings } from "~/i18n/strings";
import { deskPolicies } from "~/i18n/zh-CN/desk-policies";
import { Field } from "~/ui/field";
import { RadioGroup } from "~/ui/radio-group";
import { Section } from "~/ui/section";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import { DOCUMENT_KINDS } from "../document-number";
import { MAX_REASON } from "../forms";

export type Texts = Record<string, string | undefined>;

interface PolicyFieldsProps {
  /** What stands in the fields: the record, or what was typed into a form that was refused. */
  values: Texts;
  errors: Texts;
  level?: 2 | 3;
}

const { fields: labels, hints, prepare } = deskPolicies;

/** Everything an officer enters about a document but its text, its files and its interpretation. */
export function PolicyFieldset({ values, errors, level = 3 }: PolicyFieldsProps) {
  const { documentKinds, attributes, grounds, secrecyResults } = useStrings().policyTerms;
  const field = (name: keyof typeof labels) => ({
    name,
    label: labels[name],
    defaultValue: values[name],
    error: errors[name],
  });
  return (
    <>
      <Section title={prepare.disclosure} level={level}>
        <RadioGroup
          {...field("secrecyReview")}
          hint={hints.secrecyReview}
          options={optionsOf(SECRECY_RESULTS, secrecyResults)}
        />
        <Field {...field("secrecyReviewer")} size="medium" />
        <Field {...field("secrecyReviewedOn")} type="date" size="medium" />
        <RadioGroup
          {...field("proposedAttribute")}
          required
          hint={hints.proposedAttribute}
          options={optionsOf(ATTRIBUTES, attributes)}
        />
        <Select {...field("attributeGround")} options={optionsOf(WITHHOLDING_GROUNDS, grounds)} />
        <TextArea {...field("attributeReason")} hint={hints.attributeReason} rows={3} limit={MAX_REASON} />
      </Section>
      <Section title={prepare.basics} level={level}>
        <Field {...field("title")} required hint={hints.title} />
        <Field {...field("titleEn")} hint={hints.en} />
        <TextArea {...field("summary")} hint={hints.summary} rows={3} limit={MAX_REASON} />
        <TextArea {...field("summaryEn")} hint={hints.en} rows={3} limit={MAX_REASON} />
        <Select
          {...field("documentKind")}
          required
          hint={hints.documentKind}
          options={optionsOf(DOCUMENT_KINDS, documentKinds)}
        />
        <Field {...field("consultationSlug")} hint={hints.consultationSlug} size="medium" />
      </Section>
      <Section title={prepare.identity} level={level}>
        <Field {...field("issuingAuthority")} />
        <TextArea {...field("jointIssuers")} hint={hints.jointIssuers} rows={2} />
        <Field {...field("documentNumber")} hint={hints.documentNumber} size="medium" />
        <Field {...field("indexNumber")} hint={hints.indexNumber} size="medium" />
        <Field {...field("topic")} size="medium" />
        <Field {...field("keywords")} size="medium" />
        <Field {...field("signedOn")} hint={hints.signedOn} type="date" size="medium" />
      </Section>
      <Section title={prepare.validity} level={level}>
        <Field {...field("effectiveFrom")} type="date" size="medium" />
        <Field {...field("validUntil")} hint={hints.validUntil} type="date" size="medium" />
      </Section>
    </>
  );
}

export function optionsOf<K extends string>(values: readonly K[], texts: Record<K, string>) {
  return values.map((value) => ({ value, label: texts[value] }));
}
