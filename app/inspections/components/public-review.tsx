import { formatCount, formatDate } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import type { DisclosureAttribute } from "~/disclosure/attribute";
import { FromPaper } from "~/reviews/components/from-paper";
import { DataTable, type Column } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { href } from "~/ui/href";
import { OfficialText } from "~/ui/official-text";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import { DECISIONS, type Basis, type Decision } from "../attribute-review";

interface UnitName {
  code: string;
  name: string;
  nameEn: string;
}

interface Row {
  number: number;
  unit: UnitName;
  attribute: DisclosureAttribute;
  decision: Decision;
  toAttribute: DisclosureAttribute | null;
  effectiveOn: string | null;
  approvedOn: string;
  paper: string | null;
  document: { slug: string; title: string; titleEn: string | null; documentNumber: string | null } | null;
}

export interface PublicReviewProps {
  review: {
    year: number;
    reviewed: number;
    basis: Basis;
    publishedOn: string;
    units: (UnitName & { counts: Record<Decision, number>; total: number })[];
    rows: Row[];
  };
  filter: { unit: string; kind: string };
}

/** The published result of a July: figures for the district and each unit, and the rows behind every figure. */
export function PublicReviewPage({ review, filter }: PublicReviewProps) {
  const language = useLanguage();
  const { inspections, policies } = useStrings();
  const { review: texts } = inspections;
  const title = texts.title(String(review.year));
  return (
    <Page
      title={title}
      lead={<p>{texts.lead(String(review.reviewed))}</p>}
      breadcrumbs={[{ label: policies.list.title, href: "/policies" }, { label: title }]}
      width="wide"
    >
      <p className="hint">
        {texts.published(formatDate(review.publishedOn, language))} · {texts.basis}
        {language === "en" ? ": " : "："}
        {texts.bases[review.basis]}
      </p>
      <Figures review={review} />
      <Rows review={review} filter={filter} />
    </Page>
  );
}

function Figures({ review: { year, units } }: Pick<PublicReviewProps, "review">) {
  const language = useLanguage();
  const { review: texts } = useStrings().inspections;
  const address = `/policies/disclosure-review/${year}`;
  const link = (count: number, query: string) =>
    count === 0 ? (
      formatCount(0, language)
    ) : (
      <a href={href(`${address}${query}#rows`)}>{formatCount(count, language)}</a>
    );
  const sum = (of: (unit: (typeof units)[number]) => number) => units.reduce((all, unit) => all + of(unit), 0);
  const whole = {
    ...{ code: "", name: texts.all, nameEn: texts.all, total: sum(({ total }) => total) },
    counts: Object.fromEntries(
      DECISIONS.map((one) => [one, sum(({ counts }) => counts[one])]),
    ) as (typeof units)[number]["counts"],
  };
  return (
    <Section title={texts.figures} id="figures">
      <DataTable
        caption={texts.figures}
        isCaptionHidden
        rows={[...units, whole]}
        rowKey={({ code }) => code}
        columns={[
          {
            key: "unit",
            header: texts.unit,
            isRowHeader: true,
            cell: ({ name, nameEn }) => (language === "en" ? nameEn : name),
          },
          ...DECISIONS.map((one) => ({
            key: one,
            header: texts.decisions[one],
            kind: "number" as const,
            cell: ({ code, counts }: typeof whole) =>
              link(counts[one], `?${new URLSearchParams({ kind: one, ...(code ? { unit: code } : {}) })}`),
          })),
          {
            key: "total",
            header: texts.total,
            kind: "number",
            cell: ({ code, total }) => link(total, code ? `?unit=${code}` : ""),
          },
        ]}
      />
    </Section>
  );
}

function Rows({ review: { year, rows, units }, filter }: PublicReviewProps) {
  const language = useLanguage();
  const { review: texts } = useStrings().inspections;
  const columns = useRowColumns();
  const isNarrowed = filter.unit !== "" || filter.kind !== "";
  const unit = units.find(({ code }) => code === filter.unit);
  const unitName = unit ? (language === "en" ? unit.nameEn : unit.name) : "";
  const decision = DECISIONS.find((one) => one === filter.kind);
  const title = isNarrowed ? texts.rowsOf(unitName, decision ? texts.decisions[decision] : "") : texts.rows;
  return (
    <Section
      title={title}
      id="rows"
      lead={texts.note}
      actions={isNarrowed && <a href={href(`/policies/disclosure-review/${year}#rows`)}>{texts.showAll}</a>}
    >
      <DataTable
        caption={title}
        isCaptionHidden
        rows={rows}
        rowKey={({ number }) => number}
        empty={<EmptyState title={texts.none} />}
        columns={columns}
      />
    </Section>
  );
}

function useRowColumns(): Column<Row>[] {
  const language = useLanguage();
  const { inspections, policyTerms } = useStrings();
  const { review: texts } = inspections;
  const { columns } = texts;
  const day = (value: string) => formatDate(value, language);
  const resultOf = ({ decision, toAttribute, effectiveOn }: Row) => {
    if (decision === "reclassify" && toAttribute) return texts.to(policyTerms.attributes[toAttribute]);
    return effectiveOn ? texts.lapsed(texts.decisions[decision], day(effectiveOn)) : texts.decisions[decision];
  };
  return [
    { key: "number", header: columns.number, kind: "number", cell: ({ number }) => formatCount(number, language) },
    { key: "document", header: columns.document, isRowHeader: true, cell: (row) => <DocumentCell row={row} /> },
    {
      key: "unit",
      header: columns.unit,
      cell: ({ unit }) => (language === "en" ? unit.nameEn : unit.name),
    },
    { key: "before", header: columns.before, cell: ({ attribute }) => policyTerms.attributes[attribute] },
    { key: "result", header: columns.result, cell: resultOf },
    {
      key: "approvedOn",
      header: columns.approvedOn,
      kind: "tight",
      cell: ({ approvedOn, paper }) => (
        <>
          {day(approvedOn)}
          {paper && (
            <p className="hint">
              <FromPaper number={paper} signedOn={approvedOn} />
            </p>
          )}
        </>
      ),
    },
  ];
}

function DocumentCell({ row: { document, decision } }: { row: Row }) {
  const { review: texts } = useStrings().inspections;
  if (!document) return <span className="hint">{decision === "disclose" ? texts.opening : texts.hidden}</span>;
  return (
    <>
      <a href={href(`/policies/${document.slug}`)}>
        <OfficialText zh={document.title} en={document.titleEn} />
      </a>
      {document.documentNumber && (
        <>
          {" "}
          <span className="hint">
            <OfficialText zh={document.documentNumber} />
          </span>
        </>
      )}
    </>
  );
}

/** The years whose result is published, for the list of documents. Nothing while there is none. */
export function ReviewYears({ years }: { years: number[] }) {
  const { review: texts } = useStrings().inspections;
  if (years.length === 0) return null;
  return (
    <Section title={texts.list} id="disclosure-review">
      <ul>
        {years.map((year) => (
          <li key={year}>
            <a href={href(`/policies/disclosure-review/${year}`)}>{texts.title(String(year))}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
