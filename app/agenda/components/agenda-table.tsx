import { formatCount } from "~/i18n/format";
import { deskAgenda as texts } from "~/i18n/zh-CN/desk-agenda";
import { DataTable } from "~/ui/data-table";
import { DateText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { href } from "~/ui/href";
import { StatusBadge, type StatusTone } from "~/ui/status-badge";
import type { Agenda } from "../agenda";

type Row = Agenda["rows"][number];

const SOON = 3;

/** What is to be done next, by its day. */
export function AgendaTable({ rows, isNarrowed }: { rows: Row[]; isNarrowed: boolean }) {
  const { columns } = texts;
  return (
    <DataTable
      caption={texts.due}
      isCaptionHidden
      rows={rows}
      rowKey={(row) => `${row.module} ${row.subject} ${row.task}`}
      empty={
        isNarrowed ? (
          <EmptyState title={texts.noneFit}>{texts.noneFitWhy}</EmptyState>
        ) : (
          <EmptyState title={texts.none}>{texts.noneWhy}</EmptyState>
        )
      }
      columns={[
        { key: "task", header: columns.task, cell: (row) => texts.tasks[row.task] },
        {
          key: "title",
          header: columns.title,
          isRowHeader: true,
          cell: (row) => (
            <>
              <a href={href(row.href)}>{row.title}</a> <span className="hint">{texts.modules[row.module]}</span>
            </>
          ),
        },
        { key: "unit", header: columns.unit, kind: "tight", cell: (row) => row.unitName },
        { key: "due", header: columns.due, cell: (row) => <DueDay row={row} /> },
        { key: "left", header: columns.left, kind: "tight", cell: (row) => <DaysLeft left={row.left} /> },
        { key: "progress", header: columns.progress, cell: (row) => <Progress row={row} /> },
      ]}
    />
  );
}

function DueDay({ row }: { row: Row }) {
  return row.dueOn ? <DateText day={row.dueOn} /> : <>{texts.noDay}</>;
}

function DaysLeft({ left }: { left: number | null }) {
  if (left === null) return null;
  const tone: StatusTone = left < 0 ? "overdue" : left <= SOON ? "due" : "working";
  return <StatusBadge tone={tone}>{texts.left(left)}</StatusBadge>;
}

function Progress({ row: { progress } }: { row: Row }) {
  if (!progress) return null;
  return <>{texts.progress(formatCount(progress.open, "zh-CN"), formatCount(progress.all, "zh-CN"))}</>;
}
