import type { ReactNode } from "react";
import { formatCount, formatInstant } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { DataTable, type Column } from "~/ui/data-table";
import { FilterBar } from "~/ui/filter-bar";
import { href } from "~/ui/href";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import { Select } from "~/ui/select";
import type { Figures } from "../figures";
import type { MessageKind } from "../message";
import type { UnitName } from "../shown";
import { UnitText } from "./said";

interface Props {
  year: string;
  month: string;
  years: number[];
  at: Date;
  total: Figures;
  byUnit: { unit: UnitName | null; figures: Figures }[];
  byKind: { kind: MessageKind; figures: Figures }[];
}

interface Row {
  key: string;
  name: ReactNode;
  figures: Figures;
  /** What leads from the figure to its rows. */
  filter: string | null;
}

/** How messages were answered in a year or a month; every figure opens to its rows. */
export function MessageFigures(props: Props) {
  const { year, month, years, at, total, byUnit, byKind } = props;
  const language = useLanguage();
  const { messages, messageTerms } = useStrings();
  const { figures: texts, list } = messages;
  const units: Row[] = byUnit.map(({ unit, figures }) => ({
    key: unit?.code ?? "none",
    name: unit ? <UnitText unit={unit} /> : texts.notAssigned,
    figures,
    filter: unit && `unit=${unit.code}`,
  }));
  const kinds: Row[] = byKind.map(({ kind, figures }) => ({
    key: kind,
    name: messageTerms.kinds[kind],
    figures,
    filter: `kind=${kind}`,
  }));
  const all: Row = { key: "total", name: texts.total, figures: total, filter: "" };
  const period = month ? `month=${month}` : `year=${year}`;
  return (
    <Page
      title={texts.title}
      lead={<p>{texts.lead}</p>}
      breadcrumbs={[{ label: list.title, href: "/messages" }, { label: texts.title }]}
      width="wide"
    >
      <FilterBar label={texts.period} submitLabel={texts.show}>
        <Select
          name="year"
          label={list.year}
          empty={false}
          defaultValue={year}
          options={years.map((one) => ({ value: String(one), label: String(one) }))}
        />
        <Select
          name="month"
          label={texts.month}
          empty={texts.anyMonth}
          defaultValue={month}
          options={MONTHS.map((one) => ({ value: `${year}-${one}`, label: `${year}-${one}` }))}
        />
      </FilterBar>
      <p>{texts.cutoff(formatInstant(at, language))}</p>
      <Section id="by-unit" title={texts.byUnit}>
        <Table caption={texts.byUnit} header={texts.unit} rows={[...units, all]} period={period} />
      </Section>
      <Section id="by-kind" title={texts.byKind}>
        <Table caption={texts.byKind} header={texts.kind} rows={[...kinds, all]} period={period} />
      </Section>
      <Section id="definitions" title={texts.definitions}>
        <ul>
          {texts.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, "0"));
const COUNTED = ["received", "answered", "inTime", "open", "late", "pauses", "returned", "rated", "satisfied"] as const;

function Table({ caption, header, rows, period }: { caption: string; header: string; rows: Row[]; period: string }) {
  const language = useLanguage();
  const { figures: texts } = useStrings().messages;
  const columns: Column<Row>[] = [
    { key: "name", header, isRowHeader: true, cell: ({ name }) => name },
    ...COUNTED.map((counted): Column<Row> => ({
      key: counted,
      header: texts[counted],
      kind: "number",
      cell: ({ figures, filter }) => {
        const said = formatCount(figures[counted], language);
        const address = [period, filter].filter(Boolean).join("&");
        return counted === "received" && filter !== null ? <a href={href(`/messages?${address}`)}>{said}</a> : said;
      },
    })),
  ];
  return <DataTable caption={caption} isCaptionHidden columns={columns} rows={rows} rowKey={({ key }) => key} />;
}
