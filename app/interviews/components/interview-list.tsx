import { useLanguage, useStrings } from "~/i18n/strings";
import { DateText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { href } from "~/ui/href";
import { OfficialTitle } from "~/ui/title-text";
import type { InterviewEntry } from "../interview-facts";
import { InterviewBadge } from "./interview-badge";
import { Written } from "./written";

/** Interviews with guest, time and state. */
export function InterviewList({ items }: { items: InterviewEntry[] }) {
  const { list } = useStrings().interviews;
  if (items.length === 0) return <EmptyState title={list.empty}>{list.emptyText}</EmptyState>;
  return (
    <ol className="entries">
      {items.map((item) => (
        <Entry key={item.slug} item={item} />
      ))}
    </ol>
  );
}

function Entry({ item }: { item: InterviewEntry }) {
  const language = useLanguage();
  const { list } = useStrings().interviews;
  const isTranslated = language === "en" && item.guestEn !== null;
  return (
    <li className="entry">
      <h2 className="entry-title">
        <a href={href(`/interviews/${item.slug}`)}>
          <OfficialTitle zh={item.title} en={item.titleEn} />
        </a>
      </h2>
      <div className="entry-facts">
        <InterviewBadge state={item.state} />
        <DateText instant={item.beginsAt} />
        <span>
          <Written zh={item.unit.name} en={item.unit.nameEn} />
        </span>
      </div>
      <p className="entry-text" lang={language === "en" && !isTranslated ? "zh-CN" : undefined}>
        {list.guest(isTranslated ? (item.guestEn ?? "") : item.guest)}
      </p>
    </li>
  );
}
