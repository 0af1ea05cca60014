import { useStrings } from "~/i18n/strings";
import { BarChart } from "~/ui/charts/bar-chart";
import { CourseChart } from "~/ui/charts/course-chart";
import { PairChart } from "~/ui/charts/pair-chart";
import { ShareChart } from "~/ui/charts/share-chart";
import { StepsChart } from "~/ui/charts/steps-chart";
import { Section } from "~/ui/section";

const COUNTS = [96, 11, 2];
const DAILY = [4, 9, 21, 13, 6, 2];

export function ChartSamples() {
  const { components } = useStrings();
  const { charts, tables, steps } = components;
  const counted = tables.count;
  const rows = (labels: string[]) => labels.map((label, index) => ({ key: label, label, value: COUNTS[index] ?? 0 }));
  return (
    <Section id="charts" title={charts.title} lead={charts.lead}>
      <BarChart id="sample-bars" title={charts.bars} of={tables.channel} counted={counted} rows={rows(tables.rows)} />
      <ShareChart
        id="sample-shares"
        title={charts.shares}
        of={charts.shares}
        counted={counted}
        rows={rows(charts.outcomes)}
      />
      <CourseChart
        id="sample-course"
        title={charts.course}
        counted={counted}
        points={DAILY.map((value, index) => ({ label: `2026-11-2${index + 1}`, value }))}
      />
      <PairChart
        id="sample-pairs"
        title={charts.pairs}
        of={charts.clause}
        rows={charts.clauses.map((label, index) => ({ key: label, label, before: 24 - index, after: 54 - 16 * index }))}
      />
      <StepsChart
        id="sample-steps"
        title={charts.steps}
        of={steps.label}
        dayHeader={tables.count}
        sinceHeader={charts.since}
        steps={steps.items.slice(0, 3).map((label, index) => ({
          ...{ key: label, label, day: charts.days[index] },
          since: index === 1 ? charts.took : undefined,
        }))}
      />
    </Section>
  );
}
