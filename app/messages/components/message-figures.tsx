import { formatInstant } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { FilterBar } from "~/ui/filter-bar";
import { href } from "~/ui/href";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import { Select } from "~/ui/select";
import { UnitLink } from "~/ui/unit-link";
import { WholeText } from "~/ui/whole-text";
import type { Figures } from "../figures";
import { NO_UNIT } from "../log-query";
import type { MessageKind } from "../message";
import type { UnitName } from "../shown";
import { FiguresTable, type FiguresRow } from "./figures-table";
import { yearOptions } from "./year-options";

interface Named {
  unit: UnitName | null;
  figures: Figures;
}

interface Props {
  year: string;
  month: string;
  years: number[];
  at: Date;
  total: Figures;
  byUnit: Named[];
  byKind: { kind: MessageKind; figures: Figures }[];
  byStreet: Named[];
  byMonth: { month: string; figures: Figures }[];
}

/** How messages were answered in a year or a month; every figure opens to its rows. */
export function MessageFigures(props: Props) {
  const { year, month, years, at, total, byUnit, byKind, byStreet, byMonth } = props;
  const language = useLanguage();
  const { messages, messageTerms } = useStrings();
  const { figures: texts, list } = messages;
  const period = month ? `month=${month}` : `year=${year}`;
  const all: FiguresRow = { key: "total", name: texts.total, figures: total, filter: period };
  const firstMonth = byMonth.findIndex(({ figures }) => figures.received > 0);
  const table = (rows: FiguresRow[], title: string, header: string) => (
    <FiguresTable caption={title} header={header} rows={[...rows, all]} />
  );
  return (
    <Page
      title={texts.title}
      lead={<p>{texts.lead}</p>}
      breadcrumbs={[{ label: list.title, href: "/messages" }, { label: texts.title }]}
      width="wide"
    >
      <PeriodFilter year={year} month={month} years={years} />
      <p>
        <WholeText text={texts.cutoff(formatInstant(at, language))} />
      </p>
      {firstMonth >= 0 && (
        <Section id="by-month" title={texts.byMonth}>
          {table(byMonth.slice(firstMonth).map(monthRow), texts.byMonth, texts.month)}
        </Section>
      )}
      <Section id="by-unit" title={texts.byUnit}>
        {table(rowsOf(byUnit, "unit", texts.notAssigned), texts.byUnit, texts.unit)}
      </Section>
      <Section id="by-kind" title={texts.byKind}>
        {table(
          byKind.map(({ kind, figures }) => ({
            ...{ key: kind, name: messageTerms.kinds[kind], figures },
            filter: `${period}&kind=${kind}`,
          })),
          texts.byKind,
          texts.kind,
        )}
      </Section>
      <Section id="by-street" title={texts.byStreet}>
        {table(rowsOf(byStreet, "street", texts.noStreet), texts.byStreet, texts.street)}
      </Section>
      <Definitions />
      <p className="hint">
        {texts.downloads}
        <a href={href(`/messages/figures.csv?${downloadOf(year, month)}`)}>{texts.csv}</a>{" "}
        <a href={href(`/messages/figures.json?${downloadOf(year, month)}`)}>{texts.json}</a>
      </p>
    </Page>
  );

  function rowsOf(named: Named[], key: "unit" | "street", none: string): FiguresRow[] {
    return named.map(({ unit, figures }) => ({
      key: unit?.code ?? "none",
      name: unit ? <UnitLink unit={unit} /> : none,
      figures,
      filter: `${period}&${key}=${unit?.code ?? NO_UNIT}`,
    }));
  }
}

function monthRow({ month, figures }: { month: string; figures: Figures }): FiguresRow {
  return { key: month, name: month, figures, filter: `month=${month}` };
}

function downloadOf(year: string, month: string): string {
  return month ? `year=${year}&month=${month}` : `year=${year}`;
}

function PeriodFilter({ year, month, years }: Pick<Props, "year" | "month" | "years">) {
  const { figures: texts, list } = useStrings().messages;
  return (
    <FilterBar label={texts.period} submitLabel={texts.show}>
      <Select name="year" label={list.year} empty={false} defaultValue={year} options={yearOptions(years, year)} />
      <Select
        name="month"
        label={texts.month}
        empty={texts.anyMonth}
        defaultValue={month}
        options={MONTHS.map((one) => ({ value: `${year}-${one}`, label: `${year}-${one}` }))}
      />
    </FilterBar>
  );
}

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, "0"));

function Definitions() {
  const { figures: texts } = useStrings().messages;
  return (
    <Section id="definitions" title={texts.definitions}>
      <ul>
        {texts.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </Section>
  );
}
