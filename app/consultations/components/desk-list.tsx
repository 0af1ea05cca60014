import { formatCount, formatDate } from "~/i18n/format";
import { useStrings } from "~/i18n/strings";
import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { Field } from "~/ui/field";
import { FilterBar } from "~/ui/filter-bar";
import { href } from "~/ui/href";
import { LocalNav } from "~/ui/local-nav";
import { Select } from "~/ui/select";

import { SHOWN_STATES, type ShownState } from "../consultation";
import { StateBadge } from "./state-badge";

export interface DeskListRow {
  slug: string;
  title: string;
  unitName: string;
  opensOn: string | null;
  closesOn: string | null;
  round: number;
  state: ShownState;
  received: number;
  undecided: number;
}

export interface DeskListFilter {
  q: string;
  unit: string;
  state: ShownState | null;
  year: number | null;
}

const texts = deskConsultations.list;

export function DeskListFilters({
  filter,
  units,
}: {
  filter: DeskListFilter;
  units: { code: string; name: string }[];
}) {
  const { states } = useStrings().consultationTerms;
  return (
    <FilterBar label={texts.filters} resetHref={href("/desk/consultations")}>
      <Field name="q" label={texts.q} defaultValue={filter.q} size="medium" />
      <Select
        name="unit"
        label={texts.unit}
        empty={texts.anyUnit}
        defaultValue={filter.unit}
        options={units.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Select
        name="state"
        label={texts.state}
        empty={texts.anyState}
        defaultValue={filter.state ?? ""}
        options={SHOWN_STATES.map((state) => ({ value: state, label: states[state] }))}
      />
      <Field
        name="year"
        label={texts.year}
        defaultValue={filter.year ? String(filter.year) : ""}
        inputMode="numeric"
        size="short"
      />
    </FilterBar>
  );
}

/** How many there are in each state, each leading to them. */
export function DeskCounters({
  counters,
  current,
}: {
  counters: { state: ShownState; count: number }[];
  current: ShownState | null;
}) {
  const { states } = useStrings().consultationTerms;
  const items = counters.map(({ state, count }) => ({
    label: states[state],
    href: `/desk/consultations?state=${state}`,
    count: formatCount(count, "zh-CN"),
    isCurrent: state === current,
  }));
  const all = { label: texts.all, href: "/desk/consultations", isCurrent: current === null };
  return <LocalNav label={texts.states} items={[all, ...items]} />;
}

export function DeskTable({ rows }: { rows: DeskListRow[] }) {
  const { columns } = texts;
  return (
    <DataTable
      caption={texts.caption}
      isCaptionHidden
      rows={rows}
      rowKey={(row) => row.slug}
      empty={<EmptyState title={texts.empty}>{texts.emptyWhy}</EmptyState>}
      columns={[
        { key: "title", header: columns.title, isRowHeader: true, cell: (row) => <TitleLink row={row} /> },
        { key: "unit", header: columns.unit, kind: "tight", cell: (row) => row.unitName },
        { key: "state", header: columns.state, kind: "tight", cell: (row) => <StateBadge state={row.state} /> },
        { key: "period", header: columns.period, kind: "tight", cell: (row) => periodText(row) },
        {
          key: "received",
          header: columns.received,
          kind: "number",
          cell: (row) => formatCount(row.received, "zh-CN"),
        },
        {
          key: "undecided",
          header: columns.undecided,
          kind: "number",
          cell: (row) => formatCount(row.undecided, "zh-CN"),
        },
      ]}
    />
  );
}

function TitleLink({ row }: { row: DeskListRow }) {
  return (
    <>
      <a href={href(`/desk/consultations/${row.slug}`)}>{row.title}</a>
      {row.round > 1 && <span className="hint"> {texts.round(row.round)}</span>}
    </>
  );
}

function periodText({ opensOn, closesOn }: DeskListRow): string {
  if (!opensOn || !closesOn) return texts.noPeriod;
  return texts.period(formatDate(opensOn, "zh-CN"), formatDate(closesOn, "zh-CN"));
}
