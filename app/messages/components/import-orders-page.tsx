import { reasonsByField, reasonText, type ReasonToTell } from "~/i18n/reasons";
import { deskMessages } from "~/i18n/zh-CN/desk-messages";
import { importOrders as texts } from "~/i18n/zh-CN/desk-import-orders";
import { Button, ButtonLink } from "~/ui/button";
import { DataTable, type Column } from "~/ui/data-table";
import { DefinitionList } from "~/ui/definition-list";
import { ErrorSummary } from "~/ui/error-summary";
import { FileField } from "~/ui/file-field";
import { href } from "~/ui/href";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import type { OrderCells } from "../hotline-table";

interface ShownOrder {
  row: number;
  cells: OrderCells;
  reasons: ReasonToTell[];
  isKnown: boolean;
  others: number;
  number: string | null;
}

export interface ImportAnswer {
  reasons: ReasonToTell[];
  step: "file" | "preview" | "done";
  rows: ShownOrder[];
}

/** A table of orders: chosen, looked at line by line, then taken; what was not taken can be put right and sent again. */
export function ImportOrdersPage({ maxBytes, answer }: { maxBytes: number; answer?: ImportAnswer }) {
  const { home, list, enter } = deskMessages;
  const reasons = answer?.reasons ?? [];
  return (
    <Page
      title={texts.title}
      lead={<p>{texts.lead}</p>}
      breadcrumbs={[
        { label: home, href: "/desk" },
        { label: list.title, href: "/desk/messages" },
        { label: enter.title, href: "/desk/messages/enter" },
        { label: texts.title },
      ]}
    >
      <ErrorSummary reasons={reasons} />
      {answer && answer.step !== "file" ? <Checked {...answer} /> : <Choosing maxBytes={maxBytes} reasons={reasons} />}
    </Page>
  );
}

function Choosing({ maxBytes, reasons }: { maxBytes: number; reasons: ReasonToTell[] }) {
  return (
    <>
      <form className="form" method="post" encType="multipart/form-data" noValidate>
        <FileField
          name="orders"
          label={texts.file}
          hint={texts.fileHint}
          error={reasonsByField(reasons, "zh-CN").orders}
          accept=".xlsx,.csv"
          maxBytes={maxBytes}
          required
        />
        <Button kind="primary" name="act" value="preview">
          {texts.look}
        </Button>
      </form>
      <Section id="columns" title={texts.columns}>
        <p>{texts.columnsWhy}</p>
        <DefinitionList
          items={Object.entries(texts.headings).map(([column, names]) => ({
            term: names[0],
            description: `${REQUIRED.includes(column) ? texts.required : texts.optional}${column === "about" ? `。${texts.aboutHint}` : ""}`,
          }))}
        />
      </Section>
    </>
  );
}

const REQUIRED = ["outsideNumber", "statedOn", "kind", "body"];

function Checked({ step, rows }: ImportAnswer) {
  const refused = rows.filter(({ reasons }) => reasons.length > 0);
  const fresh = rows.filter(({ reasons, isKnown }) => reasons.length === 0 && !isKnown);
  const known = rows.length - refused.length - fresh.length;
  const isDone = step === "done";
  return (
    <>
      <Notice kind={refused.length > 0 ? "warn" : "settled"} title={titleOf(isDone, fresh.length, rows.length)}>
        <ul>
          {!isDone && <li>{texts.toEnter(fresh.length)}</li>}
          {known > 0 && <li>{texts.known(known)}</li>}
          {refused.length > 0 && <li>{texts.refused(refused.length)}</li>}
        </ul>
      </Notice>
      {!isDone && fresh.length > 0 && (
        <form method="post" className="form">
          <Table rows={rows} />
          <Button kind="primary" name="act" value="confirm">
            {texts.confirm(fresh.length)}
          </Button>
        </form>
      )}
      <Section id="rows" title={texts.rows}>
        <DataTable caption={texts.rows} isCaptionHidden columns={COLUMNS} rows={rows} rowKey={({ row }) => row} />
      </Section>
      {refused.length > 0 && (
        <Section id="refused" title={texts.refusedTitle}>
          <form method="post" action={href("/desk/messages/import/refused.csv")} className="form">
            <Table rows={refused} />
            <p>{texts.downloadWhy}</p>
            <Button>{texts.download}</Button>
          </form>
        </Section>
      )}
      <p>
        <ButtonLink href="/desk/messages/import">{texts.again}</ButtonLink>
      </p>
    </>
  );
}

function titleOf(isDone: boolean, fresh: number, all: number): string {
  return isDone ? texts.done(fresh) : texts.checked(all);
}

/** What was looked at goes along, so that exactly this is taken. */
function Table({ rows }: { rows: ShownOrder[] }) {
  return <input type="hidden" name="table" value={JSON.stringify(rows.map(({ row, cells }) => ({ row, cells })))} />;
}

const COLUMNS: Column<ShownOrder>[] = [
  { key: "row", header: texts.row, kind: "number", cell: ({ row }) => row },
  {
    key: "order",
    header: texts.headings.outsideNumber[0],
    isRowHeader: true,
    cell: ({ cells }) => cells.outsideNumber,
  },
  { key: "title", header: texts.headings.title[0], cell: ({ cells }) => cells.title || excerpt(cells.body) },
  { key: "state", header: texts.state, cell: (row) => <StateOf {...row} /> },
];

const EXCERPT = 30;

function excerpt(text: string): string {
  const characters = [...text];
  return characters.length > EXCERPT ? `${characters.slice(0, EXCERPT).join("")}…` : text;
}

function StateOf({ reasons, isKnown, others, number }: ShownOrder) {
  if (reasons.length > 0) {
    return (
      <ul>
        {reasons.map((reason) => (
          <li key={`${reason.code} ${reason.field}`}>{reasonText(reason, "zh-CN")}</li>
        ))}
      </ul>
    );
  }
  if (number !== null) return <>{texts.entered(number)}</>;
  if (isKnown) return <>{texts.isKnown}</>;
  return <>{others > 0 ? texts.others(others) : texts.ok}</>;
}
