import { formatCount, formatDate } from "~/i18n/format";
import { deskQuality as texts } from "~/i18n/zh-CN/desk-quality";
import { ActButton } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { Field } from "~/ui/field";
import { FilterBar } from "~/ui/filter-bar";
import { href } from "~/ui/href";
import { Section } from "~/ui/section";
import { Select } from "~/ui/select";
import { StatusBadge, type StatusTone } from "~/ui/status-badge";
import type { CaseLine } from "../quality-view";
import type { CaseState } from "../reinterpretation";
import { fieldsOf, type RefusedForm } from "~/ui/refused-form";

const TONES: Record<CaseState, StatusTone> = {
  unchecked: "draft",
  settled: "settled",
  weak: "ask",
  reported: "working",
  declined: "ended",
  approved: "ask",
  ordered: "working",
  answered: "ask",
};

export function CaseBadge({ state }: { state: CaseState }) {
  return <StatusBadge tone={TONES[state]}>{texts.states[state]}</StatusBadge>;
}

interface FiltersProps {
  values: { q: string; unit: string };
  units: { code: string; name: string }[];
}

export function CaseFilters({ values, units }: FiltersProps) {
  const isFiltered = values.q !== "" || values.unit !== "";
  return (
    <FilterBar label={texts.filters} resetHref={isFiltered ? href("/office/quality") : undefined}>
      <Field name="q" label={texts.q} size="medium" defaultValue={values.q} />
      <Select
        name="unit"
        label={texts.unit}
        empty={texts.anyUnit}
        defaultValue={values.unit}
        options={units.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </FilterBar>
  );
}

/** Released documents, each with what the last check found and where its case stands. */
export function CaseTable({ rows }: { rows: CaseLine[] }) {
  const { columns } = texts;
  return (
    <DataTable
      caption={texts.caption}
      rows={rows}
      rowKey={({ slug }) => slug}
      empty={<EmptyState title={texts.empty}>{texts.emptyWhy}</EmptyState>}
      columns={[
        {
          key: "title",
          header: columns.title,
          isRowHeader: true,
          cell: ({ slug, title }) => <a href={href(`/office/quality/${slug}`)}>{title}</a>,
        },
        { key: "unit", header: columns.unit, kind: "tight", cell: ({ unitName }) => unitName },
        { key: "state", header: columns.state, cell: ({ state }) => <CaseBadge state={state} /> },
        {
          key: "outcome",
          header: columns.outcome,
          kind: "tight",
          cell: ({ outcome }) => outcome && texts.outcomes[outcome],
        },
        {
          key: "checkedOn",
          header: columns.checkedOn,
          kind: "tight",
          cell: ({ checkedOn }) => checkedOn && formatDate(checkedOn, "zh-CN"),
        },
      ]}
    />
  );
}

/** House policy: how many working days the next order gives. */
export function OrderDays({ days, refused }: { days: number; refused: RefusedForm | undefined }) {
  const field = fieldsOf("set_days", refused);
  return (
    <Section title={texts.days.title} id="days" lead={texts.days.lead}>
      <form method="post" noValidate className="form">
        <Field
          {...field("days", formatCount(days, "zh-CN"))}
          label={texts.days.label}
          inputMode="numeric"
          size="short"
          required
        />
        <ActButton act="set_days">{texts.days.save}</ActButton>
      </form>
    </Section>
  );
}
