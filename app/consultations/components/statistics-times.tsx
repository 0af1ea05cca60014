import { formatCount } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { BarChart } from "~/ui/charts/bar-chart";
import { ShareChart } from "~/ui/charts/share-chart";
import { href } from "~/ui/href";
import { Pagination } from "~/ui/pagination";
import { Section } from "~/ui/section";

interface TimeFacts {
  slug: string;
  title: string;
  titleEn: string | null;
  workingDays: number;
  allowed: number;
}

export interface TimesProps {
  /** Those on this page. */
  items: TimeFacts[];
  kept: number;
  late: number;
  /** Not published and past their day. */
  overdue: number;
  page: number;
  pageSize: number;
  search: string;
}

/** From the last day for comments to the published outcome: in time or late, and how long each took. */
export function StatisticsTimes({ items, kept, late, overdue, page, pageSize, search }: TimesProps) {
  const language = useLanguage();
  const { times } = useStrings().statistics;
  const total = kept + late;
  return (
    <Section id="times" title={times.title} lead={times.definition}>
      {overdue > 0 && (
        <p>
          {times.overdue(formatCount(overdue, language))} <a href={href("/#late")}>{times.overdueLink}</a>
        </p>
      )}
      {total === 0 ? (
        <p>{times.none}</p>
      ) : (
        <>
          <ShareChart
            id="times-share"
            title={times.share}
            of={times.share}
            counted={times.items}
            rows={[
              { key: "kept", label: times.kept, value: kept },
              { key: "late", label: times.late, value: late },
            ]}
          />
          <Each items={items} />
          <Pagination page={page} pageSize={pageSize} total={total} search={search} />
        </>
      )}
    </Section>
  );
}

function Each({ items }: Pick<TimesProps, "items">) {
  const language = useLanguage();
  const { times } = useStrings().statistics;
  const [allowed, ...others] = new Set(items.map((item) => item.allowed));
  const isSame = allowed !== undefined && others.length === 0;
  return (
    <Section level={3} title={times.latest}>
      <BarChart
        id="times-each"
        title={times.latest}
        of={times.of}
        counted={times.counted}
        limit={isSame ? { value: allowed, label: times.limit(formatCount(allowed, language)) } : undefined}
        rows={items.map(({ slug, title, titleEn, workingDays }) => ({
          key: slug,
          label: (language === "en" && titleEn) || title,
          value: workingDays,
          href: href(`/consultations/${slug}/outcome`),
        }))}
      />
    </Section>
  );
}
