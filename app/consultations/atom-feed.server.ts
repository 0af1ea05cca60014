import { formatDay } from "~/i18n/format";
import type { Language } from "~/i18n/language";
import { strings } from "~/i18n/strings";
import { xmlText } from "~/platform/xml";
import { formatRecordedAt } from "~/timeline/event";
import type { News, NewsKind } from "./public-news.server";

interface Feed {
  siteName: string;
  /** Where the site is served, with its base path and without a slash at the end. */
  site: string;
  /** When nothing has happened yet, the feed is as old as this. */
  now: Date;
  language: Language;
  /** How many entries it holds. */
  most: number;
}

const PAGES: Record<NewsKind, string> = { opened: "", outcome: "/outcome", decided: "/changes", withdrawn: "/outcome" };

/** News of consultations, and what other domains tell, as one Atom feed (RFC 4287), the latest first. */
export function atomFeed(
  news: readonly News[],
  { siteName, site, now, language, most }: Feed,
  others: readonly { at: Date; xml: string }[] = [],
): string {
  const own = news.map((one) => ({ at: one.at, xml: entry(one, site, language) }));
  const entries = [...own, ...others].toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, most);
  const { feed } = strings(language).home;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<title>${xmlText(feed.title(siteName))}</title>
<id>${xmlText(`${site}/feed.xml`)}</id>
<link rel="self" type="application/atom+xml" href="${xmlText(`${site}/feed.xml`)}"/>
<link rel="alternate" type="text/html" href="${xmlText(`${site}/consultations`)}"/>
<updated>${formatRecordedAt(entries[0]?.at ?? now)}</updated>
<author><name>${xmlText(siteName)}</name></author>
${entries.map(({ xml }) => xml).join("")}</feed>
`;
}

function entry(news: News, site: string, language: Language): string {
  const { feed } = strings(language).home;
  const isEnglish = language === "en";
  const page = `${site}/consultations/${encodeURIComponent(news.slug)}`;
  const title = feed[news.kind]((isEnglish && news.titleEn) || news.title);
  const unit = isEnglish ? news.unit.nameEn : news.unit.name;
  return `<entry>
<title>${xmlText(title)}</title>
<id>${xmlText(`${page}#${news.kind}`)}</id>
<link rel="alternate" type="text/html" href="${xmlText(page + PAGES[news.kind])}"/>
<updated>${formatRecordedAt(news.at)}</updated>
<published>${formatRecordedAt(news.at)}</published>
<author><name>${xmlText(unit)}</name></author>
<category term="${news.kind}"/>
<summary>${xmlText(summaryOf(news, language))}</summary>
</entry>
`;
}

function summaryOf(news: News, language: Language): string {
  const { feed } = strings(language).home;
  const summary = (language === "en" && news.summaryEn) || news.summary;
  if (news.kind === "opened") {
    return [summary, news.closesOn && feed.until(formatDay(news.closesOn, language))].filter(Boolean).join(" ");
  }
  if (news.kind === "withdrawn") return feed.reason(news.withdrawnReason ?? "");
  if (news.kind === "decided" && news.decidedOn) {
    return feed.decidedOn(formatDay(news.decidedOn, language), news.documentNumber ?? "");
  }
  return summary;
}
