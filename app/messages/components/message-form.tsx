import { useLanguage, useStrings } from "~/i18n/strings";
import { Field } from "~/ui/field";
import { FileField, type KeptFile } from "~/ui/file-field";
import { RadioGroup } from "~/ui/radio-group";
import { PublicationConsent, SenderFields } from "~/ui/sender-fields";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import { MAX_ATTACHMENTS, MAX_BODY } from "../forms";
import { KINDS, SUBMITTERS } from "../message";
import type { UnitName } from "../shown";

export type MessageValues = Partial<Record<MessageFieldName, string>>;
type MessageFieldName = "kind" | "unit" | "about" | "title" | "body" | "submitter" | "name" | "contact" | "publish";

export interface MessageFieldsProps {
  units: UnitName[];
  accept: string;
  maxBytes: number;
  values: MessageValues;
  kept: KeptFile[];
  errors: Record<string, string>;
}

/** What a message says, who says it, and whether it may be published; beside each field, who will see it. */
export function MessageFields(props: MessageFieldsProps) {
  const { messages, messageTerms } = useStrings();
  const { values, errors } = props;
  const submitters = SUBMITTERS.map((value) => ({ value, label: messageTerms.submitters[value] }));
  return (
    <>
      <What {...props} />
      <SenderFields texts={messages.form} submitters={submitters} values={values} errors={errors} />
      <PublicationConsent texts={messages.form} values={values} errors={errors} />
    </>
  );
}

function What({ units, accept, maxBytes, values, kept, errors }: MessageFieldsProps) {
  const language = useLanguage();
  const { messages, messageTerms } = useStrings();
  const { form } = messages;
  const options = units.map(({ code, name, nameEn }) => ({ value: code, label: language === "en" ? nameEn : name }));
  return (
    <>
      <RadioGroup
        name="kind"
        label={form.kind}
        hint={form.kindHint}
        error={errors.kind}
        defaultValue={values.kind}
        options={KINDS.map((kind) => ({ value: kind, label: messageTerms.kinds[kind], hint: form.kindHints[kind] }))}
        required
      />
      <Select
        name="unit"
        label={form.unit}
        hint={form.unitHint}
        empty={form.anyUnit}
        error={errors.unit}
        defaultValue={values.unit}
        options={options}
      />
      <Select
        name="about"
        label={form.about}
        hint={form.aboutHint}
        empty={form.nobody}
        error={errors.about}
        defaultValue={values.about}
        options={options}
      />
      <Field
        name="title"
        label={form.subject}
        hint={form.subjectHint}
        error={errors.title}
        defaultValue={values.title}
        required
      />
      <TextArea
        name="body"
        label={form.body}
        hint={form.bodyHint}
        error={errors.body}
        defaultValue={values.body}
        rows={10}
        limit={MAX_BODY}
        required
      />
      <FileField
        name="attachment"
        label={form.attachment}
        hint={form.attachmentHint}
        error={errors.attachment}
        maxFiles={MAX_ATTACHMENTS}
        maxBytes={maxBytes}
        accept={accept}
        kept={kept}
      />
    </>
  );
}
