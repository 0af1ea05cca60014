import { formatCount, formatDate } from "~/i18n/format";
import { useStrings } from "~/i18n/strings";
import { deskPolicies } from "~/i18n/zh-CN/desk-policies";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { Field } from "~/ui/field";
import { FilterBar } from "~/ui/filter-bar";
import { href } from "~/ui/href";
import { Select } from "~/ui/select";
import { STATES, type PackageState } from "../policy-package";
import { optionsOf } from "./desk-fields";

const texts = deskPolicies.list;

export interface DeskPolicyRow {
  slug: string;
  title: string;
  unitName: string;
  state: string;
  documentNumber: string | null;
  signedOn: string | null;
  materials: number;
}

interface FiltersProps {
  filter: { q: string; unit: string; state: string };
  units: { code: string; name: string }[];
}

export function DeskPolicyFilters({ filter, units }: FiltersProps) {
  const { packageStates } = useStrings().policyTerms;
  return (
    <FilterBar label={texts.filters} resetHref={href("/desk/policies")}>
      <Field name="q" label={texts.q} defaultValue={filter.q} size="medium" />
      <Select
        name="unit"
        label={texts.unit}
        empty={texts.anyUnit}
        defaultValue={filter.unit}
        options={units.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Select
        name="state"
        label={texts.state}
        empty={texts.anyState}
        defaultValue={filter.state}
        options={optionsOf(STATES, packageStates)}
      />
    </FilterBar>
  );
}

export function DeskPolicyTable({ rows }: { rows: DeskPolicyRow[] }) {
  const { packageStates } = useStrings().policyTerms;
  const { columns } = texts;
  return (
    <DataTable
      caption={texts.caption}
      isCaptionHidden
      rows={rows}
      rowKey={({ slug }) => slug}
      empty={<EmptyState title={texts.empty}>{texts.emptyWhy}</EmptyState>}
      columns={[
        {
          key: "title",
          header: columns.title,
          isRowHeader: true,
          cell: ({ slug, title }) => <a href={href(`/desk/policies/${slug}`)}>{title}</a>,
        },
        { key: "unit", header: columns.unit, cell: ({ unitName }) => unitName },
        {
          key: "state",
          header: columns.state,
          kind: "tight",
          cell: ({ state }) => packageStates[state as PackageState],
        },
        { key: "number", header: columns.number, cell: ({ documentNumber }) => documentNumber ?? texts.noNumber },
        {
          key: "signedOn",
          header: columns.signedOn,
          kind: "tight",
          cell: ({ signedOn }) => (signedOn ? formatDate(signedOn, "zh-CN") : "—"),
        },
        {
          key: "materials",
          header: columns.materials,
          kind: "number",
          cell: ({ materials }) => formatCount(materials, "zh-CN"),
        },
      ]}
    />
  );
}
