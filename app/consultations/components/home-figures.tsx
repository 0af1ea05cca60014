import { formatCount, formatInstant } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { DataTable } from "~/ui/data-table";
import { href } from "~/ui/href";
import { Section } from "~/ui/section";
import { OUTCOMES, type Outcome } from "../comment";

export interface FigureFacts {
  asOf: string;
  total: number;
  outcomes: Record<Outcome, number>;
}

/** How comments were answered, with what was counted, up to when, and the rows to check it against. */
export function HomeFigures({ figures: { asOf, total, outcomes } }: { figures: FigureFacts }) {
  const language = useLanguage();
  const { home, consultationTerms: terms } = useStrings();
  const { figures } = home;
  if (total === 0) return <Section id="figures" title={figures.title} lead={figures.none} />;
  const rows = OUTCOMES.map((key) => ({ key: key as string, label: terms.outcomes[key], count: outcomes[key] }));
  return (
    <Section
      id="figures"
      title={figures.title}
      lead={`${figures.definition} ${figures.lead(formatInstant(asOf, language))}`}
    >
      <DataTable
        caption={figures.caption}
        isCaptionHidden
        rows={[...rows, { key: "sum", label: figures.sum, count: total }]}
        rowKey={({ key }) => key}
        columns={[
          { key: "outcome", header: figures.outcome, isRowHeader: true, cell: ({ label }) => label },
          { key: "count", header: figures.count, kind: "number", cell: ({ count }) => formatCount(count, language) },
        ]}
      />
      <Sources />
    </Section>
  );
}

function Sources() {
  const { home, statistics } = useStrings();
  const { figures } = home;
  const sources = [
    ["/consultations?state=outcome_published", figures.rowsOutcome],
    ["/consultations?state=decided", figures.rowsDecided],
    ["/consultations?state=withdrawn", figures.rowsWithdrawn],
    ["/statistics", statistics.link],
    ["/api/v1/statistics", figures.data],
  ] as const;
  return (
    <p className="hint">
      {figures.rows}
      {sources.map(([path, label], index) => (
        <span key={path}>
          {index > 0 && " · "}
          <a href={href(path)}>{label}</a>
        </span>
      ))}
    </p>
  );
}
