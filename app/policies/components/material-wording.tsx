import { useStrings } from "~/i18n/strings";
import { DataTable } from "~/ui/data-table";
import { diffText, type Run } from "~/wording/text-diff";

interface MaterialWordingProps {
  title: string;
  /** What the rows are about, and what either side is. */
  head: { of: string; before: string; after: string };
  rows: { label: string; before: string; after: string }[];
}

/** For a whole table, so that the longest sentences too are compared in a moment. */
const EFFORT = 10_000;
const MOST_EDITS = 400;

/** Old and new sentences beside each other; what only one side says is underlined. The table stands behind. */
export function MaterialWording({ title, head, rows }: MaterialWordingProps) {
  const { charts } = useStrings();
  const edits = Math.min(MOST_EDITS, Math.floor(EFFORT / rows.length));
  return (
    <div className="wording">
      <p className="hint">{charts.wordingIs}</p>
      {rows.map(({ label, before, after }, row) => {
        const runs = diffText(before, after, edits);
        const side = (name: string, own: Run["kind"]) => (
          <div className="wording-side">
            <p className="wording-name">{name}</p>
            <Side runs={runs.filter(({ kind }) => kind === "same" || kind === own)} />
          </div>
        );
        return (
          <section key={row} className="wording-row" aria-labelledby={`wording-${row}`}>
            <h2 className="question" id={`wording-${row}`}>
              {label}
            </h2>
            <div className="wording-sides">
              {side(head.before, "deleted")}
              {side(head.after, "inserted")}
            </div>
          </section>
        );
      })}
      <details className="chart-data">
        <summary>{charts.table}</summary>
        <DataTable
          caption={title}
          isCaptionHidden
          rows={rows.map((row, at) => ({ ...row, key: at }))}
          rowKey={({ key }) => key}
          columns={[
            { key: "label", header: head.of, isRowHeader: true, cell: ({ label }) => label },
            { key: "before", header: head.before, cell: ({ before }) => before },
            { key: "after", header: head.after, cell: ({ after }) => after },
          ]}
        />
      </details>
    </div>
  );
}

/** A line under what the other side does not say; it says nothing of which of the two holds. */
function Side({ runs }: { runs: Run[] }) {
  const { charts } = useStrings();
  if (runs.length === 0) return <p className="hint">{charts.unsaid}</p>;
  return (
    <p className="wording-text" dir="auto">
      {runs.map(({ kind, text }, at) =>
        kind === "same" ? (
          <span key={at}>{text}</span>
        ) : (
          <mark key={at} className="differs">
            <span className="visually-hidden">[{charts.differs}]</span>
            {text}
          </mark>
        ),
      )}
    </p>
  );
}
