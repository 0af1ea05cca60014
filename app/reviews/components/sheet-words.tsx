import { deskReviews } from "~/i18n/zh-CN/desk-reviews";
import { ActButton } from "~/ui/button";
import { CheckboxGroup } from "~/ui/checkbox-group";
import { DataTable, type Column } from "~/ui/data-table";
import { TextArea } from "~/ui/text-area";
import { MAX_NOTE } from "../forms";
import type { SheetView } from "../sheet-view";
import type { SheetForm } from "./sheet-form";

type HitLine = SheetView["hits"][number];

const { hitKinds, sheet: texts } = deskReviews;

/** What the word check finds in the text as it stands, and the form that lets it stand with a reason. */
export function SheetWords({ sheet, form }: { sheet: SheetView; form: SheetForm | null }) {
  const { hits, outside } = sheet;
  const open = hits.filter(({ isOpen }) => isOpen);
  const hasFailed = outside?.isCurrent && outside.failure;
  const options = [
    ...open.map((hit) => ({ value: hit.key, label: `${termOf(hit)} · ${placeOf(hit)}`, hint: hit.excerpt })),
    ...(hasFailed ? [{ value: outside.key, label: texts.outsidePass }] : []),
  ];
  return (
    <>
      <p className="hint">{texts.wordsLead}</p>
      <DataTable
        caption={texts.words}
        isCaptionHidden
        columns={COLUMNS}
        rows={hits}
        rowKey={({ key }) => key}
        empty={<p>{texts.noHits}</p>}
      />
      {form && options.length > 0 && (
        <form method="post" noValidate className="form">
          <CheckboxGroup {...plain(form.field("override", "hit"))} label={texts.choose} options={options} required />
          <TextArea {...form.field("override", "reason")} label={texts.reason} rows={2} limit={MAX_NOTE} required />
          <ActButton act="override">{texts.override}</ActButton>
        </form>
      )}
      {outside && <Outside outside={outside} form={form} />}
    </>
  );
}

function Outside({ outside, form }: { outside: NonNullable<SheetView["outside"]>; form: SheetForm | null }) {
  const { isCurrent, failure } = outside;
  const said = isCurrent ? texts.outsideCurrent : texts.outsideMissing;
  return (
    <>
      <h3>{texts.outside}</h3>
      <p>{isCurrent && failure ? texts.outsideFailed(texts.failures[failure] ?? failure) : said}</p>
      {form && (
        <form method="post">
          <ActButton act="check_outside">{texts.runOutside}</ActButton>
        </form>
      )}
    </>
  );
}

const COLUMNS: Column<HitLine>[] = [
  { key: "term", header: texts.hit, isRowHeader: true, cell: termOf },
  { key: "kind", header: texts.kind, kind: "tight", cell: ({ kind }) => hitKinds[kind] },
  { key: "place", header: texts.place, cell: placeOf },
  { key: "excerpt", header: texts.excerpt, cell: ({ excerpt }) => excerpt },
  { key: "instead", header: texts.instead, cell: ({ instead }) => instead },
  {
    key: "state",
    header: texts.state,
    cell: ({ reason, by }) => (reason === null ? texts.open : texts.kept(reason, by ?? "")),
  },
];

function termOf({ kind, term }: HitLine): string {
  return kind === "personal" ? (texts.personalKinds[term] ?? term) : term;
}

function placeOf({ place, count }: HitLine): string {
  return `${texts.places[place] ?? place} · ${texts.count(count)}`;
}

function plain({ name, id, error }: ReturnType<SheetForm["field"]>) {
  return { name, id, error };
}
