import { deskPolicies } from "~/i18n/zh-CN/desk-policies";
import { Field } from "~/ui/field";
import { RadioGroup } from "~/ui/radio-group";
import { Section } from "~/ui/section";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import type { WritableKind } from "../material";
import { MAX_BODY } from "../material-form";
import type { MaterialValues } from "../material-values";
import { optionsOf, type Texts } from "./desk-fields";

const { material: texts } = deskPolicies;

interface FieldsProps {
  kind: WritableKind;
  values: MaterialValues;
  errors: Texts;
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
    default:
      return <StatementFields {...props} />;
  }
}

function single(name: keyof typeof texts & string, { values, errors }: Omit<FieldsProps, "kind">) {
  return { name, label: String(texts[name]), defaultValue: values[name]?.[0], error: errors[name] };
}

function ClausesField(props: Omit<FieldsProps, "kind">) {
  return <Field {...single("clauses", props)} hint={texts.clausesHint} required />;
}

function BodyField(props: Omit<FieldsProps, "kind">) {
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
      <RadioGroup {...single("form", props)} required inline options={optionsOf(["table", "bars"], texts.forms)} />
      <TextArea {...single("table", props)} hint={texts.tableHint} required rows={12} />
      <TextArea {...single("note", props)} rows={2} />
      <ClausesField {...props} />
    </>
  );
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
