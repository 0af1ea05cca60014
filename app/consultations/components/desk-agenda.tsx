import { formatCount } from "~/i18n/format";
import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import { DataTable } from "~/ui/data-table";
import { DateText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { href } from "~/ui/href";
import { StatusBadge, type StatusTone } from "~/ui/status-badge";
import type { AgendaItem } from "../agenda";

export interface AgendaRow extends AgendaItem {
  slug: string;
  title: string;
  unitName: string;
  received: number;
  undecided: number;
}

const SOON = 3;

/** What is to be done next, by its day. */
export function DeskAgenda({ rows }: { rows: AgendaRow[] }) {
  const { due, none, noneWhy, columns, tasks, undecided } = deskConsultations.home;
  const count = (value: number) => formatCount(value, "zh-CN");
  return (
    <DataTable
      caption={due}
      isCaptionHidden
      rows={rows}
      rowKey={(row) => `${row.slug} ${row.task}`}
      empty={<EmptyState title={none}>{noneWhy}</EmptyState>}
      columns={[
        { key: "task", header: columns.task, kind: "tight", cell: (row) => tasks[row.task] },
        {
          key: "title",
          header: columns.title,
          isRowHeader: true,
          cell: (row) => <a href={href(placeOf(row))}>{row.title}</a>,
        },
        { key: "unit", header: columns.unit, cell: (row) => row.unitName },
        { key: "due", header: columns.due, kind: "tight", cell: (row) => <DueDay row={row} /> },
        { key: "left", header: columns.left, kind: "tight", cell: (row) => <DaysLeft left={row.left} /> },
        {
          key: "comments",
          header: columns.comments,
          cell: (row) => (row.received > 0 ? undecided(count(row.undecided), count(row.received)) : "—"),
        },
      ]}
    />
  );
}

function DueDay({ row }: { row: AgendaRow }) {
  return row.dueOn ? <DateText day={row.dueOn} /> : <>{deskConsultations.home.noDay}</>;
}

function DaysLeft({ left }: { left: number | null }) {
  if (left === null) return <>—</>;
  const tone: StatusTone = left < 0 ? "overdue" : left <= SOON ? "due" : "working";
  return <StatusBadge tone={tone}>{deskConsultations.home.left(left)}</StatusBadge>;
}

function placeOf({ task, slug }: AgendaRow): string {
  return `/desk/consultations/${slug}${task === "process" ? "/comments" : ""}`;
}
