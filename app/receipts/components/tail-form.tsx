import { reasonsByField, type ReasonToTell } from "~/i18n/reasons";
import { useLanguage, useStrings } from "~/i18n/strings";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { href } from "~/ui/href";

interface TailFormProps {
  /** Known on the receipt's own page; asked for on the page for tracking. */
  code?: string;
  values?: { code: string; tail: string };
  reasons?: ReasonToTell[];
}

/** The end of the contact one left opens one's own words. */
export function TailForm({ code, values, reasons = [] }: TailFormProps) {
  const language = useLanguage();
  const { tail } = useStrings().receipts;
  const errors = reasonsByField(reasons, language);
  return (
    <form method="post" action={href("/track")} className="form">
      {code ? (
        <input type="hidden" name="code" value={code} />
      ) : (
        <Field
          name="code"
          label={tail.code}
          hint={tail.codeHint}
          error={errors.code}
          defaultValue={values?.code}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          size="medium"
          required
        />
      )}
      <Field
        name="tail"
        label={tail.tail}
        hint={tail.tailHint}
        error={errors.tail}
        defaultValue={values?.tail}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        size="short"
      />
      <Button kind="primary">{tail.submit}</Button>
    </form>
  );
}
