import { formatCount } from "~/i18n/format";
import { useStrings } from "~/i18n/strings";
import { deskComments } from "~/i18n/zh-CN/desk-comments";
import { Field } from "~/ui/field";
import { FilterBar } from "~/ui/filter-bar";
import { href } from "~/ui/href";
import { LocalNav } from "~/ui/local-nav";
import { Select } from "~/ui/select";
import type { ProcessingPage } from "../processing-facts";
import { filterQuery, isFiltered, NO_FILTER, OUTCOME_FILTERS, REVIEW_FILTERS } from "../processing-filter";

const texts = deskComments.list;

/** What still has to be done, each number leading to its comments. */
export function CommentCounters({ page }: { page: ProcessingPage }) {
  const { filter, counters, total, slug } = page;
  const at = (query: string) => `/desk/consultations/${slug}/comments${query}`;
  const todo = [
    { label: texts.undecided, count: counters.undecided, change: { outcome: "undecided" as const } },
    { label: texts.awaitingReview, count: counters.awaitingReview, change: { review: "awaiting_review" as const } },
    { label: texts.objections, count: counters.objections, change: { review: "objection" as const } },
  ];
  const all = { label: texts.all, href: at(""), count: count(total.all), isCurrent: !isFiltered(filter) };
  const items = todo
    .filter((one) => one.count > 0)
    .map(({ label, count: number, change }) => {
      const query = filterQuery(NO_FILTER, change);
      return { label, href: at(query), count: count(number), isCurrent: query === filterQuery(filter) };
    });
  return <LocalNav label={texts.counters} items={[all, ...items]} />;
}

/** The filters stand in the address; each choice says how many comments it has. */
export function CommentFilters({ page }: { page: ProcessingPage }) {
  const { filter, counters, isUnmasked, slug } = page;
  const { consultationTerms: terms } = useStrings();
  const reviews = { ...terms.displays, ...texts.reviews };
  const outcomes = { ...terms.outcomes, undecided: texts.undecided };
  const { stance, channel, theme } = filter;
  return (
    <FilterBar
      label={texts.filters}
      resetHref={isFiltered(filter) ? href(`/desk/consultations/${slug}/comments`) : undefined}
      isMoreOpen={Boolean(stance || channel || theme)}
      more={<MoreFilters page={page} />}
    >
      <Field name="q" label={isUnmasked ? texts.q : texts.qMasked} defaultValue={filter.q} size="medium" />
      <Select
        name="clause"
        label={texts.clause}
        empty={texts.anyClause}
        defaultValue={filter.clause ?? ""}
        options={counters.clauses.map(({ value, name, count: number }) =>
          option(value ?? "none", name ?? texts.noClause, number),
        )}
      />
      <Select
        name="review"
        label={texts.review}
        empty={texts.anyReview}
        defaultValue={filter.review ?? ""}
        options={REVIEW_FILTERS.map((value) => ({ value, label: reviews[value] }))}
      />
      <Select
        name="outcome"
        label={texts.outcome}
        empty={texts.anyOutcome}
        defaultValue={filter.outcome ?? ""}
        options={OUTCOME_FILTERS.map((value) => ({ value, label: outcomes[value] }))}
      />
    </FilterBar>
  );
}

/** What fewer officers narrow by. */
function MoreFilters({ page }: { page: ProcessingPage }) {
  const { filter, counters, askStance } = page;
  const { consultationTerms: terms } = useStrings();
  return (
    <>
      {askStance && (
        <Select
          name="stance"
          label={texts.stance}
          empty={texts.anyStance}
          defaultValue={filter.stance ?? ""}
          options={counters.stances.map(({ value, count: number }) =>
            option(value ?? "none", value ? terms.stances[value] : terms.noStance, number),
          )}
        />
      )}
      <Select
        name="channel"
        label={texts.channel}
        empty={texts.anyChannel}
        defaultValue={filter.channel ?? ""}
        options={counters.channels.map(({ value, count: number }) => option(value, terms.channels[value], number))}
      />
      <Select
        name="theme"
        label={texts.theme}
        empty={texts.anyTheme}
        defaultValue={filter.theme ?? ""}
        options={counters.themes.map(({ value, count: number }) =>
          option(value ?? "none", value ?? texts.noTheme, number),
        )}
      />
    </>
  );
}

function option(value: string, name: string, number: number) {
  return { value, label: texts.option(name, count(number)) };
}

function count(value: number): string {
  return formatCount(value, "zh-CN");
}
