import { daysBetween } from "~/calendar/plain-date";
import { formatCount } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { ButtonLink } from "~/ui/button";
import { Clock } from "~/ui/clock";
import { EmptyState } from "~/ui/empty-state";
import { href } from "~/ui/href";
import { PeriodLine } from "~/ui/period-line";
import { Section } from "~/ui/section";
import { OfficialText } from "~/ui/official-text";
import { OfficialTitle } from "~/ui/title-text";

export interface OpenFacts {
  slug: string;
  title: string;
  titleEn: string | null;
  summary: string;
  summaryEn: string | null;
  unit: { name: string; nameEn: string };
  opensOn: string | null;
  closesOn: string | null;
  daysLeft: number;
  received: number;
}

/** What can be commented on now, that which closes first at the top. */
export function HomeOpen({ items, total }: { items: OpenFacts[]; total: number }) {
  const { open } = useStrings().home;
  return (
    <Section id="open" title={open.title} actions={<a href={href("/consultations")}>{open.all}</a>}>
      {items.length === 0 ? (
        <EmptyState title={open.none} action={{ label: open.all, href: "/consultations" }}>
          <p>{open.noneWhy}</p>
        </EmptyState>
      ) : (
        <ol className="entries">
          {items.map((item, index) => (
            <Entry key={item.slug} item={item} isFirst={index === 0} />
          ))}
        </ol>
      )}
      {total > items.length && (
        <p>
          <a href={href("/consultations?state=open")}>{open.more(total)}</a>
        </p>
      )}
    </Section>
  );
}

function Entry({ item, isFirst }: { item: OpenFacts; isFirst: boolean }) {
  const language = useLanguage();
  const { open } = useStrings().home;
  const { slug, title, titleEn, summary, summaryEn, unit, received } = item;
  return (
    <li className="entry entry-open">
      <h3 className="entry-title">
        <a href={href(`/consultations/${slug}`)}>
          <OfficialTitle zh={title} en={titleEn} />
        </a>
      </h3>
      <div className="entry-facts">
        <span>
          <OfficialText zh={unit.name} en={unit.nameEn} />
        </span>
        <span>{open.received(formatCount(received, language))}</span>
      </div>
      {summary && (
        <p className="entry-text">
          <OfficialText zh={summary} en={summaryEn} />
        </p>
      )}
      <Period item={item} />
      <p className="actions">
        <ButtonLink href={`/consultations/${slug}`} kind={isFirst ? "primary" : "plain"}>
          {open.comment}
        </ButtonLink>
      </p>
    </li>
  );
}

function Period({ item: { opensOn, closesOn, daysLeft } }: { item: OpenFacts }) {
  const { consultations } = useStrings();
  if (!closesOn) return null;
  const total = opensOn ? daysBetween(opensOn, closesOn) + 1 : 0;
  return (
    <>
      {total > 0 && <PeriodLine total={total} passed={total - daysLeft - 1} />}
      <Clock label={consultations.page.openUntil} day={closesOn} left={daysLeft} past="closed" />
    </>
  );
}
