import { reasonsByField } from "~/i18n/reasons";
import { useStrings } from "~/i18n/strings";
import { deskComments } from "~/i18n/zh-CN/desk-comments";
import type { Reason } from "~/platform/refusal";
import { ActButton } from "~/ui/button";
import { Field } from "~/ui/field";
import { FileField, type KeptFile } from "~/ui/file-field";
import { RadioGroup } from "~/ui/radio-group";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import { ENTERED_CHANNELS, STANCES, SUBMITTERS } from "../comment";
import { MAX_ATTACHMENT_BYTES, MAX_ATTACHMENTS } from "../forms";
import type { NamedClause } from "../processing-facts";
import { MAX_BODY, MAX_SUGGESTION } from "../words";

const texts = deskComments.enter;

interface EnterFormProps {
  clauses: readonly NamedClause[];
  askStance: boolean;
  /** Endings of the files that are taken. */
  accept: string;
  /** So that a form that is sent twice is one comment. */
  formKey: string;
  refused: { reasons: Reason[]; values: Record<string, string | undefined>; kept: KeptFile[] } | undefined;
}

/** A comment on paper, by phone, by mail or from a meeting, copied as it was said. */
export function EnterForm({ clauses, askStance, accept, formKey, refused }: EnterFormProps) {
  const { channels, stances, noStance, submitters } = useStrings().consultationTerms;
  const errors = reasonsByField(refused?.reasons ?? [], "zh-CN");
  const field = (name: FieldName) => ({
    name,
    label: texts[name],
    error: errors[name],
    defaultValue: refused?.values[name],
  });
  return (
    <form method="post" encType="multipart/form-data" noValidate>
      <input type="hidden" name="key" value={refused?.values.key || formKey} />
      <RadioGroup
        {...field("channel")}
        required
        inline
        options={ENTERED_CHANNELS.map((value) => ({ value, label: channels[value] }))}
      />
      <Field {...field("statedOn")} type="date" size="medium" required />
      <Select
        {...field("clause")}
        empty={texts.wholeDraft}
        options={clauses.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Field {...field("from")} hint={texts.sentencesHint} inputMode="numeric" size="short" />
      <Field {...field("to")} inputMode="numeric" size="short" />
      {askStance && (
        <RadioGroup
          {...field("stance")}
          inline
          options={[
            ...STANCES.map((value) => ({ value, label: stances[value] as string })),
            { value: "", label: noStance },
          ]}
        />
      )}
      <TextArea {...field("body")} hint={texts.bodyHint} required rows={8} limit={MAX_BODY} />
      <TextArea {...field("suggestion")} rows={4} limit={MAX_SUGGESTION} />
      <RadioGroup
        {...field("submitter")}
        inline
        options={SUBMITTERS.map((value) => ({ value, label: submitters[value] }))}
      />
      <Field {...field("name")} size="medium" />
      <Field {...field("contact")} hint={texts.contactHint} size="medium" />
      <RadioGroup {...field("publish")} hint={texts.publishHint} inline options={YES_OR_NO} />
      <FileField
        name="attachment"
        label={texts.attachment}
        hint={texts.attachmentHint}
        error={errors.attachment}
        maxFiles={MAX_ATTACHMENTS}
        maxBytes={MAX_ATTACHMENT_BYTES}
        accept={accept}
        kept={refused?.kept}
      />
      <ActButton act="enter_comment" kind="primary">
        {texts.button}
      </ActButton>
    </form>
  );
}

export const ENTER_FIELDS = [
  ...(["channel", "statedOn", "clause", "from", "to", "stance", "body", "suggestion"] as const),
  ...(["submitter", "name", "contact", "publish"] as const),
];

type FieldName = (typeof ENTER_FIELDS)[number];

const YES_OR_NO = [
  { value: "yes", label: texts.yes },
  { value: "no", label: texts.no },
];
