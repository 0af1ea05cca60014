import { formatInstant } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { BarChart } from "~/ui/charts/bar-chart";
import type { ChartRow } from "~/ui/charts/bars";
import { ShareChart } from "~/ui/charts/share-chart";
import { href } from "~/ui/href";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import { WholeText } from "~/ui/whole-text";
import { CHANNELS, OUTCOMES, WITHHELD_GROUNDS, type Channel, type Outcome, type WithheldGround } from "../comment";
import type { ShownState } from "../consultation";
import { StatisticsTimes, type TimesProps } from "./statistics-times";

export interface StatisticsProps {
  figures: {
    asOf: string;
    consultations: { definition: string; byState: Partial<Record<ShownState, number>> };
    comments: { definition: string; channels: Partial<Record<Channel, number>> };
    answered: {
      definition: string;
      outcomes: Record<Outcome, number>;
      withheld: Record<WithheldGround, number>;
    };
  };
  times: TimesProps;
}

/** The published figures as charts, each with its definition, its cut-off and the way to its rows. */
export function StatisticsPage({ figures, times }: StatisticsProps) {
  const language = useLanguage();
  const { statistics: texts } = useStrings();
  return (
    <Page
      width="wide"
      title={texts.title}
      lead={
        <p>
          <WholeText text={texts.lead(formatInstant(figures.asOf, language))} />
        </p>
      }
      breadcrumbs={[{ label: texts.title }]}
    >
      <Consultations figures={figures} />
      <Comments figures={figures} />
      <StatisticsTimes {...times} />
    </Page>
  );
}

function Consultations({ figures: { consultations } }: Pick<StatisticsProps, "figures">) {
  const { consultationTerms: terms, statistics } = useStrings();
  const { title, of, counted } = statistics.states;
  const states = Object.entries(consultations.byState) as [ShownState, number][];
  return (
    <Section id="consultations" title={title} lead={consultations.definition}>
      <BarChart
        id="by-state"
        {...{ title, of, counted }}
        rows={states.map(([key, value]) => ({
          key,
          label: terms.states[key],
          value,
          href: href(`/consultations?state=${key}`),
        }))}
        isWhole
      />
      <Sources places={[["/consultations", statistics.rowsOf.consultations]]} />
    </Section>
  );
}

function Comments({ figures: { comments, answered } }: Pick<StatisticsProps, "figures">) {
  const { consultationTerms: terms, statistics } = useStrings();
  const channels = CHANNELS.map((key) => ({ key, label: terms.channels[key], value: comments.channels[key] ?? 0 }));
  const outcomes = OUTCOMES.map((key) => ({ key, label: terms.outcomes[key], value: answered.outcomes[key] }));
  const withheld = WITHHELD_GROUNDS.map((key) => ({
    key,
    label: terms.withheldGrounds[key],
    value: answered.withheld[key],
  }));
  return (
    <>
      <Shares id="channels" {...statistics.channels} definition={comments.definition} rows={channels} />
      <Shares id="outcomes" {...statistics.outcomes} definition={answered.definition} rows={outcomes} />
      {withheld.some(({ value }) => value > 0) && (
        <Shares id="withheld" {...statistics.withheld} definition={answered.definition} rows={withheld} />
      )}
    </>
  );
}

interface SharesProps {
  id: string;
  title: string;
  of: string;
  counted: string;
  definition: string;
  rows: ChartRow[];
}

function Shares({ id, definition, ...chart }: SharesProps) {
  const { rowsOf } = useStrings().statistics;
  return (
    <Section id={id} title={chart.title} lead={definition}>
      <ShareChart id={`by-${id}`} {...chart} />
      <Sources
        places={[
          ["/consultations?state=outcome_published", rowsOf.outcomes],
          ["/api/v1/statistics", rowsOf.data],
        ]}
      />
    </Section>
  );
}

function Sources({ places }: { places: [string, string][] }) {
  const { statistics } = useStrings();
  return (
    <p className="hint">
      {statistics.rows}
      {places.map(([path, label], index) => (
        <span key={path}>
          {index > 0 && " · "}
          <a href={href(path)}>{label}</a>
        </span>
      ))}
    </p>
  );
}
