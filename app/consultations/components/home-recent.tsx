import type { ReactNode } from "react";
import { formatCount, formatDate } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { EmptyState } from "~/ui/empty-state";
import { href } from "~/ui/href";
import { Section } from "~/ui/section";
import type { ShownState } from "../consultation";
import { OfficialText } from "~/ui/official-text";
import { OfficialTitle } from "~/ui/title-text";
import { StateBadge } from "./state-badge";

export interface RecentFacts {
  slug: string;
  title: string;
  titleEn: string | null;
  unit: { name: string; nameEn: string };
  state: ShownState;
  turnedOn: string;
  received: number;
  adopted: number;
  partlyAdopted: number;
  hasChanges: boolean;
}

interface HomeRecentProps {
  items: RecentFacts[];
  /** One change shown in full, before the list. */
  children?: ReactNode;
}

/** The latest outcomes: how many comments came, how many were adopted, and the sentences they changed. */
export function HomeRecent({ items, children }: HomeRecentProps) {
  const { recent } = useStrings().home;
  if (items.length === 0) {
    return (
      <Section id="recent" title={recent.title}>
        <EmptyState title={recent.none}>
          <p>{recent.noneWhy}</p>
        </EmptyState>
      </Section>
    );
  }
  return (
    <Section id="recent" title={recent.title} actions={<a href={href("/feed.xml")}>{recent.feed}</a>}>
      {children}
      <ol className="entries entries-dated">
        {items.map((item) => (
          <Entry key={item.slug} item={item} />
        ))}
      </ol>
    </Section>
  );
}

function Entry({ item }: { item: RecentFacts }) {
  const { recent } = useStrings().home;
  const { slug, title, titleEn, unit, state, hasChanges } = item;
  return (
    <li className="entry">
      <h3 className="entry-title">
        <a href={href(`/consultations/${slug}/outcome`)}>
          <OfficialTitle zh={title} en={titleEn} />
        </a>
      </h3>
      <p className="entry-text">
        <Counts item={item} />
      </p>
      <div className="entry-facts">
        <StateBadge state={state} />
        <Turn item={item} />
        <span>
          <OfficialText zh={unit.name} en={unit.nameEn} />
        </span>
        {hasChanges && <a href={href(`/consultations/${slug}/changes`)}>{recent.changes}</a>}
      </div>
    </li>
  );
}

/** What came and what it brought about; a withdrawal decided nothing, so nothing is said of adoption. */
function Counts({ item: { state, received, adopted, partlyAdopted } }: { item: RecentFacts }) {
  const language = useLanguage();
  const { recent } = useStrings().home;
  const count = (value: number) => formatCount(value, language);
  if (received === 0) return <>{recent.zero}</>;
  if (state === "withdrawn") return <>{recent.received(count(received))}</>;
  if (adopted + partlyAdopted === 0) return <>{recent.noneAdopted(count(received))}</>;
  const partly = partlyAdopted > 0 ? count(partlyAdopted) : "";
  return <>{recent.adopted(count(received), count(adopted), partly)}</>;
}

function Turn({ item: { state, turnedOn } }: { item: RecentFacts }) {
  const language = useLanguage();
  const { recent } = useStrings().home;
  const day = formatDate(turnedOn, language);
  if (state === "withdrawn") return <span>{recent.withdrawn(day)}</span>;
  return <span>{state === "decided" ? recent.decided(day) : recent.published(day)}</span>;
}
