import { formatCount, formatPeriod } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { ChartFrame } from "./chart-frame";
import { ChartTable } from "./chart-table";
import { layoutCourse, type CoursePoint, type CourseUnit, type PlacedPoint } from "./course";

interface CourseChartProps {
  id: string;
  title: string;
  counted: string;
  /** In their order; the label is the day, month or year: YYYY-MM-DD, YYYY-MM, YYYY. */
  points: CoursePoint[];
  unit?: CourseUnit;
}

const TOP = 2;
const PLOT = 7;

/** How many on each day, in each month or year, as a line. */
export function CourseChart({ id, title, counted, points: rows, unit = "day" }: CourseChartProps) {
  const language = useLanguage();
  const { charts } = useStrings();
  const { points, top, sum, step } = layoutCourse(rows);
  const count = (value: number) => formatCount(value, language);
  const date = (period: string) => formatPeriod(period, language);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || top === 0) return <p className="hint">{charts.none}</p>;
  return (
    <ChartFrame
      id={id}
      title={title}
      description={charts.courseIs(date(first.from), date(last.to), count(top))}
      height={TOP + PLOT + 2}
      note={step > 1 && charts.together[unit](count(step))}
      table={
        <ChartTable
          title={title}
          of={charts.times[unit]}
          counted={counted}
          rows={points.map(({ from, to, value }) => ({ key: from, label: charts.span(date(from), date(to)), value }))}
          sum={sum}
        />
      }
    >
      <line x1="0" x2="100%" y1={`${TOP}em`} y2={`${TOP}em`} className="chart-grid" />
      <line x1="0" x2="100%" y1={`${TOP + PLOT}em`} y2={`${TOP + PLOT}em`} className="chart-base" />
      <text x="0" y={`${TOP - 0.5}em`} className="chart-axis">
        {count(top)}
      </text>
      <Line points={points} count={count} />
      <text x="0" y={`${TOP + PLOT + 1.4}em`} className="chart-axis">
        {date(first.from)}
      </text>
      {last.to !== first.from && (
        <text x="100%" y={`${TOP + PLOT + 1.4}em`} textAnchor="end" className="chart-axis">
          {date(last.to)}
        </text>
      )}
    </ChartFrame>
  );
}

/** So few points bear their numbers. */
const MOST_NUMBERS = 12;

function Line({ points, count }: { points: PlacedPoint[]; count: (value: number) => string }) {
  // The dots keep clear of the edges.
  const x = (point: PlacedPoint) => `${2 + point.x * 0.96}%`;
  const y = (point: PlacedPoint) => `${TOP + PLOT * (1 - point.y / 100)}em`;
  return (
    <>
      {points.slice(1).map((point, index) => {
        const before = points[index]!;
        return (
          <line key={point.from} x1={x(before)} y1={y(before)} x2={x(point)} y2={y(point)} className="chart-line" />
        );
      })}
      {points.map((point) => point.value > 0 && <circle key={point.from} cx={x(point)} cy={y(point)} r="3.5" />)}
      {points.length <= MOST_NUMBERS &&
        points.map((point) => (
          <text
            key={point.from}
            x={x(point)}
            y={y(point)}
            dy="-0.6em"
            textAnchor="middle"
            className="chart-value chart-number"
          >
            {count(point.value)}
          </text>
        ))}
    </>
  );
}
