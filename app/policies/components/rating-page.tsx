import { formatCount } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import type { Reason } from "~/platform/refusal";
import { DataTable } from "~/ui/data-table";
import { ErrorSummary } from "~/ui/error-summary";
import { href } from "~/ui/href";
import { OfficialText } from "~/ui/official-text";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import { UNDERSTOOD, type Understood } from "../reader-forms";
import { RatingForm } from "./rating-form";

interface RatingPageProps {
  slug: string;
  title: string;
  titleEn: string | null;
  ratings: Record<Understood, number>;
  refused: { reasons: Reason[]; typed: Record<string, string | undefined> } | undefined;
}

/** What readers answered, counted; and the question once more for whoever has not. */
export function RatingPage({ slug, title, titleEn, ratings, refused }: RatingPageProps) {
  const language = useLanguage();
  const { rating, materials } = useStrings().policies;
  const total = UNDERSTOOD.reduce((sum, answer) => sum + ratings[answer], 0);
  const address = `/interpretations/${slug}`;
  return (
    <Page
      title={rating.pageTitle}
      lead={
        <p>
          <OfficialText zh={title} en={titleEn} />
        </p>
      }
      breadcrumbs={[
        { label: materials.title, href: "/interpretations" },
        { label: (language === "en" && titleEn) || title, href: address },
        { label: rating.pageTitle },
      ]}
    >
      <ErrorSummary reasons={refused?.reasons ?? []} labels={{ understood: rating.title, reason: rating.reason }} />
      <p>{rating.pageLead}</p>
      <DataTable
        caption={total > 0 ? rating.total(formatCount(total, language)) : rating.none}
        rows={[...UNDERSTOOD]}
        rowKey={(answer) => answer}
        columns={[
          { key: "answer", header: rating.column, isRowHeader: true, cell: (answer) => rating.answers[answer] },
          {
            key: "count",
            header: rating.count,
            kind: "number",
            cell: (answer) => formatCount(ratings[answer], language),
          },
        ]}
      />
      <p className="hint">{rating.recorded}</p>
      <Section title={rating.title} id="rating" lead={rating.hint}>
        <RatingForm slug={slug} typed={refused?.typed} reasons={refused?.reasons} />
      </Section>
      <p>
        <a href={href(address)}>{rating.back}</a>
      </p>
    </Page>
  );
}
