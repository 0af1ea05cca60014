import { formatCount } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { Clock } from "~/ui/clock";
import { EmptyState } from "~/ui/empty-state";
import { href } from "~/ui/href";
import { Section } from "~/ui/section";
import { OfficialText } from "~/ui/official-text";

export interface OpenFacts {
  slug: string;
  title: string;
  titleEn: string | null;
  summary: string;
  summaryEn: string | null;
  unit: { name: string; nameEn: string };
  closesOn: string | null;
  daysLeft: number;
  received: number;
}

/** What can be commented on now, that which closes first at the top. */
export function HomeOpen({ items, total }: { items: OpenFacts[]; total: number }) {
  const { home, consultations } = useStrings();
  const { open } = home;
  return (
    <Section id="open" title={open.title}>
      {items.length === 0 ? (
        <EmptyState title={open.none} action={{ label: open.all, href: "/consultations" }}>
          <p>{open.noneWhy}</p>
        </EmptyState>
      ) : (
        <ol className="entries">
          {items.map((item) => (
            <Entry key={item.slug} item={item} label={consultations.page.openUntil} />
          ))}
        </ol>
      )}
      {total > items.length && (
        <p>
          <a href={href("/consultations?state=open")}>{open.all}</a>
        </p>
      )}
    </Section>
  );
}

function Entry({ item, label }: { item: OpenFacts; label: string }) {
  const language = useLanguage();
  const { open } = useStrings().home;
  const { slug, title, titleEn, summary, summaryEn, unit, closesOn, daysLeft, received } = item;
  return (
    <li className="entry">
      <h3 className="entry-title">
        <a href={href(`/consultations/${slug}`)}>
          <OfficialText zh={title} en={titleEn} />
        </a>
      </h3>
      {closesOn && <Clock label={label} day={closesOn} left={daysLeft} past="closed" />}
      {summary && (
        <p className="entry-text">
          <OfficialText zh={summary} en={summaryEn} />
        </p>
      )}
      <div className="entry-facts">
        <span>
          <OfficialText zh={unit.name} en={unit.nameEn} />
        </span>
        <span>{open.received(formatCount(received, language))}</span>
        <a href={href(`/consultations/${slug}#draft`)}>{open.comment}</a>
      </div>
    </li>
  );
}
