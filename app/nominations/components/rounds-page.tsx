import { formatCount, formatDate, formatDay } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { href } from "~/ui/href";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import { WholeText } from "~/ui/whole-text";
import type { ListedRound, UnitRecord } from "../case-facts";
import { PublicRoundBadge } from "./round-badge";

interface RoundsPageProps {
  rounds: ListedRound[];
  nextOpensOn: string;
  units: UnitRecord[];
}

/** All rounds with where they stand, and what each unit's record is over the years. */
export function RoundsPage({ rounds, nextOpensOn, units }: RoundsPageProps) {
  const language = useLanguage();
  const { list } = useStrings().nominations;
  return (
    <Page title={list.title} lead={<p>{list.lead}</p>} breadcrumbs={[{ label: list.title }]}>
      <Section title={list.rounds} id="rounds">
        <ol className="entries">
          {rounds.map((round) => (
            <Entry key={round.key} round={round} />
          ))}
        </ol>
        <p className="hint">
          <WholeText text={list.next(formatDay(nextOpensOn, language))} />
        </p>
      </Section>
      <Section title={list.record} id="units" lead={list.recordLead}>
        <UnitTable rounds={rounds} units={units} />
      </Section>
    </Page>
  );
}

function Entry({ round }: { round: ListedRound }) {
  const language = useLanguage();
  const { name, list } = useStrings().nominations;
  const { key, year, half, state, lastDay, publishedOn, cases } = round;
  return (
    <li className="entry">
      <h3 className="entry-title">
        <a href={href(`/cases/${key}`)}>{name(year, half)}</a>
      </h3>
      <div className="entry-facts">
        <PublicRoundBadge state={state} />
        {publishedOn && (
          <span>
            <WholeText text={list.published(formatDate(publishedOn, language))} />
          </span>
        )}
      </div>
      <p className="entry-text">
        {state === "collecting" && list.collecting(formatDay(lastDay, language))}
        {state === "selecting" && list.selecting}
        {cases !== null && (cases === 0 ? list.noCases : list.cases(formatCount(cases, language)))}
      </p>
    </li>
  );
}

function UnitTable({ rounds, units }: Pick<RoundsPageProps, "rounds" | "units">) {
  const language = useLanguage();
  const { name, list } = useStrings().nominations;
  const published = rounds.filter(({ cases }) => cases !== null);
  return (
    <DataTable
      caption={list.record}
      isCaptionHidden
      rows={units}
      rowKey={({ unit }) => unit.code}
      empty={<EmptyState title={list.recordNone} />}
      columns={[
        {
          key: "unit",
          header: list.columns.unit,
          isRowHeader: true,
          cell: ({ unit }) => (language === "en" ? unit.nameEn : unit.name),
        },
        ...published.map(({ key, year, half }) => ({
          key,
          header: name(year, half),
          kind: "number" as const,
          cell: (row: UnitRecord) => formatCount(row.rounds[key] ?? 0, language),
        })),
        {
          key: "total",
          header: list.columns.total,
          kind: "number",
          cell: ({ total }) => formatCount(total, language),
        },
      ]}
    />
  );
}
