import { formatCount, formatDate } from "~/i18n/format";
import { useStrings } from "~/i18n/strings";
import { deskInspections } from "~/i18n/zh-CN/desk-inspections";
import { ActButton } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { Field } from "~/ui/field";
import { href } from "~/ui/href";
import { RadioGroup } from "~/ui/radio-group";
import { fieldsOf, type RefusedForm } from "~/ui/refused-form";
import { Section } from "~/ui/section";
import { BASES, REVIEW_STATES } from "../attribute-review";
import type { ReviewLine } from "../inspection-view";

const { review: texts } = deskInspections;

/** Every yearly review with how far it is. */
export function ReviewTable({ rows }: { rows: ReviewLine[] }) {
  const { bases } = useStrings().inspections.review;
  const { columns } = texts;
  return (
    <DataTable
      caption={texts.caption}
      rows={rows}
      rowKey={({ year }) => year}
      empty={<EmptyState title={texts.empty} />}
      columns={[
        {
          key: "year",
          header: columns.year,
          isRowHeader: true,
          cell: ({ year }) => <a href={href(`/office/attribute-reviews/${year}`)}>{texts.year(year)}</a>,
        },
        { key: "reviewed", header: columns.reviewed, kind: "tight", cell: ({ reviewed }) => String(reviewed) },
        { key: "basis", header: columns.basis, cell: ({ basis }) => bases[basis] },
        { key: "total", header: columns.total, kind: "number", cell: ({ total }) => formatCount(total, "zh-CN") },
        ...REVIEW_STATES.map((state) => ({
          key: state,
          header: columns[state],
          kind: "number" as const,
          cell: ({ counts }: ReviewLine) => formatCount(counts[state], "zh-CN"),
        })),
        {
          key: "publishedOn",
          header: columns.publishedOn,
          kind: "tight",
          cell: ({ publishedOn }) => (publishedOn ? formatDate(publishedOn, "zh-CN") : texts.notYet),
        },
      ]}
    />
  );
}

export function OpenReviewForm({ year, refused }: { year: number; refused: RefusedForm | undefined }) {
  const { bases } = useStrings().inspections.review;
  const field = fieldsOf("open", refused);
  return (
    <Section title={texts.open} id="open">
      <form method="post" noValidate className="form">
        <Field {...field("year", String(year))} label={texts.yearField} inputMode="numeric" size="short" required />
        <RadioGroup
          {...field("basis")}
          label={texts.basis}
          options={BASES.map((basis) => ({ value: basis, label: bases[basis] }))}
          required
        />
        <ActButton act="open" kind="primary">
          {texts.openButton}
        </ActButton>
      </form>
    </Section>
  );
}
