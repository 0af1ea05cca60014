import type { ComponentProps } from "react";
import { deskPolicies } from "~/i18n/zh-CN/desk-policies";
import { Field } from "~/ui/field";
import { FileField } from "~/ui/file-field";
import { RadioGroup } from "~/ui/radio-group";
import { Section } from "~/ui/section";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import { ShownMediaFields } from "~/media/components/shown-media-fields";
import type { MaterialKind } from "../material";
import { CHART_FORMS } from "../material-content";
import { MAX_BODY, MOST_TABLE_BYTES } from "../material-form";
import type { MaterialValues } from "../material-values";
import { optionsOf, type Texts } from "./desk-fields";

const { material: texts } = deskPolicies;

interface FieldsProps {
  kind: MaterialKind;
  values: MaterialValues;
  errors: Texts;
  /** The unit's files that it can show, and those that arrived with a refused form. */
  choices: { id: string; title: string; size: number }[];
  arrived: Partial<Record<"file" | "still" | "captions", { id: string; fileName: string; size: number }>>;
}

/** Empty rows offered below those that are filled, so that a list grows without script. */
const SPARE_QUESTIONS = 3;
const SPARE_STEPS = 2;

/** The fields of one kind of material. */
export function MaterialFields(props: FieldsProps) {
  switch (props.kind) {
    case "qa":
      return <QuestionFields {...props} />;
    case "case":
      return <CaseFields {...props} />;
    case "chart":
      return <ChartFields {...props} />;
    case "text":
      return (
        <>
          <BodyField {...props} />
          <ClausesField {...props} />
        </>
      );
    case "audio_video":
    case "animation":
      return <RecordingFields {...props} />;
    default:
      return <StatementFields {...props} />;
  }
}

type Typed = Pick<FieldsProps, "values" | "errors">;

function single(name: keyof typeof texts & string, { values, errors }: Typed) {
  return { name, label: String(texts[name]), defaultValue: values[name]?.[0], error: errors[name] };
}

function ClausesField(props: Typed) {
  return <Field {...single("clauses", props)} hint={texts.clausesHint} required />;
}

function BodyField(props: Typed) {
  return <TextArea {...single("body", props)} hint={texts.bodyHint} required rows={14} limit={MAX_BODY} />;
}

function QuestionFields({ values, errors }: FieldsProps) {
  const filled = values.question?.filter((question, at) => question || values.answer?.[at]).length ?? 0;
  const rows = Array.from({ length: filled + SPARE_QUESTIONS }, (_, at) => at);
  return (
    <>
      <p className="hint">{texts.questionsHint}</p>
      {rows.map((at) => {
        const first = at === 0;
        const row = (name: "question" | "answer" | "questionClauses") => ({
          name,
          id: first ? name : `${name}-${at}`,
          label: texts[name](at + 1),
          defaultValue: values[name]?.[at],
          error: first ? errors[name] : undefined,
        });
        return (
          <div key={at} className="form-row">
            <Field {...row("question")} />
            <TextArea {...row("answer")} rows={4} />
            <Field {...row("questionClauses")} hint={first ? texts.clausesHint : undefined} size="medium" />
          </div>
        );
      })}
    </>
  );
}

function CaseFields(props: FieldsProps) {
  const { values, errors } = props;
  const filled = values.guideQuestion?.filter((question, at) => question || values.guideOtherwise?.[at]).length ?? 0;
  const rows = Array.from({ length: filled + SPARE_STEPS }, (_, at) => at);
  return (
    <>
      <TextArea {...single("situation", props)} hint={texts.situationHint} required rows={4} />
      <TextArea {...single("rule", props)} required rows={4} />
      <TextArea {...single("result", props)} required rows={4} />
      <ClausesField {...props} />
      <Section title={texts.guide} level={3} lead={texts.guideHint}>
        {rows.map((at) => {
          const first = at === 0;
          const row = (name: "guideQuestion" | "guideNeeded" | "guideOtherwise" | "guideClauses") => ({
            name,
            id: first ? name : `${name}-${at}`,
            label: texts[name](at + 1),
            defaultValue: values[name]?.[at],
            error: first ? errors[name] : undefined,
          });
          return (
            <div key={at} className="form-row">
              <Field {...row("guideQuestion")} />
              <Select
                {...row("guideNeeded")}
                defaultValue={values.guideNeeded?.[at] ?? "yes"}
                empty={false}
                options={optionsOf(["yes", "no"], texts.needed)}
              />
              <TextArea {...row("guideOtherwise")} rows={2} />
              <Field {...row("guideClauses")} size="medium" />
            </div>
          );
        })}
        <TextArea {...single("guideEnd", props)} rows={3} />
      </Section>
    </>
  );
}

function ChartFields(props: FieldsProps) {
  return (
    <>
      <RadioGroup
        {...single("form", props)}
        hint={texts.formHint}
        required
        inline
        options={optionsOf(CHART_FORMS, texts.forms)}
      />
      <TextArea {...single("table", props)} hint={texts.tableHint} rows={12} />
      <FileField
        name="tableFile"
        label={texts.tableFile}
        hint={texts.tableFileHint}
        accept=".csv,.xlsx"
        maxBytes={MOST_TABLE_BYTES}
        error={props.errors.tableFile}
      />
      <TextArea {...single("note", props)} rows={2} />
      <ClausesField {...props} />
      <Section title={texts.picture} level={3} lead={texts.pictureHint}>
        <MediaChoice {...props} of="picture" />
      </Section>
    </>
  );
}

/** 音视频 and 动漫: the file, and a few words before it. */
function RecordingFields(props: FieldsProps) {
  const { kind } = props;
  return (
    <>
      <Section title={kind === "animation" ? texts.shownAnimation : texts.shown} level={3}>
        <MediaChoice {...props} of={kind === "animation" ? "either" : "recording"} />
      </Section>
      <TextArea {...single("body", props)} label={texts.intro} hint={texts.introHint} rows={4} limit={MAX_BODY} />
      <ClausesField {...props} />
    </>
  );
}

type MediaChoiceProps = FieldsProps & Pick<ComponentProps<typeof ShownMediaFields>, "of">;

function MediaChoice({ values, errors, choices, arrived, of }: MediaChoiceProps) {
  const words = Object.fromEntries(Object.entries(values).map(([name, [value]]) => [name, value]));
  return <ShownMediaFields {...{ choices, errors, arrived, of }} values={words} />;
}

function StatementFields(props: FieldsProps) {
  const { kind } = props;
  return (
    <>
      {kind === "press_conference" ? (
        <>
          <Field {...single("heldOn", props)} type="date" size="medium" required />
          <Field {...single("place", props)} />
          <Field {...single("speakers", props)} required />
        </>
      ) : (
        <>
          <Field {...single("speaker", props)} required size="medium" />
          <Field {...single("role", props)} />
          <Field {...single("saidOn", props)} type="date" size="medium" />
          <Field {...single("source", props)} />
        </>
      )}
      <BodyField {...props} />
      <ClausesField {...props} />
    </>
  );
}
