import { formatDate, formatInstant } from "~/i18n/format";
import { reasonsByField } from "~/i18n/reasons";
import { useStrings } from "~/i18n/strings";
import { deskComments } from "~/i18n/zh-CN/desk-comments";
import { ActButton } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { Field } from "~/ui/field";
import { FileField, type KeptFile } from "~/ui/file-field";
import { href } from "~/ui/href";
import { Select } from "~/ui/select";
import { StatusBadge } from "~/ui/status-badge";
import { TextArea } from "~/ui/text-area";
import { STEP_KINDS, type RequiredStep, type StepKind } from "../dossier";
import { MAX_ATTACHMENT_BYTES, MAX_ATTACHMENTS, MAX_REASON } from "../forms";
import { fieldId, type RefusedForm } from "./act-forms";
import { Paragraphs } from "~/ui/official-text";

const texts = deskComments.dossier;

/** Which steps the kind of decision asks for, on what basis, and which are there. */
export function RequiredSteps({ required }: { required: readonly (RequiredStep & { recordedOn: string | null })[] }) {
  const { steps, stepBases } = useStrings().consultationTerms;
  const { columns } = texts;
  return (
    <DataTable
      caption={texts.required}
      isCaptionHidden
      rows={[...required]}
      rowKey={({ kind }) => kind}
      empty={<p>{texts.none}</p>}
      columns={[
        { key: "step", header: columns.step, isRowHeader: true, cell: ({ kind }) => steps[kind] },
        {
          key: "need",
          header: columns.need,
          cell: ({ need }) => (need === "always" ? texts.always : texts.whereApplicable),
        },
        {
          key: "basis",
          header: columns.basis,
          cell: ({ basis }) => [stepBases[basis].title, stepBases[basis].article].filter(Boolean).join(" "),
        },
        { key: "state", header: columns.state, cell: (step) => <StepState step={step} /> },
      ]}
    />
  );
}

function StepState({ step: { need, recordedOn } }: { step: RequiredStep & { recordedOn: string | null } }) {
  if (recordedOn) return <StatusBadge tone="settled">{texts.recorded(day(recordedOn))}</StatusBadge>;
  return <StatusBadge tone={need === "always" ? "due" : "draft"}>{texts.missing}</StatusBadge>;
}

export interface StepLine {
  id: number;
  kind: StepKind;
  startedOn: string | null;
  happenedOn: string;
  holder: string;
  conclusion: string;
  recordedAt: Date;
  recordedBy: string | null;
  attachments: { id: string; fileName: string }[];
}

/** What was entered, with its evidence and who entered it. */
export function RecordedSteps({ steps }: { steps: readonly StepLine[] }) {
  const terms = useStrings().consultationTerms;
  const { stepColumns } = texts;
  return (
    <DataTable
      caption={texts.steps}
      isCaptionHidden
      rows={[...steps]}
      rowKey={({ id }) => id}
      empty={<EmptyState title={texts.noSteps} />}
      columns={[
        { key: "step", header: stepColumns.step, isRowHeader: true, cell: ({ kind }) => terms.steps[kind] },
        {
          key: "days",
          header: stepColumns.days,
          cell: ({ startedOn, happenedOn }) =>
            startedOn ? texts.fromTo(day(startedOn), day(happenedOn)) : day(happenedOn),
        },
        { key: "holder", header: stepColumns.holder, cell: ({ holder }) => holder },
        {
          key: "conclusion",
          header: stepColumns.conclusion,
          cell: ({ conclusion }) => <Paragraphs text={conclusion} />,
        },
        { key: "evidence", header: stepColumns.evidence, cell: ({ attachments }) => <Evidence files={attachments} /> },
        {
          key: "by",
          header: stepColumns.by,
          cell: ({ recordedAt, recordedBy }) => `${recordedBy ?? ""} ${formatInstant(recordedAt, "zh-CN")}`,
        },
      ]}
    />
  );
}

function Evidence({ files }: { files: StepLine["attachments"] }) {
  return (
    <>
      {files.map(({ id, fileName }) => (
        <p key={id}>
          <a href={href(`/attachments/${id}`)}>
            <bdi>{fileName}</bdi>
          </a>
        </p>
      ))}
    </>
  );
}

interface StepFormProps {
  /** Endings of the files that are taken. */
  accept: string;
  refused: (RefusedForm & { kept: KeptFile[] }) | undefined;
}

export function StepForm({ accept, refused }: StepFormProps) {
  const { steps } = useStrings().consultationTerms;
  const own = refused?.act === "record_step" ? refused : undefined;
  const errors = reasonsByField(own?.reasons ?? [], "zh-CN");
  const field = (name: string) => ({
    name,
    id: fieldId("record_step", name),
    error: errors[name],
    defaultValue: own?.values[name],
  });
  return (
    <form method="post" encType="multipart/form-data" noValidate>
      <Select
        {...field("kind")}
        label={texts.kind}
        required
        options={STEP_KINDS.map((value) => ({ value, label: steps[value] }))}
      />
      <Field {...field("startedOn")} label={texts.startedOn} hint={texts.startedHint} type="date" size="medium" />
      <Field {...field("happenedOn")} label={texts.happenedOn} type="date" size="medium" required />
      <Field {...field("holder")} label={texts.holder} size="medium" required />
      <TextArea {...field("conclusion")} label={texts.conclusion} required rows={4} limit={MAX_REASON} />
      <FileField
        name="attachment"
        id={fieldId("record_step", "attachment")}
        label={texts.evidence}
        hint={texts.evidenceHint}
        error={errors.attachment}
        maxFiles={MAX_ATTACHMENTS}
        maxBytes={MAX_ATTACHMENT_BYTES}
        accept={accept}
        kept={own?.kept}
      />
      <ActButton act="record_step">{texts.recordButton}</ActButton>
    </form>
  );
}

function day(value: string): string {
  return formatDate(value, "zh-CN");
}
