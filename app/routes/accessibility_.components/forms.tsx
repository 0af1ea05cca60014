import { reasonsByField } from "~/i18n/reasons";
import { useLanguage, useStrings } from "~/i18n/strings";
import { Button } from "~/ui/button";
import { CheckboxGroup } from "~/ui/checkbox-group";
import { Contents } from "~/ui/contents";
import { DataTable } from "~/ui/data-table";
import { DefinitionList } from "~/ui/definition-list";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { FileField } from "~/ui/file-field";
import { FilterBar } from "~/ui/filter-bar";
import { LocalNav } from "~/ui/local-nav";
import { Pagination } from "~/ui/pagination";
import { RadioGroup } from "~/ui/radio-group";
import { Section } from "~/ui/section";
import { Select } from "~/ui/select";
import { Skeleton } from "~/ui/skeleton";
import { TextArea } from "~/ui/text-area";

const REFUSED = [{ code: "required", field: "name" }];
const MEBIBYTE = 1024 * 1024;

export function FormSamples() {
  const language = useLanguage();
  const { forms } = useStrings().components;
  const options = (labels: string[]) => labels.map((label, index) => ({ value: String(index), label }));
  return (
    <Section id="forms" title={forms.title}>
      <form method="get" className="form sample-form">
        <ErrorSummary reasons={REFUSED} labels={{ name: forms.name }} />
        <Field name="name" label={forms.name} error={reasonsByField(REFUSED, language).name} size="medium" required />
        <TextArea
          name="body"
          label={forms.body}
          hint={forms.bodyHint}
          defaultValue={forms.sample}
          limit={12}
          rows={3}
        />
        <Select name="unit" label={forms.unit} options={options(forms.units)} />
        <RadioGroup
          name="publish"
          label={forms.publish}
          inline
          options={[
            { value: "yes", label: forms.yes },
            { value: "no", label: forms.no },
          ]}
        />
        <CheckboxGroup name="topic" label={forms.topics} options={options(forms.topicOptions)} defaultValues={["1"]} />
        <FileField
          name="attachment"
          label={forms.files}
          maxFiles={5}
          maxBytes={20 * MEBIBYTE}
          kept={[{ id: "1", name: "photo.jpg", size: 1_400_000 }]}
        />
        <Button kind="primary">{forms.send}</Button>
      </form>
    </Section>
  );
}

export function TableSamples() {
  const { tables } = useStrings().components;
  const [draft = "", outcome = "", changes = ""] = tables.tabItems;
  return (
    <Section id="tables" title={tables.title}>
      <LocalNav
        label={tables.tabs}
        items={[
          { label: draft, href: "/accessibility/components", isCurrent: true },
          { label: outcome, href: "/accessibility/components#tables", count: "3" },
          { label: changes, href: "/accessibility/components#text" },
        ]}
      />
      <DataTable
        caption={tables.caption}
        columns={[
          { key: "channel", header: tables.channel, isRowHeader: true, cell: ({ label }) => label },
          { key: "count", header: tables.count, kind: "number", cell: ({ count }) => count },
        ]}
        rows={tables.rows.map((label, index) => ({ label, count: [96, 11, 2][index] ?? 0 }))}
        rowKey={({ label }) => label}
      />
      <Pagination page={3} pageSize={20} total={109} />
    </Section>
  );
}

export function FactSamples() {
  const { facts, states, text, tables } = useStrings().components;
  return (
    <Section id="facts" title={facts.title}>
      <FilterBar label={facts.filters}>
        <Field name="q" label={facts.word} />
        <Select name="state" label={facts.state} options={[{ value: "open", label: states.labels.ask }]} />
      </FilterBar>
      <DefinitionList items={facts.items.map(([term, description]) => ({ term, description }))} />
      <Contents
        items={[
          { href: "#text", label: `${text.number} ${text.heading}`, count: "2" },
          { href: "#tables", label: tables.title, isNested: true },
        ]}
      />
      <p className="toast toast-sample">{facts.toast}</p>
    </Section>
  );
}

export function EmptySamples() {
  const { empty } = useStrings().components;
  return (
    <Section id="empty" title={empty.title}>
      <EmptyState title={empty.none} action={{ label: empty.next, href: "/consultations" }}>
        <p>{empty.why}</p>
      </EmptyState>
      <p className="hint">{empty.loading}</p>
      <Skeleton />
    </Section>
  );
}
