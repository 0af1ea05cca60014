import { formatInstant } from "~/i18n/format";
import { deskReviews } from "~/i18n/zh-CN/desk-reviews";
import { ActButton } from "~/ui/button";
import { DefinitionList } from "~/ui/definition-list";
import { RadioGroup } from "~/ui/radio-group";
import { Section } from "~/ui/section";
import { TextArea } from "~/ui/text-area";
import { MAX_NOTE } from "../forms";
import { CHECK_KINDS, type CheckKind } from "../release-sheet";
import type { SheetView } from "../sheet-view";
import type { SheetForm } from "./sheet-form";

const { checks: names, sheet: texts } = deskReviews;

/** 保密审查 and 个人信息审查: what was found last, and the form to record it. */
export function SheetChecks({
  checks,
  form,
  level = 2,
}: {
  checks: SheetView["checks"];
  form: SheetForm | null;
  level?: 2 | 3;
}) {
  return (
    <>
      {CHECK_KINDS.map((kind) => (
        <Section key={kind} title={names[kind].title} id={kind} level={level}>
          <LastCheck check={checks.find((one) => one.kind === kind)} />
          {form && <CheckForm kind={kind} form={form} />}
        </Section>
      ))}
    </>
  );
}

function LastCheck({ check }: { check: SheetView["checks"][number] | undefined }) {
  if (!check) return <p>{texts.noOne}</p>;
  const { isCleared, isOutdated, note, by, at } = check;
  const result = isCleared ? texts.cleared : texts.notCleared;
  return (
    <DefinitionList
      items={[
        { term: texts.result, description: isOutdated ? `${result} · ${texts.outdated}` : result },
        { term: texts.note, description: note },
        { term: texts.who, description: texts.by(by, formatInstant(at, "zh-CN")) },
      ]}
    />
  );
}

function CheckForm({ kind, form }: { kind: CheckKind; form: SheetForm }) {
  const act = `check_${kind}`;
  const { question, yes, no } = names[kind];
  const options = [
    { value: "yes", label: yes },
    { value: "no", label: no },
  ];
  return (
    <form method="post" noValidate className="form">
      <RadioGroup {...form.field(act, "cleared")} label={question} options={options} required />
      <TextArea {...form.field(act, "note")} label={texts.note} hint={texts.noteHint} rows={2} limit={MAX_NOTE} />
      <ActButton act={act}>{texts.save}</ActButton>
    </form>
  );
}
