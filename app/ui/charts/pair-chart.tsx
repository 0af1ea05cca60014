import { formatCount } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { DataTable } from "../data-table";
import { ChartFrame } from "./chart-frame";
import { shortLabel } from "./labels";
import { layoutPairs, type Pair, type PairRow } from "./pairs";
import { MixedText } from "../mixed-text";

interface PairChartProps {
  id: string;
  title: string;
  of: string;
  /** What the two sides are called, where it is not before and after. */
  names?: { before: string; after: string };
  rows: PairRow[];
}

const ROW = 3.8;
const LEGEND = 2;
const WIDEST = 0.84;
/** Longest name of a side beside the other on a phone. */
const SIDE = 16;

/** A hollow bar for what was, a full one for what is, in every row. */
export function PairChart({ id, title, of, names, rows }: PairChartProps) {
  const language = useLanguage();
  const { charts } = useStrings();
  const { before, after } = names ?? charts;
  const { pairs, left } = layoutPairs(rows);
  const count = (value: number) => formatCount(value, language);
  if (pairs.length === 0) return <p className="hint">{charts.none}</p>;
  return (
    <ChartFrame
      id={id}
      title={title}
      description={charts.pairsAre(count(pairs.length))}
      height={LEGEND + pairs.length * ROW}
      note={left > 0 && charts.left(count(left))}
      table={
        <DataTable
          caption={title}
          isCaptionHidden
          rows={pairs}
          rowKey={({ key }) => key}
          columns={[
            {
              key: "label",
              header: of,
              isRowHeader: true,
              cell: ({ label, href }) => (
                <bdi>
                  {href ? (
                    <a href={href}>
                      <MixedText text={label} />
                    </a>
                  ) : (
                    <MixedText text={label} />
                  )}
                </bdi>
              ),
            },
            { key: "before", header: before, kind: "number", cell: (pair) => count(pair.before) },
            { key: "after", header: after, kind: "number", cell: (pair) => count(pair.after) },
          ]}
        />
      }
    >
      <rect x="0" y="0.3em" width="1em" height="0.8em" className="chart-ahead" />
      <text x="1.4em" y="1.05em" className="chart-axis">
        {shortLabel(before, SIDE)}
      </text>
      <rect x="50%" y="0.3em" width="1em" height="0.8em" className="chart-done" />
      <text x="50%" dx="1.4em" y="1.05em" className="chart-axis">
        {shortLabel(after, SIDE)}
      </text>
      {pairs.map((pair, index) => (
        <Row key={pair.key} pair={pair} at={LEGEND + index * ROW} count={count} />
      ))}
    </ChartFrame>
  );
}

function Row({ pair, at, count }: { pair: Pair; at: number; count: (value: number) => string }) {
  const bar = (side: "before" | "after", y: number, className: string) => {
    const width = `${pair.lengths[side] * WIDEST}%`;
    return (
      <>
        <rect x="0" y={`${y}em`} width={width} height="0.75em" className={className} />
        <text x={width} dx="0.4em" y={`${y + 0.72}em`} className="chart-axis">
          {count(pair[side])}
        </text>
      </>
    );
  };
  return (
    <>
      <text x="0" y={`${at + 1.1}em`} className="chart-label">
        <MixedText text={shortLabel(pair.label)} isDrawn />
      </text>
      {bar("before", at + 1.5, "chart-ahead")}
      {bar("after", at + 2.45, "chart-done")}
    </>
  );
}
