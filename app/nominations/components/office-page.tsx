import { formatCount, formatDate, formatDay } from "~/i18n/format";
import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import { deskNominations } from "~/i18n/zh-CN/desk-nominations";
import { DataTable, type Column } from "~/ui/data-table";
import { DefinitionList } from "~/ui/definition-list";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { href } from "~/ui/href";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import { WholeText } from "~/ui/whole-text";
import type { OfficeNomination, OfficeRound } from "../desk-facts";
import { NominationHistory } from "./nomination-history";
import { OfficeActs } from "./office-acts";
import { PaperSection } from "~/reviews/components/paper-section";
import type { RefusedAct } from "./refused-act";
import { RoundBadge } from "./round-badge";
import { nameOf } from "./round-name";

const { office, decisions, fields } = deskNominations;

interface OfficePageProps {
  found: OfficeRound;
  refused: RefusedAct | null;
}

/** One round at the office: its clock, what reached it, and the way to the signed list. */
export function OfficePage({ found, refused }: OfficePageProps) {
  const { round, nominations, history, isSubmitted } = found;
  const name = nameOf(round.key);
  return (
    <Page
      title={office.roundTitle(name)}
      eyebrow={<RoundBadge state={round.state} />}
      lead={round.state === "selecting" && <p>{isSubmitted ? office.stages.submitted : office.stages.open}</p>}
      breadcrumbs={[
        { label: deskConsultations.home.title, href: "/desk" },
        { label: office.title, href: "/office/nominations" },
        { label: name },
      ]}
      width="wide"
    >
      {refused && <ErrorSummary reasons={refused.reasons} labels={fields} />}
      <Section title={office.facts} id="facts">
        <Facts found={found} />
        <p>
          <a href={href(`/cases/${round.key}`)}>{office.public}</a>
        </p>
      </Section>
      <Section title={office.nominations} id="nominations">
        <DataTable
          caption={office.nominations}
          isCaptionHidden
          rows={nominations}
          rowKey={({ number }) => number}
          empty={<EmptyState title={office.none}>{office.noneWhy}</EmptyState>}
          columns={columnsOf(found)}
        />
        {nominations.some(({ isSelected }) => isSelected) && (
          <p>
            <a href={href(`/office/nominations/${round.key}/booklet.docx`)}>{office.booklet}</a>
          </p>
        )}
      </Section>
      <Section title={office.acts} id="acts">
        <OfficeActs found={found} refused={refused} />
      </Section>
      <PaperSection papers={found.papers} lead={office.paperLead} refused={refused} />
      <Section title={office.history} id="history">
        <NominationHistory lines={history} label={office.history} isOfRound />
      </Section>
    </Page>
  );
}

function Facts({ found }: { found: OfficeRound }) {
  const { round, usualLastDay, nextOpensOn, lastDayReason } = found;
  const date = (day: string) => formatDate(day, "zh-CN");
  const last = (
    <>
      <WholeText text={formatDay(round.lastDay, "zh-CN")} />
      <p className="hint">
        <WholeText text={office.usual(date(usualLastDay))} />
      </p>
    </>
  );
  return (
    <DefinitionList
      items={[
        { term: office.scope, description: `${date(round.from)}—${date(round.to)}` },
        { term: office.opens, description: date(round.opensOn) },
        { term: office.last, description: last },
        ...(lastDayReason ? [{ term: office.changed, description: lastDayReason }] : []),
        { term: office.next, description: date(nextOpensOn) },
      ]}
    />
  );
}

function columnsOf({ isScored }: OfficeRound): Column<OfficeNomination>[] {
  const { columnsList: columns } = office;
  const count = (value: number) => formatCount(value, "zh-CN");
  const score: Column<OfficeNomination> = {
    key: "score",
    header: columns.score,
    kind: "tight",
    cell: ({ spread }) => spread && office.spread(count(spread.min), count(spread.max), count(spread.mean)),
  };
  return [
    {
      key: "title",
      header: columns.title,
      isRowHeader: true,
      cell: ({ number, title }) => <a href={href(`/desk/nominations/${number}`)}>{title}</a>,
    },
    { key: "unit", header: columns.unit, kind: "tight", cell: ({ unitName }) => unitName },
    {
      key: "decision",
      header: columns.decision,
      kind: "tight",
      cell: ({ isSelected, materials }) => (
        <>
          {isSelected === null ? decisions.open : isSelected ? decisions.selected : decisions.not}
          {materials === 0 && <span className="hint"> {office.gone}</span>}
        </>
      ),
    },
    { key: "reason", header: columns.reason, cell: ({ reason }) => reason ?? "" },
    ...(isScored ? [score] : []),
  ];
}
