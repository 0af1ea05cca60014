import { formatInstant } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Field } from "~/ui/field";
import { FilterBar } from "~/ui/filter-bar";
import { href } from "~/ui/href";
import { Page } from "~/ui/page";
import { Pagination } from "~/ui/pagination";
import { Select } from "~/ui/select";
import { UnitLink } from "~/ui/unit-link";
import { WholeText } from "~/ui/whole-text";
import { COUNTED, FIGURE_ROWS } from "../figures";
import { NO_UNIT, type ListQuery } from "../log-query";
import { KINDS, STATES, type MessageKind, type MessageState } from "../message";
import type { PublicWords } from "../public-view";
import type { UnitName } from "../shown";
import { MessageBadge } from "./message-badge";

interface Item {
  number: string;
  kind: MessageKind;
  state: MessageState;
  unit: UnitName | null;
  receivedAt: Date;
  answeredIn: number | null;
  words: PublicWords | null;
}

interface Props {
  items: Item[];
  total: number;
  units: UnitName[];
  years: number[];
  streets: UnitName[];
  filter: ListQuery;
  page: number;
  pageSize: number;
  search: string;
}

/** The public log: what was asked, who has it, how long it took. */
export function MessageLog({ items, total, units, streets, years, filter, page, pageSize, search }: Props) {
  const { list } = useStrings().messages;
  return (
    <Page
      title={list.title}
      lead={
        <>
          <p>{list.lead}</p>
          <p className="actions">
            <ButtonLink href="/messages/new" kind="primary">
              {list.write}
            </ButtonLink>
            <ButtonLink href="/track">{list.track}</ButtonLink>
            <ButtonLink href="/messages/figures">{list.figures}</ButtonLink>
          </p>
        </>
      }
      breadcrumbs={[{ label: list.title }]}
    >
      <Filters filter={filter} units={units} streets={streets} years={years} />
      <FigureNote filter={filter} />
      <div id="message-log" data-live="">
        <Entries items={items} />
      </div>
      <Pagination page={page} pageSize={pageSize} total={total} search={search} />
      <p className="hint">{list.sealedNote}</p>
      <p className="hint">
        {list.downloads}
        <a href={href("/messages.csv")}>{list.csv}</a> <a href={href("/api/v1/messages")}>{list.json}</a>
      </p>
    </Page>
  );
}

/** Whoever came by a figure is told which one these are the rows of. */
function FigureNote({ filter }: Pick<Props, "filter">) {
  const { list, figures } = useStrings().messages;
  const { figure, year, month } = filter;
  if (!figure) return month ? <p className="hint">{list.month(month)}</p> : null;
  const counted = COUNTED.find((name) => name !== "received" && FIGURE_ROWS[name] === figure)!;
  const period = month ? `month=${month}&year=${month.slice(0, 4)}` : `year=${year}`;
  return (
    <p className="hint">
      {list.figure(figures[counted], month || year)}
      <a href={href(`/messages/figures?${period}`)}>{list.figureLink}</a>
    </p>
  );
}

function Filters({ filter, units, streets, years }: Pick<Props, "filter" | "units" | "streets" | "years">) {
  const language = useLanguage();
  const { messages, messageTerms } = useStrings();
  const { list, figures } = messages;
  const isFiltered = Object.values(filter).some(Boolean);
  const keep = {
    ...(filter.month && { month: filter.month }),
    ...(filter.figure && { figure: filter.figure }),
  };
  const named = (list: UnitName[]) =>
    list.map(({ code, name, nameEn }) => ({ value: code, label: language === "en" ? nameEn : name }));
  return (
    <FilterBar
      label={list.filters}
      submitLabel={list.search}
      resetHref={isFiltered ? href("/messages") : undefined}
      keep={keep}
      isMoreOpen={Boolean(filter.unit || filter.street || filter.year)}
      more={
        <>
          <Select
            name="unit"
            label={list.unit}
            empty={list.anyUnit}
            defaultValue={filter.unit}
            options={[...named(units), { value: NO_UNIT, label: figures.notAssigned }]}
          />
          <Select
            name="street"
            label={list.street}
            empty={list.anyStreet}
            defaultValue={filter.street}
            options={[...named(streets), { value: NO_UNIT, label: figures.noStreet }]}
          />
          <Select
            name="year"
            label={list.year}
            empty={list.anyYear}
            defaultValue={filter.year}
            options={years.map((year) => ({ value: String(year), label: String(year) }))}
          />
        </>
      }
    >
      <Field name="q" label={list.q} type="search" size="medium" defaultValue={filter.q} />
      <Select
        name="kind"
        label={list.kind}
        empty={list.anyKind}
        defaultValue={filter.kind}
        options={KINDS.filter((kind) => kind !== "tip_off").map((kind) => ({
          value: kind,
          label: messageTerms.kinds[kind],
        }))}
      />
      <Select
        name="state"
        label={list.state}
        empty={list.anyState}
        defaultValue={filter.state}
        options={STATES.map((state) => ({ value: state, label: messageTerms.states[state] }))}
      />
    </FilterBar>
  );
}

function Entries({ items }: { items: Item[] }) {
  const { list } = useStrings().messages;
  if (items.length === 0) {
    return (
      <EmptyState title={list.empty} action={{ label: list.showAll, href: "/messages" }}>
        <p>{list.emptyWhy}</p>
      </EmptyState>
    );
  }
  return (
    <ol className="entries">
      {items.map((item) => (
        <Entry key={item.number} item={item} />
      ))}
    </ol>
  );
}

function Entry({ item }: { item: Item }) {
  const language = useLanguage();
  const { messages, messageTerms } = useStrings();
  const { list } = messages;
  const { number, kind, state, unit, receivedAt, answeredIn, words } = item;
  return (
    <li className={words ? "entry" : "entry entry-silent"}>
      <h2 className="entry-title">
        <a href={href(`/messages/${number}`)}>
          {words ? <span lang="zh-CN">{words.title}</span> : list.noWords(messageTerms.kinds[kind], number)}
        </a>
      </h2>
      <div className="entry-facts">
        <MessageBadge state={state} />
        {words && <span>{words.isTypical ? list.typical : messageTerms.kinds[kind]}</span>}
        {unit && (
          <span>
            <UnitLink unit={unit} />
          </span>
        )}
        <span>
          <WholeText text={list.received(formatInstant(receivedAt, language))} />
        </span>
        {answeredIn !== null && <span>{list.answered(answeredIn)}</span>}
      </div>
      {words ? (
        <p className="entry-text" lang="zh-CN">
          {excerpt(words.body)}
        </p>
      ) : null}
    </li>
  );
}

const EXCERPT = 90;

function excerpt(text: string): string {
  const characters = [...text.replace(/\s+/g, " ")];
  return characters.length > EXCERPT ? `${characters.slice(0, EXCERPT).join("")}…` : text;
}
