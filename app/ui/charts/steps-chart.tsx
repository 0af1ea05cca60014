import { useStrings } from "~/i18n/strings";
import { DataTable } from "../data-table";
import { ChartFrame } from "./chart-frame";
import { shortLabel } from "./labels";

export interface ChartStep {
  key: string;
  label: string;
  /** Its day, as people write it; without one it is still to come. */
  day?: string;
  /** How long it took from the step before: 12 个工作日. */
  since?: string;
}

interface StepsChartProps {
  id: string;
  title: string;
  of: string;
  dayHeader: string;
  sinceHeader: string;
  steps: ChartStep[];
}

const STEP = 4.9;

/** What followed on what, with the time between; a hollow knot and a broken line are still to come. */
export function StepsChart({ id, title, of, dayHeader, sinceHeader, steps }: StepsChartProps) {
  const { charts } = useStrings();
  if (steps.length === 0) return <p className="hint">{charts.none}</p>;
  const said = ({ label, day }: ChartStep) => `${label} ${day ?? charts.ahead}`;
  return (
    <ChartFrame
      id={id}
      title={title}
      description={charts.stepsAre(steps.map(said).join(" → "))}
      height={steps.length * STEP - 1.8}
      table={
        <DataTable
          caption={title}
          isCaptionHidden
          rows={steps}
          rowKey={({ key }) => key}
          columns={[
            { key: "label", header: of, isRowHeader: true, cell: ({ label }) => <bdi>{label}</bdi> },
            { key: "day", header: dayHeader, cell: ({ day }) => day ?? charts.ahead },
            { key: "since", header: sinceHeader, cell: ({ since }) => since },
          ]}
        />
      }
    >
      {steps.map((step, index) => (
        <Step key={step.key} step={step} at={index * STEP} isFirst={index === 0} ahead={charts.ahead} />
      ))}
    </ChartFrame>
  );
}

function Step({ step, at, isFirst, ahead }: { step: ChartStep; at: number; isFirst: boolean; ahead: string }) {
  const { label, day, since } = step;
  return (
    <>
      {!isFirst && (
        <line
          x1="0.7em"
          x2="0.7em"
          y1={`${at - STEP + 1.4}em`}
          y2={`${at + 0.3}em`}
          className={day ? "chart-base" : "chart-limit"}
        />
      )}
      {since && (
        <text x="1.9em" y={`${at - 0.6}em`} className="chart-axis">
          {since}
        </text>
      )}
      <circle cx="0.7em" cy={`${at + 0.85}em`} r="0.5em" className={day ? "chart-done" : "chart-ahead"} />
      <text x="1.9em" y={`${at + 1.2}em`} className="chart-label">
        {shortLabel(label, 22)}
      </text>
      <text x="1.9em" y={`${at + 2.6}em`} className="chart-axis">
        {day ?? ahead}
      </text>
    </>
  );
}
