import { useStrings } from "~/i18n/strings";
import { deskMessages } from "~/i18n/zh-CN/desk-messages";
import { Field } from "~/ui/field";
import { FilterBar } from "~/ui/filter-bar";
import { href } from "~/ui/href";
import { Select } from "~/ui/select";
import { COLOURS, deskAddress, EVERYTHING, NOBODY, statesIn, type DeskFilter } from "../desk-filter";
import type { DeskView } from "../desk-shown";
import { KINDS } from "../message";
import type { UnitName } from "../shown";

const { list } = deskMessages;
const texts = list.filters;

export interface FilterProps {
  view: DeskView;
  filter: DeskFilter;
  choices: { units: UnitName[]; officers: { id: string; name: string }[] };
  isNarrowed: boolean;
}

/** What narrows the list of a desk; it stays while pages and views are turned. */
export function DeskFilters({ view, filter, choices, isNarrowed }: FilterProps) {
  const { kinds, states, colours } = useStrings().messageTerms;
  const labelled = <T extends string>(values: readonly T[], labels: Record<T, string>) =>
    values.map((value) => ({ value, label: labels[value] }));
  return (
    <FilterBar
      label={texts.label}
      keep={{ view }}
      resetHref={isNarrowed ? href(deskAddress(view, EVERYTHING)) : undefined}
      isMoreOpen={Boolean(filter.kind || filter.unit || filter.officer)}
      more={<More filter={filter} choices={choices} kinds={labelled(KINDS, kinds)} />}
    >
      <Field name="q" label={texts.q} type="search" size="medium" defaultValue={filter.q} />
      <Select
        name="state"
        label={list.state}
        empty={texts.any}
        defaultValue={filter.state}
        options={labelled(statesIn(view), states)}
      />
      {view !== "answered" && (
        <Select
          name="colour"
          label={list.due}
          empty={texts.any}
          defaultValue={filter.colour}
          options={labelled(COLOURS, colours)}
        />
      )}
    </FilterBar>
  );
}

interface MoreProps extends Pick<FilterProps, "filter" | "choices"> {
  kinds: { value: string; label: string }[];
}

function More({ filter, choices: { units, officers }, kinds }: MoreProps) {
  return (
    <>
      <Select name="kind" label={list.kind} empty={texts.any} defaultValue={filter.kind} options={kinds} />
      {units.length > 0 && (
        <Select
          name="unit"
          label={texts.unit}
          empty={texts.any}
          defaultValue={filter.unit}
          options={[
            { value: NOBODY, label: texts.noUnit },
            ...units.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
      )}
      <Select
        name="officer"
        label={texts.officer}
        empty={texts.any}
        defaultValue={filter.officer}
        options={[
          { value: NOBODY, label: texts.noOfficer },
          ...officers.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </>
  );
}
