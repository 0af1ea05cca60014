import { formatCount, formatDate } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { EmptyState } from "~/ui/empty-state";
import { href } from "~/ui/href";
import { Section } from "~/ui/section";
import type { ShownState } from "../consultation";
import { OfficialText } from "~/ui/official-text";
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

/** The latest outcomes: how many comments came, how many were adopted, and the sentences they changed. */
export function HomeRecent({ items }: { items: RecentFacts[] }) {
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
    <Section id="recent" title={recent.title} lead={recent.lead}>
      <ol className="entries">
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
          <OfficialText zh={title} en={titleEn} />
        </a>
      </h3>
      <p className="entry-text">
        <Counts item={item} />
      </p>
      <div className="entry-facts">
        <StateBadge state={state} />
        <span>
          <OfficialText zh={unit.name} en={unit.nameEn} />
        </span>
        <Turn item={item} />
        {hasChanges && <a href={href(`/consultations/${slug}/changes`)}>{recent.changes}</a>}
      </div>
    </li>
  );
}

function Counts({ item: { received, adopted, partlyAdopted } }: { item: RecentFacts }) {
  const language = useLanguage();
  const { recent } = useStrings().home;
  if (received === 0) return <>{recent.zero}</>;
  const count = (value: number) => formatCount(value, language);
  return (
    <>
      {recent.received(count(received))} · {recent.adopted(count(adopted), count(partlyAdopted))}
    </>
  );
}

function Turn({ item: { state, turnedOn } }: { item: RecentFacts }) {
  const language = useLanguage();
  const { recent } = useStrings().home;
  const day = formatDate(turnedOn, language);
  if (state === "withdrawn") return <span>{recent.withdrawn(day)}</span>;
  return <span>{state === "decided" ? recent.decided(day) : recent.published(day)}</span>;
}
