import { deskInterviews } from "~/i18n/zh-CN/desk-interviews";
import { Field } from "~/ui/field";
import { TextArea } from "~/ui/text-area";

const { fields } = deskInterviews;

interface PrepareFieldsProps {
  values: Record<string, string | undefined>;
  errors: Record<string, string>;
}

/** What an interview is announced with. */
export function PrepareFields({ values, errors }: PrepareFieldsProps) {
  const of = (name: keyof typeof fields) => ({
    name,
    label: fields[name],
    error: errors[name],
    defaultValue: values[name],
  });
  return (
    <>
      <Field {...of("title")} required />
      <TextArea {...of("summary")} rows={5} required />
      <Field {...of("guest")} required />
      <Field {...of("beginsAt")} type="datetime-local" size="medium" hint={fields.beginsHint} required />
      <Field {...of("titleEn")} hint={fields.englishHint} />
      <TextArea {...of("summaryEn")} hint={fields.englishHint} rows={4} />
      <Field {...of("guestEn")} hint={fields.englishHint} />
    </>
  );
}
