import { reasonsByField } from "~/i18n/reasons";
import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import { deskPolicies } from "~/i18n/zh-CN/desk-policies";
import type { Reason } from "~/platform/refusal";
import { ActButton } from "~/ui/button";
import { Field } from "~/ui/field";
import { RadioGroup } from "~/ui/radio-group";
import { Section } from "~/ui/section";
import { TextArea } from "~/ui/text-area";
import { CHANGE_KINDS, MAX_REASON } from "../forms";
import { optionsOf, type Texts } from "./desk-fields";

const { bench: texts, text } = deskPolicies;

interface ChangeFormProps {
  version: number;
  typed: Texts;
  /** The whole text as it reads now, to be changed. */
  written: string;
  reasons: Reason[];
}

/** A change to a released document: proposed here, signed by the approver; what was published stays as a version. */
export function ChangeForm({ version, typed, written, reasons }: ChangeFormProps) {
  const errors = reasonsByField(reasons, "zh-CN");
  const field = (name: "change" | "reason" | "effectiveOn" | "successor") => ({
    name,
    label: texts.fieldNames[name],
    defaultValue: typed[name],
    error: errors[name],
  });
  return (
    <Section title={text.changeTitle} id="propose-change" lead={texts.changeHint}>
      <form method="post" noValidate className="form">
        <input type="hidden" name="version" value={version} />
        <RadioGroup {...field("change")} required inline options={optionsOf(CHANGE_KINDS, texts.changes)} />
        <TextArea {...field("reason")} hint={texts.reasonHints.propose_change} required rows={4} limit={MAX_REASON} />
        <Field {...field("effectiveOn")} type="date" size="medium" required />
        <Field {...field("successor")} hint={texts.successorHint} size="medium" />
        <TextArea
          name="clauses"
          label={texts.fieldNames.clauses}
          hint={deskConsultations.draft.levels}
          defaultValue={written}
          error={errors.clauses}
          rows={18}
        />
        <ActButton act="propose_change" kind="primary">
          {texts.buttons.propose_change}
        </ActButton>
      </form>
    </Section>
  );
}
