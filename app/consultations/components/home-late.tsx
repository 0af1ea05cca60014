import { formatCount, formatDay } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { href } from "~/ui/href";
import { Section } from "~/ui/section";
import { StatusBadge } from "~/ui/status-badge";
import { OfficialText } from "~/ui/official-text";
import { OfficialTitle } from "~/ui/title-text";
import { WholeText } from "~/ui/whole-text";

export interface LateFacts {
  slug: string;
  title: string;
  titleEn: string | null;
  unit: { name: string; nameEn: string };
  dueOn: string;
  overdue: number;
}

/** Outcomes that are late, all of them: nobody is left out because it looks bad. */
export function HomeLate({ items }: { items: LateFacts[] }) {
  const language = useLanguage();
  const { late } = useStrings().home;
  return (
    <Section id="late" title={late.title} lead={items.length === 0 ? late.none : late.lead}>
      {items.length > 0 && (
        <ol className="entries">
          {items.map(({ slug, title, titleEn, unit, dueOn, overdue }) => (
            <li key={slug} className="entry">
              <h3 className="entry-title">
                <a href={href(`/consultations/${slug}`)}>
                  <OfficialTitle zh={title} en={titleEn} />
                </a>
              </h3>
              <div className="entry-facts">
                <StatusBadge tone="overdue">{late.overdue(formatCount(overdue, language))}</StatusBadge>
                <span>
                  <WholeText text={late.due(formatDay(dueOn, language))} />
                </span>
                <span>
                  <OfficialText zh={unit.name} en={unit.nameEn} />
                </span>
              </div>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
