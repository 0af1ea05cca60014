import { formatCount } from "~/i18n/format";
import { deskDeputies } from "~/i18n/zh-CN/desk-deputies";
import { DataTable } from "~/ui/data-table";
import { DateText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { href } from "~/ui/href";
import { Section } from "~/ui/section";
import type { AbsentRow } from "../deputies-facts";

const { absent: texts } = deskDeputies;
const MOST_SHOWN = 5;
const count = (value: number) => formatCount(value, "zh-CN");

/** Who has not signed in for some working days, with what waits for them. */
export function AbsentPeople({ rows, days }: { rows: AbsentRow[]; days: number }) {
  return (
    <Section title={texts.title} id="absent" lead={texts.lead(days)}>
      <DataTable
        caption={texts.title}
        isCaptionHidden
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title={texts.none}>{texts.noneWhy}</EmptyState>}
        columns={[
          { key: "person", header: texts.person, isRowHeader: true, cell: ({ name }) => name },
          { key: "since", header: texts.since, kind: "tight", cell: (row) => <Since row={row} /> },
          { key: "days", header: texts.days, kind: "tight", cell: (row) => texts.count(count(row.workingDays)) },
          { key: "waiting", header: texts.waiting, cell: (row) => <Waiting row={row} /> },
        ]}
      />
    </Section>
  );
}

function Since({ row: { since, isNever } }: { row: AbsentRow }) {
  return (
    <>
      {isNever ? texts.never : <DateText day={since} isShort />}
      {isNever && (
        <p className="hint">
          {texts.accountOf} <DateText day={since} isShort />
        </p>
      )}
    </>
  );
}

function Waiting({ row: { waiting } }: { row: AbsentRow }) {
  if (waiting.length === 0) return <>{texts.nothing}</>;
  return (
    <ul>
      {waiting.slice(0, MOST_SHOWN).map(({ label, path, dueOn }) => (
        <li key={`${path} ${label}`}>
          <a href={href(path)}>{label}</a> {dueOn && <DateText day={dueOn} isShort />}
        </li>
      ))}
      {waiting.length > MOST_SHOWN && <li>{texts.more(count(waiting.length - MOST_SHOWN))}</li>}
    </ul>
  );
}
