import { deskNominations } from "~/i18n/zh-CN/desk-nominations";
import { Field } from "~/ui/field";
import { TextArea } from "~/ui/text-area";
import { MAX_STATEMENT } from "../forms";

const { fields } = deskNominations;

interface WrittenFieldsProps {
  values: Record<string, string | undefined>;
  errors: Record<string, string>;
}

/** What a unit writes of its case. */
export function WrittenFields({ values, errors }: WrittenFieldsProps) {
  const of = (name: "title" | "statement" | "contact") => ({
    name,
    label: fields[name],
    error: errors[name],
    defaultValue: values[name],
  });
  return (
    <>
      <Field {...of("title")} required />
      <TextArea {...of("statement")} hint={fields.statementHint} rows={8} limit={MAX_STATEMENT} required />
      <Field {...of("contact")} hint={fields.contactHint} size="medium" />
    </>
  );
}
