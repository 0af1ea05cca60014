import { formatCount, formatDate } from "~/i18n/format";
import { deskInspections } from "~/i18n/zh-CN/desk-inspections";
import { ActButton } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { Field } from "~/ui/field";
import { href } from "~/ui/href";
import { fieldsOf, type RefusedForm } from "~/ui/refused-form";
import { Section } from "~/ui/section";
import { Select } from "~/ui/select";
import type { SpotCheckLine } from "../inspection-view";
import { ITEM_STATES } from "../spot-check";

const { spot: texts, everyUnit, unit, period } = deskInspections;
const day = (value: string) => formatDate(value, "zh-CN");

/** Every sample with how far it is. */
export function SpotCheckTable({ rows }: { rows: SpotCheckLine[] }) {
  const { columns } = texts;
  return (
    <DataTable
      caption={texts.caption}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState title={texts.empty} />}
      columns={[
        {
          key: "id",
          header: columns.id,
          isRowHeader: true,
          cell: ({ id }) => <a href={href(`/office/spot-checks/${id}`)}>{texts.number(id)}</a>,
        },
        { key: "unit", header: unit, cell: ({ unitName }) => unitName ?? everyUnit },
        { key: "period", header: columns.period, cell: ({ fromOn, toOn }) => period(day(fromOn), day(toOn)) },
        { key: "drawnOn", header: columns.drawnOn, kind: "tight", cell: ({ drawnOn }) => day(drawnOn) },
        { key: "total", header: columns.total, kind: "number", cell: ({ total }) => formatCount(total, "zh-CN") },
        ...ITEM_STATES.map((state) => ({
          key: state,
          header: columns[state],
          kind: "number" as const,
          cell: ({ counts }: SpotCheckLine) => formatCount(counts[state], "zh-CN"),
        })),
      ]}
    />
  );
}

interface DrawProps {
  units: { code: string; name: string }[];
  refused: RefusedForm | undefined;
}

const USUAL = { perUnit: "3", workingDays: "10" };

export function DrawForm({ units, refused }: DrawProps) {
  const field = fieldsOf("draw", refused);
  return (
    <Section title={texts.draw} id="draw" lead={texts.drawLead}>
      <form method="post" noValidate className="form">
        <Select
          {...field("unit")}
          label={unit}
          empty={everyUnit}
          options={units.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Field {...field("fromOn")} label={texts.fromOn} type="date" size="medium" required />
        <Field {...field("toOn")} label={texts.toOn} type="date" size="medium" required />
        <Field {...field("perUnit", USUAL.perUnit)} label={texts.perUnit} inputMode="numeric" size="short" required />
        <Field
          {...field("workingDays", USUAL.workingDays)}
          label={texts.workingDays}
          hint={texts.workingDaysHint}
          inputMode="numeric"
          size="short"
          required
        />
        <Field {...field("seed")} label={texts.seed} hint={texts.seedHint} size="medium" />
        <ActButton act="draw" kind="primary">
          {texts.drawButton}
        </ActButton>
      </form>
    </Section>
  );
}
