import { formatDate } from "~/i18n/format";
import { useStrings } from "~/i18n/strings";
import { deskInspections } from "~/i18n/zh-CN/desk-inspections";
import { deskReviews } from "~/i18n/zh-CN/desk-reviews";
import { sheetForm, type RefusedSheet } from "~/reviews/components/sheet-form";
import { SheetPapers } from "~/reviews/components/sheet-papers";
import { ActButton } from "~/ui/button";
import { CheckboxGroup } from "~/ui/checkbox-group";
import { DataTable } from "~/ui/data-table";
import { href } from "~/ui/href";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { fieldsOf, type RefusedForm } from "~/ui/refused-form";
import { Section } from "~/ui/section";
import { TextArea } from "~/ui/text-area";
import { MAX_WORDS } from "../forms";
import type { ReviewItemView, ReviewView } from "../inspection-view";
import { Blocked, InspectionRefusal } from "./inspection-refusal";
import { ReviewBadge, useDecisionText } from "./review-item";

const { review: texts } = deskInspections;
const day = (value: string) => formatDate(value, "zh-CN");

interface PageProps {
  review: ReviewView;
  refused: (RefusedForm & Pick<RefusedSheet, "kept"> & { items: string[] }) | undefined;
}

/** One year's review: every document with its unit's decision, the leader's approval, and the publication. */
export function ReviewPage({ review, refused }: PageProps) {
  const { inspections } = useStrings();
  const { year, publishedOn } = review;
  return (
    <Page
      title={texts.year(year)}
      lead={
        <>
          <p>{inspections.review.lead(String(review.reviewed))}</p>
          <p className="hint">
            {texts.basis}：{inspections.review.bases[review.basis]}
          </p>
        </>
      }
      breadcrumbs={[{ label: texts.title, href: "/office/attribute-reviews" }, { label: texts.year(year) }]}
      width="wide"
    >
      <InspectionRefusal refused={refused} />
      {publishedOn && (
        <Notice kind="settled" title={texts.published(day(publishedOn))}>
          <a href={href(`/policies/disclosure-review/${year}`)}>{deskInspections.publicPage}</a>
        </Notice>
      )}
      <Items items={review.items} />
      <Approval items={review.items} refused={refused} />
      <Papers review={review} refused={refused} />
      {review.mayPublish && (
        <Section title={texts.publish} id="act-publish" lead={texts.publishLead}>
          <form method="post">
            <ActButton act="publish" kind="primary">
              {texts.publish}
            </ActButton>
          </form>
        </Section>
      )}
    </Page>
  );
}

function Items({ items }: { items: ReviewItemView[] }) {
  const { attributes } = useStrings().policyTerms;
  const decided = useDecisionText();
  return (
    <DataTable
      caption={texts.items}
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        { key: "title", header: deskInspections.document, isRowHeader: true, cell: ({ title }) => title },
        { key: "unit", header: deskInspections.unit, cell: ({ unitName }) => unitName },
        {
          key: "signedOn",
          header: deskInspections.signedOn,
          kind: "tight",
          cell: ({ signedOn }) => (signedOn ? day(signedOn) : deskInspections.none),
        },
        {
          key: "attribute",
          header: texts.attribute,
          kind: "tight",
          cell: ({ attribute }) => attributes[attribute],
        },
        { key: "decision", header: texts.decision, cell: decided },
        { key: "reason", header: texts.reason, cell: ({ reason }) => reason ?? deskInspections.none },
        { key: "state", header: deskInspections.state, cell: ({ state }) => <ReviewBadge state={state} /> },
      ]}
    />
  );
}

/** What leaders decided on a 批示件 instead of here: entered by one, verified by another, who ticks what stands on it. */
function Papers({ review: { papers, items }, refused }: PageProps) {
  const decided = useDecisionText();
  if (!papers) return null;
  const { lines, signers, ...rest } = papers;
  const waiting = items.filter(({ state }) => state === "decided");
  return (
    <Section title={deskReviews.paper.title} id="papers">
      <SheetPapers
        papers={lines}
        lead={texts.paperLead}
        form={signers && sheetForm(refused)}
        signers={signers ?? {}}
        verifyFields={(_act, field) => {
          const { defaultValue: _value, ...choice } = field("item");
          return (
            <CheckboxGroup
              {...choice}
              defaultValues={refused?.items}
              label={texts.paperItems}
              options={waiting.map((item) => ({
                value: String(item.id),
                label: texts.itemLine(item.unitName, item.title, decided(item), item.reason ?? ""),
              }))}
            />
          );
        }}
        {...rest}
      />
    </Section>
  );
}

/** The leader ticks the decisions and approves them, or sends them back with a reason. */
function Approval({ items, refused }: { items: ReviewItemView[] } & Pick<PageProps, "refused">) {
  const decided = useDecisionText();
  const offered = items.flatMap((item) => {
    const offer = item.offers.find(({ act }) => act === "approve");
    return offer ? [{ item, reasons: offer.reasons }] : [];
  });
  const free = offered.filter(({ reasons }) => reasons.length === 0).map(({ item }) => item);
  if (offered.length === 0) return null;
  const field = fieldsOf(refused?.act === "decline" ? "decline" : "approve", refused);
  const { defaultValue: _value, ...choice } = field("item");
  return (
    <Section title={texts.approve} id="act-approve">
      {free.length === 0 ? (
        <Blocked reasons={offered[0]!.reasons} />
      ) : (
        <form method="post" noValidate className="form">
          <CheckboxGroup
            {...choice}
            defaultValues={refused?.items}
            label={texts.approveItems}
            options={free.map((item) => ({
              value: String(item.id),
              label: texts.itemLine(item.unitName, item.title, decided(item), item.reason ?? ""),
            }))}
          />
          <ActButton act="approve" kind="primary">
            {texts.approveButton}
          </ActButton>
          <TextArea {...field("reason")} label={texts.declineReason} rows={2} limit={MAX_WORDS} />
          <ActButton act="decline">{texts.declineButton}</ActButton>
        </form>
      )}
    </Section>
  );
}
