import { deskReviews } from "~/i18n/zh-CN/desk-reviews";
import { Section } from "~/ui/section";
import { Stepper } from "~/ui/stepper";
import type { SheetStage } from "../sheet-view";

const { sheet: texts, stages: names } = deskReviews;

/** 三审: who sent it, who passed it, who signed it; which is next. */
export function SheetStages({ stages }: { stages: readonly SheetStage[] }) {
  const isTwo = stages.some(({ state }) => state === "skipped");
  return (
    <Section title={texts.stages} id="stages" lead={isTwo ? texts.twoPeople : texts.threePeople}>
      <Stepper
        label={texts.stages}
        steps={stages.map(({ stage, state, by }) => ({ label: names[stage], state, note: by ?? undefined }))}
      />
    </Section>
  );
}
