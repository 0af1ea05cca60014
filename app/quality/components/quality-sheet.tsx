import { formatCount } from "~/i18n/format";
import { deskQuality as texts } from "~/i18n/zh-CN/desk-quality";
import type { FormField } from "~/reviews/components/sheet-form";
import { ActButton } from "~/ui/button";
import { RadioGroup } from "~/ui/radio-group";
import { Section } from "~/ui/section";
import { TextArea } from "~/ui/text-area";
import { MAX_WORDS } from "../forms";
import { ALWAYS, MARKS, OUTCOMES, PARTS, type Element, type Part } from "../sheet";
import { fieldsOf, type RefusedForm } from "~/ui/refused-form";

interface SheetProps {
  act: "check" | "recheck";
  share: number;
  refused: RefusedForm | undefined;
}

function marksOf(element: Element) {
  const marks = MARKS.filter((mark) => mark !== "not_applicable" || !ALWAYS.includes(element));
  return marks.map((mark) => ({ value: mark, label: texts.marks[mark] }));
}

const outcomeOptions = OUTCOMES.map((outcome) => ({ value: outcome, label: texts.outcomes[outcome] }));

/** The marks of a sheet, part by part. */
export function SheetMarks({ field, share }: { field: (name: string) => FormField; share: number }) {
  return (Object.keys(PARTS) as Part[]).map((part) => (
    <Section key={part} title={texts.parts[part]} level={3}>
      {PARTS[part].map((element) => (
        <RadioGroup
          key={element}
          {...field(element)}
          label={texts.elements[element]}
          hint={element === "own_words" ? texts.ownWordsHint(formatCount(share, "zh-CN")) : undefined}
          options={marksOf(element)}
          required
          inline
        />
      ))}
    </Section>
  ));
}

/** The sheet of a check: each element gets its mark, nothing is preselected. */
export function QualitySheet({ act, share, refused }: SheetProps) {
  const field = fieldsOf(act, refused);
  const { fields, hints } = texts;
  return (
    <form method="post" noValidate className="form">
      <SheetMarks field={field} share={share} />
      <Section title={fields.outcome} level={3}>
        {act === "check" && (
          <RadioGroup
            {...field("important")}
            label={fields.important}
            hint={hints.important}
            options={(["yes", "no"] as const).map((value) => ({ value, label: hints.importantOptions[value] }))}
            required
            inline
          />
        )}
        <RadioGroup {...field("outcome")} label={fields.outcome} options={outcomeOptions} required inline />
        <TextArea {...field("note")} label={fields.note} hint={hints.note} rows={4} limit={MAX_WORDS} />
      </Section>
      <ActButton act={act} kind="primary">
        {texts.acts[act]}
      </ActButton>
    </form>
  );
}
