import { formatCount } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import type { ChartRow } from "./bars";
import { ChartFrame } from "./chart-frame";
import { ChartTable } from "./chart-table";
import { shortLabel } from "./labels";
import { Patterns, patternOf } from "./patterns";
import { layoutShares } from "./shares";
import { MixedText } from "../mixed-text";

interface ShareChartProps {
  id: string;
  title: string;
  of: string;
  counted: string;
  rows: ChartRow[];
}

const LINE = 1.9;
const BAR = 3.4;
/** A part narrower than this has no room for its number. */
const NARROW = 5;

/** ①: the key of a part, which nobody takes for a count. */
const keyOf = (position: number) => String.fromCodePoint(0x2460 + position - 1);

/** The parts of one whole in one bar, numbered and patterned, with the legend under it. */
export function ShareChart({ id, title, of, counted, rows }: ShareChartProps) {
  const language = useLanguage();
  const { charts } = useStrings();
  const { shares, sum } = layoutShares(rows);
  const count = (value: number) => formatCount(value, language);
  const share = (width: number) => charts.percent(count(Math.round(width * 10) / 10));
  if (shares.length === 0) return <p className="hint">{charts.none}</p>;
  return (
    <ChartFrame
      id={id}
      title={title}
      description={charts.sharesAre(shares.map(({ label, width }) => `${label} ${share(width)}`).join(" · "))}
      height={BAR + shares.length * LINE}
      table={
        <ChartTable
          title={title}
          of={of}
          counted={counted}
          rows={shares.map(({ width, ...row }) => ({ ...row, share: Math.round(width * 10) / 10 }))}
          sum={sum}
        />
      }
    >
      <Patterns id={id} />
      {shares.map(({ key, position, at, width }) => (
        <g key={key}>
          <rect
            x={`${at}%`}
            y="1.3em"
            width={`${width}%`}
            height="1.4em"
            fill={patternOf(id, position)}
            className="chart-part"
          />
          {shares.length > 1 && width >= NARROW && (
            <text x={`${at + width / 2}%`} y="1em" textAnchor="middle" className="chart-axis">
              {keyOf(position)}
            </text>
          )}
        </g>
      ))}
      {shares.map(({ key, position, label, value, width }, index) => (
        <g key={key}>
          <rect
            x="0"
            y={`${BAR + index * LINE}em`}
            width="1.1em"
            height="1.1em"
            fill={patternOf(id, position)}
            className="chart-part"
          />
          <text x="1.7em" y={`${BAR + index * LINE + 0.95}em`} className="chart-label">
            <MixedText
              text={`${keyOf(position)} ${shortLabel(label, 22)} · ${count(value)} · ${share(width)}`}
              isDrawn
            />
          </text>
        </g>
      ))}
    </ChartFrame>
  );
}
