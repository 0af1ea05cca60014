import { formatDate } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { EmptyState } from "~/ui/empty-state";
import { Field } from "~/ui/field";
import { FilterBar } from "~/ui/filter-bar";
import { href } from "~/ui/href";
import { OfficialText } from "~/ui/official-text";
import { Select } from "~/ui/select";
import { OfficialTitle } from "~/ui/title-text";
import { WholeText } from "~/ui/whole-text";
import { MATERIAL_KINDS, type MaterialKind } from "../material";
import type { UnitChoice } from "./policy-list";

interface FiltersProps {
  values: { q: string; unit: string; kind: string; year: string };
  units: UnitChoice[];
  years: number[];
}

export function MaterialFilters({ values, units, years }: FiltersProps) {
  const language = useLanguage();
  const { policies, policyTerms } = useStrings();
  const { list, materials } = policies;
  const isFiltered = Object.values(values).some(Boolean);
  return (
    <FilterBar
      label={materials.filters}
      submitLabel={list.search}
      resetHref={isFiltered ? href("/interpretations") : undefined}
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
            label={materials.year}
            empty={list.anyYear}
            defaultValue={values.year}
            options={years.map((year) => ({ value: String(year), label: String(year) }))}
          />
        </>
      }
    >
      <Field name="q" label={list.q} type="search" size="medium" defaultValue={values.q} />
      <Select
        name="kind"
        label={materials.kind}
        empty={materials.anyKind}
        defaultValue={values.kind}
        options={MATERIAL_KINDS.map((kind) => ({ value: kind, label: policyTerms.materialKinds[kind] }))}
      />
    </FilterBar>
  );
}

export interface MaterialEntry {
  slug: string;
  kind: MaterialKind;
  title: string;
  titleEn: string | null;
  summary: string;
  releasedOn: string;
  policy: { slug: string; title: string; titleEn: string | null };
  unit: { name: string; nameEn: string };
}

export function MaterialEntries({ items }: { items: MaterialEntry[] }) {
  const { list, materials } = useStrings().policies;
  if (items.length === 0) {
    return (
      <EmptyState title={materials.empty} action={{ label: list.showAll, href: "/interpretations" }}>
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

function Entry({ item: { slug, kind, title, titleEn, summary, releasedOn, policy, unit } }: { item: MaterialEntry }) {
  const language = useLanguage();
  const { policies, policyTerms } = useStrings();
  const { materials } = policies;
  return (
    <li className="entry">
      <h2 className="entry-title">
        <a href={href(`/interpretations/${slug}`)}>
          <OfficialTitle zh={title} en={titleEn} />
        </a>
      </h2>
      <div className="entry-facts">
        <span className="tie tie-interpretation">{policyTerms.materialKinds[kind]}</span>
        <span>
          <WholeText text={materials.released(formatDate(releasedOn, language))} />
        </span>
        <span>
          <OfficialText zh={unit.name} en={unit.nameEn} />
        </span>
      </div>
      {summary && (
        <p className="entry-text">
          <OfficialText zh={summary} />
        </p>
      )}
      <p className="entry-text">
        {materials.of}{" "}
        <a href={href(`/policies/${policy.slug}`)}>
          <OfficialText zh={policy.title} en={policy.titleEn} />
        </a>
      </p>
    </li>
  );
}

interface MaterialLink {
  slug: string;
  kind: MaterialKind;
  title: string;
  titleEn: string | null;
  summary?: string;
}

/** So many stand open; a reader should not have to pass forty of them to reach the text. */
const OPEN = 10;

/** The materials of one document, as its page and its other materials offer them. */
export function MaterialLinks({ materials }: { materials: MaterialLink[] }) {
  const { more } = useStrings().policies.materials;
  if (materials.length <= OPEN) return <LinkList materials={materials} />;
  return (
    <>
      <LinkList materials={materials.slice(0, OPEN)} />
      <details>
        <summary>{more(materials.length - OPEN)}</summary>
        <LinkList materials={materials.slice(OPEN)} />
      </details>
    </>
  );
}

function LinkList({ materials }: { materials: MaterialLink[] }) {
  const { materialKinds } = useStrings().policyTerms;
  return (
    <ul className="material-links">
      {materials.map(({ slug, kind, title, titleEn, summary }) => (
        <li key={slug}>
          <span className="tie tie-interpretation">{materialKinds[kind]}</span>
          <a href={href(`/interpretations/${slug}`)}>
            <OfficialText zh={title} en={titleEn} />
          </a>
          {summary && (
            <p className="hint">
              <OfficialText zh={summary} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
