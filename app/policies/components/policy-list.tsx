import { formatCount, formatDate } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { EmptyState } from "~/ui/empty-state";
import { Field } from "~/ui/field";
import { FilterBar } from "~/ui/filter-bar";
import { href } from "~/ui/href";
import { OfficialText } from "~/ui/official-text";
import { Select } from "~/ui/select";
import { OfficialTitle } from "~/ui/title-text";
import { WholeText } from "~/ui/whole-text";
import { VALIDITIES, type Validity } from "../validity";
import { StandingBadges } from "./validity-badge";

export interface UnitChoice {
  code: string;
  name: string;
  nameEn: string;
}

interface FiltersProps {
  values: { q: string; unit: string; state: string; year: string };
  units: UnitChoice[];
  years: number[];
}

/** Words, validity, unit and year: all stand in the address. */
export function PolicyFilters({ values, units, years }: FiltersProps) {
  const language = useLanguage();
  const { policies, policyTerms } = useStrings();
  const { list } = policies;
  const isFiltered = Object.values(values).some(Boolean);
  return (
    <FilterBar
      label={list.filters}
      submitLabel={list.search}
      resetHref={isFiltered ? href("/policies") : undefined}
      isMoreOpen={Boolean(values.unit || values.year)}
      more={
        <>
          <Select
            name="unit"
            label={list.unit}
            empty={list.anyUnit}
            defaultValue={values.unit}
            options={units.map(({ code, name, nameEn }) => ({ value: code, label: language === "en" ? nameEn : name }))}
          />
          <Select
            name="year"
            label={list.year}
            empty={list.anyYear}
            defaultValue={values.year}
            options={years.map((year) => ({ value: String(year), label: String(year) }))}
          />
        </>
      }
    >
      <Field name="q" label={list.q} type="search" size="medium" defaultValue={values.q} />
      <Select
        name="state"
        label={list.state}
        empty={list.anyState}
        defaultValue={values.state}
        options={VALIDITIES.map((validity) => ({ value: validity, label: policyTerms.validities[validity] }))}
      />
    </FilterBar>
  );
}

export interface PolicyEntry {
  slug: string;
  title: string;
  titleEn: string | null;
  summary: string;
  summaryEn: string | null;
  documentNumber: string | null;
  signedOn: string | null;
  unit: { name: string; nameEn: string };
  validity: Validity;
  isImported: boolean;
  materials: number;
}

export function PolicyEntries({ items }: { items: PolicyEntry[] }) {
  const { list } = useStrings().policies;
  if (items.length === 0) {
    return (
      <EmptyState title={list.empty} action={{ label: list.showAll, href: "/policies" }}>
        <p>{list.emptyWhy}</p>
      </EmptyState>
    );
  }
  return (
    <ol className="entries">
      {items.map((item) => (
        <Entry key={item.slug} item={item} />
      ))}
    </ol>
  );
}

function Entry({ item }: { item: PolicyEntry }) {
  const language = useLanguage();
  const { list } = useStrings().policies;
  const { slug, title, titleEn, summary, summaryEn, documentNumber, signedOn, unit, materials } = item;
  return (
    <li className="entry">
      <h2 className="entry-title">
        <a href={href(`/policies/${slug}`)}>
          <OfficialTitle zh={title} en={titleEn} />
        </a>
      </h2>
      <div className="entry-facts">
        <StandingBadges {...item} />
        {documentNumber && (
          <span>
            <OfficialText zh={documentNumber} />
          </span>
        )}
        <span>
          <OfficialText zh={unit.name} en={unit.nameEn} />
        </span>
        {signedOn && (
          <span>
            <WholeText text={list.signed(formatDate(signedOn, language))} />
          </span>
        )}
        {materials > 0 && (
          <span>
            <a href={href(`/policies/${slug}#understand`)}>{list.interpretations(formatCount(materials, language))}</a>
          </span>
        )}
      </div>
      {summary && (
        <p className="entry-text">
          <OfficialText zh={summary} en={summaryEn} />
        </p>
      )}
    </li>
  );
}
