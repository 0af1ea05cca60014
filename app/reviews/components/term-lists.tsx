import { formatCount } from "~/i18n/format";
import { reasonsByField } from "~/i18n/reasons";
import { deskReviews } from "~/i18n/zh-CN/desk-reviews";
import type { Reason } from "~/platform/refusal";
import { ActButton } from "~/ui/button";
import { Choice } from "~/ui/choice";
import { DataTable, type Column } from "~/ui/data-table";
import { RadioGroup } from "~/ui/radio-group";
import { Section } from "~/ui/section";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import { TERM_KINDS, type ScreenedTerm } from "../screened-term";
import type { ReviewPeople } from "../stages";

type TermLine = ScreenedTerm & { id: number };

const { terms: texts, termKinds } = deskReviews;

export interface RefusedTerms {
  reasons: Reason[];
  values: Record<string, string | undefined>;
}

/** The words to look for, with the form that adds to them line by line. */
export function TermLists({ terms, refused }: { terms: TermLine[]; refused: RefusedTerms | undefined }) {
  const errors = reasonsByField(refused?.reasons ?? [], "zh-CN");
  const field = (name: string) => ({ name, error: errors[name], defaultValue: refused?.values[name] });
  const kinds = TERM_KINDS.map((kind) => ({ value: kind, label: termKinds[kind].title, hint: termKinds[kind].hint }));
  return (
    <>
      <Section title={texts.add} id="add">
        <form method="post" noValidate className="form">
          <RadioGroup {...field("kind")} label={texts.kind} options={kinds} required />
          <TextArea {...field("terms")} label={texts.terms} rows={6} required />
          <ActButton act="add" kind="primary">
            {texts.save}
          </ActButton>
        </form>
      </Section>
      <Section title={texts.list(formatCount(terms.length, "zh-CN"))} id="list">
        <form method="post">
          <DataTable
            caption={texts.title}
            isCaptionHidden
            columns={COLUMNS}
            rows={terms}
            rowKey={({ id }) => id}
            empty={<p>{texts.empty}</p>}
          />
          {terms.length > 0 && (
            <p className="actions">
              <ActButton act="remove">{texts.remove}</ActButton>
            </p>
          )}
        </form>
      </Section>
    </>
  );
}

/** Whether a sheet that is not complete stops the signature. */
export function SheetSetting({ isCompulsory, refused }: { isCompulsory: boolean; refused: RefusedTerms | undefined }) {
  const { compulsory: error } = reasonsByField(refused?.reasons ?? [], "zh-CN");
  const options = (["yes", "no"] as const).map((value) => ({ value, label: texts.isCompulsory[value] }));
  return (
    <Section title={texts.sheet} id="sheet" lead={texts.sheetLead}>
      <form method="post" noValidate className="form">
        <RadioGroup
          {...{ name: "compulsory", label: texts.compulsory, options, error, required: true }}
          defaultValue={isCompulsory ? "yes" : "no"}
        />
        <ActButton act="set_sheet">{texts.saveSheet}</ActButton>
      </form>
    </Section>
  );
}

interface PeopleSettingProps {
  settings: {
    people: ReviewPeople;
    units: { name: string; people: ReviewPeople }[];
    all: { code: string; name: string }[];
  };
  refused: RefusedTerms | undefined;
}

const PEOPLE_NAMES = { 2: texts.peopleChoices.two.label, 3: texts.peopleChoices.three.label } as const;

/** With how many people the district, or one unit, reviews. */
export function PeopleSetting({ settings: { people, units, all }, refused }: PeopleSettingProps) {
  const errors = reasonsByField(refused?.reasons ?? [], "zh-CN");
  const own = units.map((unit) => texts.peopleOwnOne(unit.name, PEOPLE_NAMES[unit.people]));
  const options = (["three", "two", "district"] as const).map((value) => ({ value, ...texts.peopleChoices[value] }));
  return (
    <Section title={texts.people} id="review-people" lead={texts.peopleLead}>
      <p>
        {texts.peopleNow(PEOPLE_NAMES[people])}
        {own.length > 0 && texts.peopleOwn(own.join("、"))}
      </p>
      <form method="post" noValidate className="form">
        <Select
          {...{ name: "unit", label: texts.peopleUnit, empty: texts.peopleAll, error: errors.unit }}
          defaultValue={refused?.values.unit ?? ""}
          options={all.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <RadioGroup
          {...{ name: "people", label: texts.peopleLabel, options, error: errors.people, required: true }}
          defaultValue={refused?.values.people}
        />
        <ActButton act="set_people">{texts.savePeople}</ActButton>
      </form>
    </Section>
  );
}

const COLUMNS: Column<TermLine>[] = [
  {
    key: "term",
    header: texts.term,
    isRowHeader: true,
    cell: ({ id, term }) => (
      <Choice type="checkbox" id={`term-${id}`} name="term" value={String(id)} label={term} isChecked={false} />
    ),
  },
  { key: "kind", header: texts.kind, kind: "tight", cell: ({ kind }) => termKinds[kind].title },
  { key: "instead", header: texts.instead, cell: ({ instead }) => instead },
];
