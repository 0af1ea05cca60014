import { useStrings } from "~/i18n/strings";
import { DateText } from "~/ui/date-text";
import { href } from "~/ui/href";
import { Section } from "~/ui/section";
import { OfficialText } from "~/ui/official-text";
import { OfficialTitle } from "~/ui/title-text";

export interface PolicyFacts {
  slug: string;
  title: string;
  titleEn: string | null;
  signedOn: string | null;
  /** What it means for the reader, in a sentence or two. */
  summary: string;
  summaryEn: string | null;
}

/** The newest policies, each with what it means for the reader; nothing where there are none. */
export function HomePolicies({ items = [] }: { items?: PolicyFacts[] }) {
  const { policies } = useStrings().home;
  if (items.length === 0) return null;
  return (
    <Section id="policies" title={policies.title} actions={<a href={href("/policies")}>{policies.all}</a>}>
      <ol className="entries">
        {items.map((item) => (
          <li key={item.slug} className="entry">
            <h3 className="entry-title">
              <a href={href(`/policies/${item.slug}`)}>
                <OfficialTitle zh={item.title} en={item.titleEn} />
              </a>
            </h3>
            <p className="entry-text">
              <strong>{policies.meaning}</strong> <OfficialText zh={item.summary} en={item.summaryEn} />
            </p>
            {item.signedOn && (
              <div className="entry-facts">
                <DateText day={item.signedOn} isShort />
              </div>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
