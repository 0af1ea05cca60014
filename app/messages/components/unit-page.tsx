import type { ReactNode } from "react";
import { formatCount, formatDate, formatDay, formatInstant } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { FilterBar } from "~/ui/filter-bar";
import { href } from "~/ui/href";
import { Notice } from "~/ui/notice";
import { OfficialText } from "~/ui/official-text";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import { Select } from "~/ui/select";
import { whole, WholeText } from "~/ui/whole-text";
import type { Figures } from "../figures";
import { FiguresTable } from "./figures-table";
import { yearOptions } from "./year-options";

interface Titled {
  slug: string;
  title: string;
  titleEn: string | null;
}

interface Listed<T> {
  items: T[];
  total: number;
}

interface Props {
  unit: {
    code: string;
    name: string;
    nameEn: string;
    kind: "office" | "department" | "street";
    abolishedOn: string | null;
  };
  /** What it is in charge of, in the words by which messages are dispatched. */
  matters: string[];
  years: number[];
  figures: { year: string; at: Date; total: Figures; byMonth: { month: string; figures: Figures }[] };
  consultations: Listed<Titled & { closesOn: string | null }>;
  policies: Listed<Titled & { documentNumber: string | null }>;
  materials: Listed<Titled & { releasedOn: string }>;
  cases: { total: number; rounds: { key: string; count: number }[] };
}

/** One unit as everyone may know it: what it does, what it asks and publishes, and how it answers. */
export function UnitPage(props: Props) {
  const { unit, matters, consultations, policies, materials, cases } = props;
  const language = useLanguage();
  const { units: texts } = useStrings();
  const { code, name, nameEn, kind, abolishedOn } = unit;
  return (
    <Page
      title={<OfficialText zh={name} en={nameEn} />}
      eyebrow={texts.kinds[kind]}
      lead={
        matters.length > 0 && (
          <p>
            {texts.matters}
            <span lang="zh-CN">{matters.join("、")}</span>
          </p>
        )
      }
      breadcrumbs={[{ label: texts.crumb, href: "/messages/figures" }, { label: language === "en" ? nameEn : name }]}
      width="wide"
    >
      {abolishedOn && (
        <Notice kind="warn" title={texts.abolished(formatDate(abolishedOn, language))}>
          <p>{texts.abolishedWhy}</p>
        </Notice>
      )}
      <Answering {...props} />
      <Titles
        id="consultations"
        title={texts.consultations}
        list={consultations}
        none={texts.noConsultations}
        all={`/consultations?unit=${code}`}
        hrefOf={({ slug }) => `/consultations/${slug}`}
        factOf={({ closesOn }) => closesOn && texts.closes(formatDay(closesOn, language))}
      />
      <Titles
        id="policies"
        title={texts.policies}
        list={policies}
        none={texts.noPolicies}
        all={`/policies?unit=${code}`}
        hrefOf={({ slug }) => `/policies/${slug}`}
        factOf={({ documentNumber }) => documentNumber && <OfficialText zh={documentNumber} />}
      />
      <Titles
        id="materials"
        title={texts.materials}
        list={materials}
        none={texts.noMaterials}
        all={`/interpretations?unit=${code}`}
        hrefOf={({ slug }) => `/interpretations/${slug}`}
        factOf={({ releasedOn }) => formatDate(releasedOn, language)}
      />
      <Section id="cases" title={texts.cases}>
        <Cases {...cases} />
      </Section>
    </Page>
  );
}

function Answering({ unit: { code, kind }, years, figures }: Props) {
  const language = useLanguage();
  const { units: texts, messages } = useStrings();
  const { figures: terms, list } = messages;
  const { year, at, total, byMonth } = figures;
  const rows = byMonth.filter((one) => one.figures.received > 0);
  return (
    <Section
      id="answering"
      title={texts.answering}
      lead={<WholeText text={terms.cutoff(formatInstant(at, language))} />}
    >
      <FilterBar label={terms.period} submitLabel={terms.show}>
        <Select name="year" label={list.year} empty={false} defaultValue={year} options={yearOptions(years, year)} />
      </FilterBar>
      {total.received === 0 ? (
        <p>{texts.noMessages(year)}</p>
      ) : (
        <>
          <p>{texts.summary(year, total)}</p>
          <FiguresTable
            caption={texts.answering}
            header={terms.month}
            rows={[
              ...rows.map((one) => ({
                ...{ key: one.month, name: one.month, figures: one.figures },
                filter: `month=${one.month}&unit=${code}`,
              })),
              { key: "total", name: terms.total, figures: total, filter: `year=${year}&unit=${code}` },
            ]}
          />
        </>
      )}
      <ul className="plain-links">
        <li>
          <a href={href(`/messages?unit=${code}`)}>{texts.allMessages}</a>
        </li>
        {kind === "street" && (
          <li>
            <a href={href(`/messages?street=${code}`)}>{texts.streetMessages}</a>
          </li>
        )}
        <li>
          <a href={href(`/messages/figures?year=${year}#definitions`)}>{texts.definitions}</a>
        </li>
      </ul>
    </Section>
  );
}

interface TitlesProps<T> {
  id: string;
  title: string;
  list: Listed<T>;
  none: string;
  /** The list in which all of them stand. */
  all: string;
  hrefOf: (item: T) => string;
  factOf: (item: T) => ReactNode;
}

function Titles<T extends Titled>({ id, title, list, none, all, hrefOf, factOf }: TitlesProps<T>) {
  const { units: texts } = useStrings();
  const language = useLanguage();
  return (
    <Section id={id} title={title}>
      {list.items.length === 0 && <p>{none}</p>}
      {list.items.length > 0 && (
        <ul className="plain-links">
          {list.items.map((item) => (
            <li key={item.slug}>
              <a href={href(hrefOf(item))}>
                <OfficialText zh={item.title} en={item.titleEn} />
              </a>{" "}
              <span className="hint">{whole(factOf(item))}</span>
            </li>
          ))}
        </ul>
      )}
      {list.total > list.items.length && (
        <p>
          <a href={href(all)}>{texts.all(formatCount(list.total, language))}</a>
        </p>
      )}
    </Section>
  );
}

function Cases({ total, rounds }: Props["cases"]) {
  const { units: texts } = useStrings();
  if (total === 0) return <p>{texts.noCases}</p>;
  return (
    <>
      <p>{texts.selected(total)}</p>
      <ul className="plain-links">
        {rounds.map(({ key, count }) => (
          <li key={key}>
            <a href={href(`/cases/${key}`)}>{texts.round(key, count)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
