import { formatDate } from "~/i18n/format";
import { useStrings } from "~/i18n/strings";
import { deskClocks } from "~/i18n/zh-CN/desk-clocks";
import { deskMessages } from "~/i18n/zh-CN/desk-messages";
import { ButtonLink } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { DateText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { href } from "~/ui/href";
import { LocalNav } from "~/ui/local-nav";
import { Page } from "~/ui/page";
import { Pagination } from "~/ui/pagination";
import { deskAddress, type DeskFilter } from "../desk-filter";
import { DESK_VIEWS, type DeskRow, type DeskView } from "../desk-shown";
import { DeskFilters, type FilterProps } from "./desk-filters";
import { ColourBadge, MessageBadge } from "./message-badge";
import { Holder } from "./message-receipt";

interface Props {
  rows: DeskRow[];
  total: number;
  counts: Record<Exclude<DeskView, "answered">, number>;
  view: DeskView;
  mayEnter: boolean;
  maySetClocks: boolean;
  filter: DeskFilter;
  choices: FilterProps["choices"];
  topics: string[];
  page: number;
  pageSize: number;
  search: string;
}

const { list: texts, home } = deskMessages;

/** The messages of a desk, the most urgent first. */
export function DeskMessages(props: Props) {
  const { rows, total, counts, view, filter, choices, mayEnter, maySetClocks, topics, page, pageSize, search } = props;
  const isNarrowed = Object.values(filter).some(Boolean);
  return (
    <div data-watch={topics.join(" ") || undefined}>
      <Page
        title={texts.title}
        lead={<p>{texts.lead}</p>}
        breadcrumbs={[{ label: home, href: "/desk" }, { label: texts.title }]}
        width="wide"
      >
        <LocalNav
          label={texts.viewsLabel}
          items={DESK_VIEWS.map((one) => ({
            label: texts.views[one],
            href: deskAddress(one, filter),
            isCurrent: one === view,
            ...(one === "answered" ? {} : { count: String(counts[one]) }),
          }))}
        />
        {mayEnter && (
          <p className="actions">
            <ButtonLink href="/desk/messages/enter">{texts.enter}</ButtonLink>
            {maySetClocks && <ButtonLink href="/office/message-clocks">{deskClocks.link}</ButtonLink>}
          </p>
        )}
        <DeskFilters view={view} filter={filter} choices={choices} isNarrowed={isNarrowed} />
        {view === "answered" && filter.q !== "" && <p className="hint">{texts.filters.newest}</p>}
        <div id="desk-messages" data-live="">
          <MessageTable rows={rows} isNarrowed={isNarrowed} />
        </div>
        <Pagination page={page} pageSize={pageSize} total={total} search={search} />
      </Page>
    </div>
  );
}

function MessageTable({ rows, isNarrowed }: { rows: DeskRow[]; isNarrowed: boolean }) {
  const { kinds } = useStrings().messageTerms;
  return (
    <DataTable
      caption={texts.caption}
      isCaptionHidden
      rows={rows}
      rowKey={({ number }) => number}
      empty={
        <EmptyState title={texts.empty}>
          <p>{isNarrowed ? texts.filters.nothing : texts.emptyWhy}</p>
        </EmptyState>
      }
      columns={[
        { key: "number", header: texts.number, isRowHeader: true, cell: (row) => <Title row={row} /> },
        { key: "kind", header: texts.kind, kind: "tight", cell: ({ kind }) => kinds[kind] },
        { key: "state", header: texts.state, cell: ({ state }) => <MessageBadge state={state} /> },
        { key: "holder", header: texts.holder, cell: (row) => <Holding row={row} /> },
        { key: "due", header: texts.due, cell: (row) => <Due row={row} /> },
      ]}
    />
  );
}

function Title({ row: { number, title, isSealed, receivedAt } }: { row: DeskRow }) {
  return (
    <>
      <a href={href(`/desk/messages/${number}`)}>
        <bdi>{title || number}</bdi>
      </a>
      <br />
      <span className="hint">
        {number} <DateText instant={receivedAt} /> {isSealed && texts.sealed}
      </span>
    </>
  );
}

function Holding({ row: { holder, officer } }: { row: DeskRow }) {
  return (
    <>
      <Holder holder={holder} />
      {officer && <span className="hint"> {officer}</span>}
    </>
  );
}

function Due({ row }: { row: DeskRow }) {
  const { messageTerms, site } = useStrings();
  const { dueOn, step, colour, isProvisional, escalation, daysToThreeMonths } = row;
  if (!dueOn || !step || !colour) return null;
  return (
    <>
      {messageTerms.steps[step]} {formatDate(dueOn, "zh-CN")}
      {isProvisional && `（${site.clock.provisional}）`} <ColourBadge colour={colour} />
      {escalation && <p className="hint">{messageTerms.escalations[escalation]}</p>}
      {daysToThreeMonths !== null && daysToThreeMonths <= 31 && (
        <p className="hint">{texts.months(daysToThreeMonths)}</p>
      )}
    </>
  );
}
