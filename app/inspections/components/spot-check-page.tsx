import { formatCount, formatDate } from "~/i18n/format";
import { deskInspections } from "~/i18n/zh-CN/desk-inspections";
import { DefinitionList } from "~/ui/definition-list";
import { Page } from "~/ui/page";
import type { RefusedForm } from "~/ui/refused-form";
import { Section } from "~/ui/section";
import { WholeText } from "~/ui/whole-text";
import type { SpotCheckView } from "../inspection-view";
import { InspectionRefusal } from "./inspection-refusal";
import { ItemBadge, SpotItemFacts, SpotItemForms } from "./spot-item";

const { spot: texts, everyUnit, period } = deskInspections;
const day = (value: string) => formatDate(value, "zh-CN");

/** One sample: how it was drawn, so that it can be drawn again, and each document with its finding. */
export function SpotCheckPage({ check, refused }: { check: SpotCheckView; refused: RefusedForm | undefined }) {
  return (
    <Page
      title={texts.number(check.id)}
      lead={
        <p>
          <WholeText text={texts.drawn(check.by, day(check.drawnOn))} />
        </p>
      }
      breadcrumbs={[{ label: texts.title, href: "/office/spot-checks" }, { label: texts.number(check.id) }]}
      width="wide"
    >
      <InspectionRefusal refused={refused} />
      <DrawFacts check={check} />
      {check.items.map((item) => (
        <Section
          key={item.id}
          id={`item-${item.id}`}
          title={
            <>
              {item.title} <ItemBadge state={item.state} />
            </>
          }
        >
          <SpotItemFacts item={item} />
          <SpotItemForms item={item} refused={refused} />
        </Section>
      ))}
    </Page>
  );
}

function DrawFacts({ check: { population, ...check } }: { check: SpotCheckView }) {
  const count = Object.values(population).flat().length;
  return (
    <Section title={texts.rule} id="rule" lead={texts.ruleText}>
      <DefinitionList
        items={[
          { term: deskInspections.unit, description: check.unitName ?? everyUnit },
          { term: deskInspections.signedOn, description: period(day(check.fromOn), day(check.toOn)) },
          { term: texts.perUnit, description: formatCount(check.perUnit, "zh-CN") },
          { term: texts.seed, description: <code>{check.seed}</code> },
        ]}
      />
      <details>
        <summary>{texts.population(formatCount(count, "zh-CN"))}</summary>
        <ul>
          {Object.entries(population).map(([unit, slugs]) => (
            <li key={unit}>
              {unit}
              <ul>
                {slugs.map((slug) => (
                  <li key={slug}>
                    <code>{slug}</code>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </details>
    </Section>
  );
}
