import type { PlainDate } from "~/calendar/plain-date";
import type { Language } from "~/i18n/language";
import { strings } from "~/i18n/strings";
import type { Deps } from "~/platform/db.server";
import { xmlText } from "~/platform/xml";
import { formatRecordedAt } from "~/timeline/event";
import { publicRounds, publishedRounds } from "./public-cases.server";

/** Each published list as an entry of the site's feed, the latest first. */
export async function caseNews(
  deps: Deps,
  take: number,
  { site, siteName, language }: { site: string; siteName: string; language: Language },
): Promise<{ at: Date; xml: string }[]> {
  const { feed, name } = strings(language).nominations;
  return (await publishedRounds(deps)).slice(0, take).map(({ round, publishedAt: at }) => {
    const address = xmlText(`${site}/cases/${round.key}`);
    const time = formatRecordedAt(at);
    const xml = `<entry>
<title>${xmlText(feed.title(name(round.year, round.half)))}</title>
<id>${address}</id>
<link rel="alternate" type="text/html" href="${address}"/>
<updated>${time}</updated>
<published>${time}</published>
<author><name>${xmlText(siteName)}</name></author>
<category term="cases"/>
<summary>${xmlText(feed.summary(round.cases ?? 0))}</summary>
</entry>
`;
    return { at, xml };
  });
}

/** The public pages of the rounds, newest first. */
export async function casePlaces(deps: Deps): Promise<{ path: string; changedOn: PlainDate | null }[]> {
  const { rounds } = await publicRounds(deps);
  return rounds.map(({ key, publishedOn, opensOn }) => ({ path: `/cases/${key}`, changedOn: publishedOn ?? opensOn }));
}
