import { formatDate } from "~/i18n/format";
import { deskInspections } from "~/i18n/zh-CN/desk-inspections";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { href } from "~/ui/href";
import { Section } from "~/ui/section";
import type { ReviewItemView, SpotItemView } from "../inspection-view";
import { ReviewBadge, useDecisionText } from "./review-item";
import { ItemBadge } from "./spot-item";

const { unitPage: texts, spot, review } = deskInspections;
const day = (value: string) => formatDate(value, "zh-CN");

/** What was found wrong with the unit's documents. */
export function UnitNotices({ items }: { items: SpotItemView[] }) {
  return (
    <Section title={texts.notices} id="notices">
      <DataTable
        caption={texts.notices}
        isCaptionHidden
        rows={items}
        rowKey={({ id }) => id}
        empty={<EmptyState title={texts.noNotices} />}
        columns={[
          {
            key: "title",
            header: deskInspections.document,
            isRowHeader: true,
            cell: ({ id, title }) => <a href={href(`/desk/attributes/notices/${id}`)}>{title}</a>,
          },
          {
            key: "finding",
            header: spot.finding,
            cell: ({ finding }) => (finding ? spot.findings[finding] : deskInspections.none),
          },
          {
            key: "dueOn",
            header: texts.dueOn,
            kind: "tight",
            cell: ({ duty }) => (duty ? day(duty.dueOn) : deskInspections.none),
          },
          { key: "state", header: deskInspections.state, cell: ({ state }) => <ItemBadge state={state} /> },
        ]}
      />
    </Section>
  );
}

/** The unit's documents that a yearly review asks about. */
export function UnitReviews({ items }: { items: ReviewItemView[] }) {
  const decided = useDecisionText();
  return (
    <Section title={texts.reviews} id="reviews">
      <DataTable
        caption={texts.reviews}
        isCaptionHidden
        rows={items}
        rowKey={({ id }) => id}
        empty={<EmptyState title={texts.noReviews} />}
        columns={[
          {
            key: "title",
            header: deskInspections.document,
            isRowHeader: true,
            cell: ({ id, title }) => <a href={href(`/desk/attributes/reviews/${id}`)}>{title}</a>,
          },
          { key: "year", header: review.columns.year, kind: "tight", cell: ({ year }) => review.year(year) },
          { key: "decision", header: review.decision, cell: decided },
          { key: "state", header: deskInspections.state, cell: ({ state }) => <ReviewBadge state={state} /> },
        ]}
      />
    </Section>
  );
}
