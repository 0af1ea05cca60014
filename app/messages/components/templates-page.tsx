import { reasonsByField, type ReasonToTell } from "~/i18n/reasons";
import { deskAids } from "~/i18n/zh-CN/desk-aids";
import { deskMessages } from "~/i18n/zh-CN/desk-messages";
import { ActButton } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import { TEMPLATE_BODY_MAX } from "../reply-template";

const { page: texts } = deskAids;

interface TemplatesPageProps {
  /** `unit` is null for those of the office. */
  templates: { id: number; name: string; body: string; unit: string | null; mayRemove: boolean }[];
  choices: { value: string; label: string }[];
  mayKeepForAll: boolean;
  refused: { reasons: ReasonToTell[]; values: Record<string, string | undefined> } | null;
}

/** The templates of the office and of this person's units. */
export function TemplatesPage(props: TemplatesPageProps) {
  const { templates, choices, mayKeepForAll, refused } = props;
  const mayKeep = mayKeepForAll || choices.length > 0;
  const { columns } = texts;
  return (
    <Page
      title={texts.title}
      lead={<p>{texts.lead}</p>}
      breadcrumbs={[
        { label: deskMessages.home, href: "/desk" },
        { label: deskMessages.list.title, href: "/desk/messages" },
        { label: texts.title },
      ]}
      width="wide"
    >
      <ErrorSummary
        reasons={refused?.reasons ?? []}
        labels={{ unit: texts.unit, name: texts.name, body: texts.body }}
      />
      <Section id="list" title={texts.list}>
        <DataTable
          caption={texts.list}
          isCaptionHidden
          rows={templates}
          rowKey={({ id }) => id}
          empty={<EmptyState title={texts.empty}>{texts.emptyWhy}</EmptyState>}
          columns={[
            { key: "name", header: columns.name, isRowHeader: true, cell: ({ name }) => name },
            { key: "unit", header: columns.unit, cell: ({ unit }) => unit ?? texts.office },
            { key: "body", header: columns.body, cell: ({ body }) => body },
            {
              key: "act",
              header: columns.act,
              kind: "tight",
              cell: (row) => (row.mayRemove ? <Remove {...row} /> : "—"),
            },
          ]}
        />
      </Section>
      {mayKeep ? <KeepForm {...props} /> : <p>{texts.none}</p>}
    </Page>
  );
}

function Remove({ id, name }: { id: number; name: string }) {
  return (
    <form method="post">
      <input type="hidden" name="template" value={id} />
      <ActButton act="remove">
        {texts.remove}
        <span className="visually-hidden"> {name}</span>
      </ActButton>
    </form>
  );
}

function KeepForm({ choices, mayKeepForAll, refused }: TemplatesPageProps) {
  const errors = reasonsByField(refused?.reasons ?? [], "zh-CN");
  const values = refused?.values ?? {};
  return (
    <Section id="keep" title={texts.keep}>
      <form method="post" className="form" noValidate>
        <Select
          name="unit"
          label={texts.unit}
          empty={mayKeepForAll ? texts.office : false}
          options={choices}
          defaultValue={values.unit}
          error={errors.unit}
        />
        <Field name="name" label={texts.name} defaultValue={values.name} error={errors.name} required />
        <TextArea
          name="body"
          label={texts.body}
          hint={texts.bodyHint}
          rows={8}
          limit={TEMPLATE_BODY_MAX}
          defaultValue={values.body}
          error={errors.body}
          required
        />
        <ActButton act="keep" kind="primary">
          {texts.submit}
        </ActButton>
      </form>
    </Section>
  );
}
