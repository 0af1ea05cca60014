import { Fragment } from "react";
import { useStrings } from "~/i18n/strings";
import { BarChart } from "~/ui/charts/bar-chart";
import { CourseChart } from "~/ui/charts/course-chart";
import { PairChart } from "~/ui/charts/pair-chart";
import { ShareChart } from "~/ui/charts/share-chart";
import { StepsChart } from "~/ui/charts/steps-chart";
import { readTime } from "../chart-times";
import { numberIn } from "../chart-table";
import type { TableForm } from "../material-content";
import { MaterialWording } from "./material-wording";

interface MaterialChartProps {
  form: Exclude<TableForm, "table">;
  /** One that `chartRefusals` has nothing against. */
  table: string[][];
}

/** Days, months or years, each at its place in time. */
function courseOf(points: { label: string; value: number }[]) {
  const times = points.map(({ label }) => readTime(label));
  const placed = points.map(({ label, value }, row) => ({
    label: times[row]?.key ?? label,
    at: times[row]?.at,
    value,
  }));
  return { points: placed, unit: times[0]?.unit };
}

const quantity = (cell: string | undefined) => numberIn(cell ?? "") ?? 0;

/** A chart of a material with its table behind. Of bars, parts and lines each column of numbers has its own scale. */
export function MaterialChart({ form, table: [head = [], ...rows] }: MaterialChartProps) {
  const { policies, charts } = useStrings();
  const title = policies.materials.table;
  const [of = "", second = "", third = ""] = head;
  if (form === "pairs") {
    const pairs = rows.map(([label = "", before, after], row) => {
      return { key: String(row), label, before: quantity(before), after: quantity(after) };
    });
    const names = second && third ? { before: second, after: third } : undefined;
    return <PairChart id="chart-1" title={of || title} of={of || title} names={names} rows={pairs} />;
  }
  if (form === "wording") {
    const { before, after } = charts;
    const sides = { of: of || title, before: second || before, after: third || after };
    const compared = rows.map(([label = "", old = "", now = ""]) => ({ label, before: old, after: now }));
    return <MaterialWording title={of || title} head={sides} rows={compared} />;
  }
  if (form === "steps") {
    const steps = rows.map(([label = "", day, since], row) => {
      return { key: String(row), label, day, since: row === 0 ? undefined : since };
    });
    const headers = { of: of || title, dayHeader: second || title, sinceHeader: third || title };
    return <StepsChart id="chart-1" title={of || title} {...headers} steps={steps} />;
  }
  return head.slice(1).map((counted, column) => {
    const points = rows.map(([label = "", ...cells]) => ({ label, value: quantity(cells[column]) }));
    const named = { id: `chart-${column + 1}`, title: counted || title, counted: counted || title };
    const Chart = form === "share" ? ShareChart : BarChart;
    return (
      <Fragment key={column}>
        {head.length > 2 && <h2 className="question">{named.title}</h2>}
        {form === "course" ? (
          <CourseChart {...named} {...courseOf(points)} />
        ) : (
          <Chart {...named} of={of} rows={points.map((point, row) => ({ key: String(row), ...point }))} />
        )}
      </Fragment>
    );
  });
}
