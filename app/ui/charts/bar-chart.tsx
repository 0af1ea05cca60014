import { formatCount } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { layoutBars, type ChartRow } from "./bars";
import { ChartFrame } from "./chart-frame";
import { ChartTable } from "./chart-table";
import { shortLabel } from "./labels";
import { MixedText } from "../mixed-text";

interface BarChartProps {
  id: string;
  title: string;
  of: string;
  counted: string;
  rows: ChartRow[];
  /** The rows are parts of one whole: shares and a sum are said. */
  isWhole?: boolean;
  limit?: { value: number; label: string };
}

/** The bar takes this part of the width, and its number the rest. */
const WIDEST = 0.84;
const ROW = 3;

/** Bars under their labels, longest at full width, each with its number. */
export function BarChart({ id, title, of, counted, rows, isWhole, limit }: BarChartProps) {
  const language = useLanguage();
  const { charts } = useStrings();
  const { bars, rest, sum, limitAt } = layoutBars(rows, { limit: limit?.value ?? null });
  const count = (value: number) => formatCount(value, language);
  const longest = bars.reduce((most, bar) => (bar.value > most.value ? bar : most), bars[0]!);
  if (!longest) return <p className="hint">{charts.none}</p>;
  const restRow = rest && { key: "rest", label: charts.rest(count(rest.count)), value: rest.value };
  const top = limit ? 1.6 : 0;
  return (
    <ChartFrame
      id={id}
      title={title}
      description={charts.barsAre(count(rows.length), longest.label, count(longest.value))}
      height={top + bars.length * ROW}
      note={restRow && `${restRow.label} · ${count(restRow.value)}`}
      table={
        <ChartTable
          title={title}
          of={of}
          counted={counted}
          rows={[
            ...bars.map(({ share, ...bar }) => (isWhole ? { ...bar, share } : bar)),
            ...(restRow ? [restRow] : []),
          ]}
          sum={isWhole ? sum : undefined}
        />
      }
    >
      {limit && limitAt !== null && (
        <Limit label={limit.label} at={limitAt * WIDEST} height={top + bars.length * ROW} />
      )}
      {bars.map(({ key, label, value, length }, index) => (
        <g key={key}>
          <text x="0" y={`${top + index * ROW + 1.1}em`} className="chart-label">
            <MixedText text={shortLabel(label)} isDrawn />
          </text>
          <rect
            x="0"
            y={`${top + index * ROW + 1.45}em`}
            width={`${length * WIDEST}%`}
            height="1em"
            className={limit && value > limit.value ? "chart-over" : "chart-bar"}
          />
          <text x={`${length * WIDEST}%`} dx="0.4em" y={`${top + index * ROW + 2.3}em`} className="chart-value">
            {count(value)}
          </text>
        </g>
      ))}
    </ChartFrame>
  );
}

function Limit({ label, at, height }: { label: string; at: number; height: number }) {
  return (
    <>
      <text x={`${at}%`} y="1em" textAnchor={at > 50 ? "end" : "start"} className="chart-axis">
        {label}
      </text>
      <line x1={`${at}%`} x2={`${at}%`} y1="1.3em" y2={`${height}em`} className="chart-limit" />
    </>
  );
}
