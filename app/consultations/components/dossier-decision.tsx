import { formatDay } from "~/i18n/format";
import { reasonsByField } from "~/i18n/reasons";
import { deskComments } from "~/i18n/zh-CN/desk-comments";
import type { Reason } from "~/platform/refusal";
import { ActButton } from "~/ui/button";
import { Field } from "~/ui/field";
import { FileField } from "~/ui/file-field";
import { Notice } from "~/ui/notice";
import { RadioGroup } from "~/ui/radio-group";
import { TextArea } from "~/ui/text-area";
import { MAX_DRAFT } from "~/drafting/limits";
import { MAX_ACCOUNT } from "../forms";
import { fieldId, type RefusedForm } from "./act-forms";
import { Blocked } from "./blocked";
import { Paragraphs } from "~/ui/official-text";

const texts = deskComments.dossier;

interface DecisionProps {
  decision: { decidedOn: string; documentNumber: string | null; note: string | null } | null;
  decide: Reason[] | null;
  version: number;
  hasRevisedDraft: boolean;
  maxFileBytes: number;
  refused: RefusedForm | undefined;
}

/** The decision as it was recorded, or the form for it; what stands against it comes before the button. */
export function Decision({ decision, decide, ...form }: DecisionProps) {
  if (decision) {
    const { decidedOn, documentNumber, note } = decision;
    return (
      <Notice kind="settled" title={texts.decided(formatDay(decidedOn, "zh-CN"), documentNumber ?? "")}>
        {note && <Paragraphs text={note} />}
      </Notice>
    );
  }
  if (!decide) return null;
  return decide.length > 0 ? <Blocked title={texts.guard} reasons={decide} /> : <DecisionForm {...form} />;
}

function DecisionForm({ version, hasRevisedDraft, maxFileBytes, refused }: Omit<DecisionProps, "decision" | "decide">) {
  const own = refused?.act === "record_decision" ? refused : undefined;
  const errors = reasonsByField(own?.reasons ?? [], "zh-CN");
  const field = (name: string) => ({
    name,
    id: fieldId("record_decision", name),
    error: errors[name],
    defaultValue: own?.values[name],
  });
  return (
    <form method="post" encType="multipart/form-data" noValidate>
      <input type="hidden" name="version" value={version} />
      <p className="hint">{texts.guardForm}</p>
      <Field {...field("decidedOn")} label={texts.decidedOn} type="date" size="medium" required />
      <Field {...field("documentNumber")} label={texts.documentNumber} size="medium" />
      <TextArea
        {...field("decidedNote")}
        label={texts.decidedNote}
        hint={texts.decidedNoteHint}
        required
        rows={8}
        limit={MAX_ACCOUNT}
      />
      <RadioGroup
        {...field("finalText")}
        label={texts.finalText}
        required
        options={[
          { value: "same", label: hasRevisedDraft ? texts.sameRevised : texts.sameDraft },
          { value: "other", label: texts.other },
        ]}
      />
      <TextArea {...field("source")} label={texts.source} hint={texts.sourceHint} rows={8} limit={MAX_DRAFT} />
      <FileField
        name="file"
        id={fieldId("record_decision", "file")}
        label={texts.file}
        hint={texts.fileHint}
        error={errors.file}
        maxBytes={maxFileBytes}
        accept=".docx,.md,.markdown,.txt"
      />
      <ActButton act="record_decision" kind="primary">
        {texts.decisionButton}
      </ActButton>
    </form>
  );
}
