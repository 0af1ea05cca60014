import type { YearSummary } from "~/calendar/year-summary";
import { deskCalendar } from "~/i18n/zh-CN/desk-calendar";
import { DataTable } from "~/ui/data-table";
import { DateText } from "~/ui/date-text";
import { href } from "~/ui/href";
import { Section } from "~/ui/section";

const { years: texts } = deskCalendar;

/** The years with their state, each with the way to edit it. */
export function YearList({ years }: { years: YearSummary[] }) {
  return (
    <Section title={texts.title} id="years">
      <DataTable
        caption={texts.caption}
        isCaptionHidden
        columns={[
          { key: "year", header: texts.year, cell: ({ year }) => year, isRowHeader: true },
          { key: "state", header: texts.state, cell: ({ state }) => texts.states[state] },
          { key: "rest", header: texts.rest, cell: ({ rest }) => rest, kind: "number" },
          { key: "work", header: texts.work, cell: ({ work }) => work, kind: "number" },
          { key: "source", header: texts.source, cell: ({ source }) => source },
          { key: "changed", header: texts.changed, cell: (year) => <Changed year={year} /> },
          { key: "action", header: texts.action, cell: ({ year }) => <EditLink year={year} />, kind: "tight" },
        ]}
        rows={years}
        rowKey={({ year }) => year}
      />
    </Section>
  );
}

function Changed({ year: { changedAt, changedBy } }: { year: YearSummary }) {
  if (changedAt === null) return null;
  return (
    <>
      <DateText instant={changedAt} />
      {changedBy && texts.by(changedBy)}
    </>
  );
}

function EditLink({ year }: { year: number }) {
  return <a href={href(`/office/calendar?year=${year}#edit`)}>{texts.edit(year)}</a>;
}
