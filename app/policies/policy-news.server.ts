import { plainDateOf, type PlainDate } from "~/calendar/plain-date";
import type { Language } from "~/i18n/language";
import { strings } from "~/i18n/strings";
import type { Deps } from "~/platform/db.server";
import { xmlText } from "~/platform/xml";
import { formatRecordedAt } from "~/timeline/event";
import { findLatestMaterials } from "./material-list-store.server";
import { findLatestReleased, findPoliciesOfConsultation, findPolicyPlaces } from "./policy-list-store.server";

export interface FeedEntry {
  at: Date;
  xml: string;
}

interface Told {
  path: string;
  title: string;
  unit: string;
  summary: string;
  at: Date;
  kind: "policy" | "interpretation";
}

/** Releases of documents and of their interpretation as entries of the site's feed, the latest first. */
export async function policyNews(
  { db }: Pick<Deps, "db">,
  take: number,
  { site, language }: { site: string; language: Language },
): Promise<FeedEntry[]> {
  const { feed } = strings(language).policies;
  const isEnglish = language === "en";
  const policies = (await findLatestReleased(db.client, take)).map(
    ({ slug, title, titleEn, summary, summaryEn, unit, releasedAt }): Told => ({
      path: `/policies/${slug}`,
      title: feed.policy((isEnglish && titleEn) || title),
      unit: isEnglish ? unit.nameEn : unit.name,
      summary: (isEnglish && summaryEn) || summary,
      at: releasedAt!,
      kind: "policy",
    }),
  );
  const materials = (await findLatestMaterials(db.client, take)).map(
    ({ slug, title, titleEn, summary, policy, releasedAt }): Told => ({
      path: `/interpretations/${slug}`,
      title: feed.material((isEnglish && titleEn) || title),
      unit: isEnglish ? policy.unit.nameEn : policy.unit.name,
      summary,
      at: releasedAt!,
      kind: "interpretation",
    }),
  );
  return [...policies, ...materials].map((told) => ({ at: told.at, xml: entryOf(told, site) }));
}

function entryOf({ path, title, unit, summary, at, kind }: Told, site: string): string {
  const address = xmlText(site + path);
  const time = formatRecordedAt(at);
  return `<entry>
<title>${xmlText(title)}</title>
<id>${address}</id>
<link rel="alternate" type="text/html" href="${address}"/>
<updated>${time}</updated>
<published>${time}</published>
<author><name>${xmlText(unit)}</name></author>
<category term="${kind}"/>
<summary>${xmlText(summary)}</summary>
</entry>
`;
}

/** The public pages of documents and materials, newest first. */
export async function policyPlaces(
  { db }: Pick<Deps, "db">,
  most: number,
): Promise<{ path: string; changedOn: PlainDate | null }[]> {
  const policies = await findPolicyPlaces(db.client, most);
  const materials = await findLatestMaterials(db.client, Math.max(0, most - policies.length));
  return [
    ...policies.map(({ slug, releasedAt, importedAt }) => placeOf(`/policies/${slug}`, releasedAt ?? importedAt)),
    ...materials.map(({ slug, releasedAt }) => placeOf(`/interpretations/${slug}`, releasedAt)),
  ];
}

/** The public documents that came of a consultation, each with how many materials explain it. */
export async function policiesOfConsultation({ db }: Pick<Deps, "db">, slug: string) {
  const rows = await findPoliciesOfConsultation(db.client, slug);
  return rows.map(({ _count, ...policy }) => ({ ...policy, materials: _count.materials }));
}

function placeOf(path: string, at: Date | null) {
  return { path, changedOn: at && plainDateOf(at) };
}
