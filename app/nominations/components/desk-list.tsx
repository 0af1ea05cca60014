import { formatCount, formatDate, formatDay } from "~/i18n/format";
import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import { deskNominations } from "~/i18n/zh-CN/desk-nominations";
import { ButtonLink } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { href } from "~/ui/href";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import { WholeText } from "~/ui/whole-text";
import type { DeskNominations, DeskRow } from "../desk-facts";
import { NominationBadge, RoundBadge } from "./round-badge";
import { nameOf } from "./round-name";

const { list, decisions } = deskNominations;

interface DeskListProps extends DeskNominations {
  isOffice: boolean;
}

/** What a unit can put forward in the round that is open, and what it has put forward so far. */
export function DeskList({ round, candidates, mayNominate, rows, toScore, isOffice }: DeskListProps) {
  return (
    <Page
      title={list.title}
      lead={<p>{list.lead}</p>}
      breadcrumbs={[{ label: deskConsultations.home.title, href: "/desk" }, { label: list.title }]}
      width="wide"
    >
      {isOffice && (
        <p>
          <a href={href("/office/nominations")}>{list.office}</a>
        </p>
      )}
      <Section title={list.round(nameOf(round.key))} id="round">
        <p>
          <RoundBadge state={round.state} /> <WholeText text={list.scope(day(round.from), day(round.to))} />
        </p>
        <p>{round.state === "collecting" ? list.collecting(formatDay(round.lastDay, "zh-CN")) : list.over}</p>
      </Section>
      {toScore.length > 0 && <ToScore rows={toScore} />}
      {mayNominate && round.state === "collecting" && <Candidates candidates={candidates} />}
      <Section title={list.rows} id="rows">
        <Rows rows={rows} />
      </Section>
    </Page>
  );
}

function Candidates({ candidates }: Pick<DeskListProps, "candidates">) {
  if (candidates.length === 0) return <Notice title={list.noCandidates}>{list.noCandidatesWhy}</Notice>;
  return (
    <Section title={list.candidates} id="candidates" lead={list.candidatesLead}>
      <ul className="entries">
        {candidates.map(({ slug, title, materials }) => (
          <li key={slug} className="entry">
            <p className="entry-title">
              <a href={href(`/policies/${slug}`)}>{title}</a>
            </p>
            <div className="entry-facts">
              <span>{list.materials(formatCount(materials, "zh-CN"))}</span>
            </div>
            <p>
              <ButtonLink href={`/desk/nominations/new?policy=${slug}`}>
                {list.nominate}
                <span className="visually-hidden"> {title}</span>
              </ButtonLink>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ToScore({ rows }: { rows: DeskListProps["toScore"] }) {
  return (
    <Section title={list.toScore} id="to-score" lead={list.toScoreLead}>
      <DataTable
        caption={list.toScore}
        isCaptionHidden
        rows={rows}
        rowKey={({ number }) => number}
        columns={[
          titleColumn<DeskListProps["toScore"][number]>(),
          { key: "unit", header: list.columns.unit, cell: ({ unitName }) => unitName },
          {
            key: "score",
            header: list.columns.score,
            kind: "tight",
            cell: ({ isDone }) => (isDone ? list.done : list.open),
          },
        ]}
      />
    </Section>
  );
}

function Rows({ rows }: { rows: DeskRow[] }) {
  return (
    <DataTable
      caption={list.rows}
      isCaptionHidden
      rows={rows}
      rowKey={({ number }) => number}
      empty={<EmptyState title={list.none}>{list.noneWhy}</EmptyState>}
      columns={[
        titleColumn<DeskRow>(),
        { key: "unit", header: list.columns.unit, cell: ({ unitName }) => unitName },
        { key: "round", header: list.columns.round, kind: "tight", cell: ({ roundKey }) => nameOf(roundKey) },
        {
          key: "state",
          header: list.columns.state,
          kind: "tight",
          cell: ({ state }) => <NominationBadge state={state} />,
        },
        {
          key: "decision",
          header: list.columns.decision,
          kind: "tight",
          cell: ({ decision }) => (decision === null ? "" : decision ? decisions.selected : decisions.not),
        },
      ]}
    />
  );
}

function titleColumn<Row extends { number: number; title: string }>() {
  return {
    key: "title",
    header: list.columns.title,
    isRowHeader: true,
    cell: ({ number, title }: Row) => <a href={href(`/desk/nominations/${number}`)}>{title}</a>,
  };
}

function day(text: string): string {
  return formatDate(text, "zh-CN");
}
