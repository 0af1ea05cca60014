import { deskDeputies } from "~/i18n/zh-CN/desk-deputies";
import { ActButton } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { DateText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { Section } from "~/ui/section";
import { StatusBadge, type StatusTone } from "~/ui/status-badge";
import type { ArrangementRow, ArrangementState } from "../deputies-facts";

const { list: texts } = deskDeputies;
const TONES: Record<ArrangementState, StatusTone> = { in_force: "working", to_come: "draft", over: "ended" };

/** Who stands in for whom, from when to when, and who said so. */
export function ArrangementList({ rows }: { rows: ArrangementRow[] }) {
  return (
    <Section title={texts.title} id="arrangements">
      <DataTable
        caption={texts.title}
        isCaptionHidden
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title={texts.empty}>{texts.emptyWhy}</EmptyState>}
        columns={[
          { key: "pair", header: texts.pair, isRowHeader: true, cell: (row) => texts.who(row.deputy, row.principal) },
          { key: "days", header: texts.days, cell: (row) => <Days row={row} /> },
          {
            key: "state",
            header: texts.state,
            kind: "tight",
            cell: ({ state }) => <StatusBadge tone={TONES[state]}>{texts.states[state]}</StatusBadge>,
          },
          { key: "arranged", header: texts.arranged, cell: (row) => <Arranged row={row} /> },
          { key: "act", header: texts.act, kind: "tight", cell: (row) => <End row={row} /> },
        ]}
      />
    </Section>
  );
}

function Days({ row: { fromOn, untilOn } }: { row: ArrangementRow }) {
  return (
    <>
      <DateText day={fromOn} isShort /> {texts.until} <DateText day={untilOn} isShort />
    </>
  );
}

function Arranged({ row }: { row: ArrangementRow }) {
  return (
    <>
      {row.arrangedBy} <DateText instant={row.arrangedAt} />
      {row.endedAt && row.endedBy && (
        <p className="hint">
          {texts.ended(row.endedBy)}
          <DateText instant={row.endedAt} />
        </p>
      )}
    </>
  );
}

function End({ row: { id, mayEnd, deputy, principal } }: { row: ArrangementRow }) {
  if (!mayEnd) return <>—</>;
  return (
    <form method="post">
      <input type="hidden" name="arrangement" value={id} />
      <ActButton act="end">
        {texts.end}
        <span className="visually-hidden"> {texts.who(deputy, principal)}</span>
      </ActButton>
    </form>
  );
}
