import { formatDate } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { EmptyState } from "~/ui/empty-state";
import { Field } from "~/ui/field";
import { FilterBar } from "~/ui/filter-bar";
import { href } from "~/ui/href";
import { Select } from "~/ui/select";
import { PUBLIC_STATES, type ShownState } from "../consultation";
import { OfficialText } from "~/ui/official-text";
import { OfficialTitle } from "~/ui/title-text";
import { WholeText } from "~/ui/whole-text";
import { StateBadge } from "./state-badge";

interface Unit {
  code: string;
  name: string;
  nameEn: string;
}

interface FiltersProps {
  values: { q: string; unit: string; state: string; year: string };
  units: Unit[];
  years: number[];
}

/** Words, unit, state and year: all stand in the address. */
export function ConsultationFilters({ values, units, years }: FiltersProps) {
  const { consultations, consultationTerms } = useStrings();
  const { list } = consultations;
  const isFiltered = Object.values(values).some(Boolean);
  return (
    <FilterBar
      label={list.filters}
      submitLabel={list.search}
      resetHref={isFiltered ? href("/consultations") : undefined}
      isMoreOpen={Boolean(values.unit || values.year)}
      more={<MoreFilters values={values} units={units} years={years} />}
    >
      <Field name="q" label={list.q} type="search" size="medium" defaultValue={values.q} />
      <Select
        name="state"
        label={list.state}
        empty={list.anyState}
        defaultValue={values.state}
        options={PUBLIC_STATES.map((state) => ({ value: state, label: consultationTerms.states[state] }))}
      />
    </FilterBar>
  );
}

function MoreFilters({ values, units, years }: FiltersProps) {
  const language = useLanguage();
  const { list } = useStrings().consultations;
  return (
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
  );
}

interface Item {
  slug: string;
  title: string;
  titleEn: string | null;
  summary: string;
  summaryEn: string | null;
  unit: { name: string; nameEn: string };
  opensOn: string | null;
  closesOn: string | null;
  round: number;
  state: ShownState;
  daysLeft: number | null;
}

/** What is and was open for comment, one entry each. */
export function ConsultationEntries({ items }: { items: Item[] }) {
  const { list } = useStrings().consultations;
  if (items.length === 0) {
    return (
      <EmptyState title={list.empty} action={{ label: list.showAll, href: "/consultations" }}>
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

function Entry({ item }: { item: Item }) {
  const { title, titleEn, summary, summaryEn, unit, round } = item;
  const { list } = useStrings().consultations;
  return (
    <li className="entry">
      <h2 className="entry-title">
        <a href={href(`/consultations/${item.slug}`)}>
          <OfficialTitle zh={title} en={titleEn} />
        </a>
      </h2>
      <div className="entry-facts">
        <StateBadge state={item.state} />
        <span>
          <OfficialText zh={unit.name} en={unit.nameEn} />
        </span>
        <Days item={item} />
        {round > 1 && <span>{list.round(round)}</span>}
      </div>
      {summary && (
        <p className="entry-text">
          <OfficialText zh={summary} en={summaryEn} />
        </p>
      )}
    </li>
  );
}

function Days({ item: { opensOn, closesOn, daysLeft } }: { item: Item }) {
  const language = useLanguage();
  const { list } = useStrings().consultations;
  return (
    <>
      {opensOn && closesOn && (
        <span>
          <WholeText text={list.period(formatDate(opensOn, language), formatDate(closesOn, language))} />
        </span>
      )}
      {daysLeft !== null && <span>{daysLeft === 0 ? list.closesToday : list.left(daysLeft)}</span>}
    </>
  );
}
