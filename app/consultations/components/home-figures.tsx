import { formatCount, formatInstant } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { DefinitionList } from "~/ui/definition-list";
import { href } from "~/ui/href";
import { Section } from "~/ui/section";
import { WholeText } from "~/ui/whole-text";
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
  return (
    <Section id="figures" title={figures.title}>
      <p className="figure">
        <strong>{formatCount(total, language)}</strong> {figures.answered}
      </p>
      <DefinitionList
        items={OUTCOMES.map((key) => ({
          term: terms.outcomes[key],
          description: formatCount(outcomes[key], language),
        }))}
      />
      <p className="hint">
        <WholeText text={figures.lead(formatInstant(asOf, language))} />
      </p>
      <details className="elder-hidden">
        <summary>{figures.how}</summary>
        <p>{figures.definition}</p>
        <Sources />
      </details>
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
    <ul className="plain-links">
      {sources.map(([path, label]) => (
        <li key={path}>
          <a href={href(path)}>{label}</a>
        </li>
      ))}
    </ul>
  );
}
