import type { Language } from "~/i18n/language";
import { strings } from "~/i18n/strings";
import type { Deps } from "~/platform/db.server";
import { xmlText } from "~/platform/xml";
import { formatRecordedAt } from "~/timeline/event";
import { unitName } from "~/units/units";
import type { MessageKind } from "./message";
import { listShown } from "./public-store.server";
import { publicWords } from "./public-view";

const EXCERPT = 200;

/** Answers whose words are public, as entries of the site's feed, the latest first. */
export async function messageNews(
  { db }: Pick<Deps, "db">,
  take: number,
  { site, language }: { site: string; language: Language },
): Promise<{ at: Date; xml: string }[]> {
  const { feed } = strings(language).messages;
  const rows = await listShown(db.client, take);
  return rows.flatMap((row) => {
    const words = publicWords({ ...row, kind: row.kind as MessageKind, recusedUnits: [], recusedIds: [] });
    if (!words || !row.leadUnit) return [];
    const address = xmlText(`${site}/messages/${row.number}`);
    const time = formatRecordedAt(words.publishedAt);
    const xml = `<entry>
<title>${xmlText(feed.answered(words.title))}</title>
<id>${address}</id>
<link rel="alternate" type="text/html" href="${address}"/>
<updated>${time}</updated>
<published>${time}</published>
<author><name>${xmlText(unitName(row.leadUnit, language))}</name></author>
<category term="message"/>
<summary>${xmlText(excerpt(words.reply))}</summary>
</entry>
`;
    return [{ at: words.publishedAt, xml }];
  });
}

function excerpt(text: string): string {
  const characters = [...text.replace(/\s+/g, " ")];
  return characters.length > EXCERPT ? `${characters.slice(0, EXCERPT).join("")}…` : text;
}
