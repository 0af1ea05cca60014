import { deskReviews } from "~/i18n/zh-CN/desk-reviews";
import { DefinitionList } from "~/ui/definition-list";
import { Section } from "~/ui/section";
import { STAGES, type Stage } from "../release-sheet";

const { sheet: texts, stages } = deskReviews;

/** 三审: who sent it, who passed it, who signed it. */
export function SheetStages({ signed }: { signed: Record<Stage, string | null> }) {
  return (
    <Section title={texts.stages} id="stages">
      <DefinitionList
        items={STAGES.map((stage) => ({ term: stages[stage], description: signed[stage] ?? texts.notSigned }))}
      />
    </Section>
  );
}
