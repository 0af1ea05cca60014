import { WITHHOLDING_GROUNDS } from "~/disclosure/attribute";
import { formatDate } from "~/i18n/format";
import { useStrings } from "~/i18n/strings";
import { deskInspections } from "~/i18n/zh-CN/desk-inspections";
import { ActButton } from "~/ui/button";
import { DefinitionList } from "~/ui/definition-list";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { Paragraphs } from "~/ui/official-text";
import { RadioGroup } from "~/ui/radio-group";
import { fieldsOf, type RefusedForm } from "~/ui/refused-form";
import { Section } from "~/ui/section";
import { Select } from "~/ui/select";
import { StatusBadge, type StatusTone } from "~/ui/status-badge";
import { TextArea } from "~/ui/text-area";
import type { ReviewState } from "../attribute-review";
import { MAX_WORDS } from "../forms";
import type { ReviewItemView } from "../inspection-view";
import { Blocked } from "./inspection-refusal";

const { review: texts } = deskInspections;
const day = (value: string) => formatDate(value, "zh-CN");

const TONES: Record<ReviewState, StatusTone> = { undecided: "ask", decided: "working", approved: "settled" };

export function ReviewBadge({ state }: { state: ReviewState }) {
  return <StatusBadge tone={TONES[state]}>{texts.states[state]}</StatusBadge>;
}

/** What was decided of a document, in one line. */
export function useDecisionText(): (item: Pick<ReviewItemView, "decision" | "toAttribute" | "effectiveOn">) => string {
  const { inspections, policyTerms } = useStrings();
  const { decisions, to, lapsed } = inspections.review;
  return ({ decision, toAttribute, effectiveOn }) => {
    if (decision === null) return deskInspections.none;
    if (decision === "reclassify" && toAttribute) return to(policyTerms.attributes[toAttribute]);
    return effectiveOn ? lapsed(decisions[decision], day(effectiveOn)) : decisions[decision];
  };
}

/** One document under review, and the unit's form where a decision is due. */
export function ReviewItem({ item, refused }: { item: ReviewItemView; refused: RefusedForm | undefined }) {
  const { attributes } = useStrings().policyTerms;
  const decided = useDecisionText();
  const offer = item.offers.find(({ act }) => act === "decide");
  return (
    <>
      {item.returnReason && <Notice kind="warn" title={texts.returned(item.returnReason)} />}
      {item.approvedOn && <Notice kind="settled" title={texts.approvedOn(day(item.approvedOn))} />}
      <DefinitionList
        items={[
          { term: deskInspections.unit, description: item.unitName },
          { term: deskInspections.number, description: item.documentNumber },
          { term: deskInspections.signedOn, description: item.signedOn && day(item.signedOn) },
          { term: texts.attribute, description: attributes[item.attribute] },
          { term: deskInspections.attributeReason, description: item.attributeReason },
          { term: deskInspections.validUntil, description: item.validUntil && day(item.validUntil) },
          { term: texts.decision, description: item.decision && decided(item) },
          { term: texts.reason, description: item.reason && <Paragraphs text={item.reason} /> },
        ]}
      />
      {offer && (
        <Section title={texts.decide} id="act-decide" lead={texts.decideLead}>
          {offer.reasons.length > 0 ? (
            <Blocked reasons={offer.reasons} />
          ) : (
            <DecideForm item={item} refused={refused} />
          )}
        </Section>
      )}
    </>
  );
}

function DecideForm({ item, refused }: { item: ReviewItemView; refused: RefusedForm | undefined }) {
  const { policyTerms, inspections } = useStrings();
  const { decisions } = inspections.review;
  const field = fieldsOf("decide", refused);
  const isRegistered = item.choices.includes("reclassify");
  return (
    <form method="post" noValidate className="form">
      <RadioGroup
        {...field("decision")}
        label={texts.decision}
        options={item.choices.map((decision) => ({
          value: decision,
          label: decisions[decision],
          hint: decision === "disclose" ? texts.discloseHint : undefined,
        }))}
        required
      />
      {isRegistered && (
        <>
          <Select
            {...field("toAttribute")}
            label={texts.toAttribute}
            options={(["on_request", "withheld"] as const).map((one) => ({
              value: one,
              label: policyTerms.attributes[one],
            }))}
          />
          <Select
            {...field("ground")}
            label={texts.ground}
            options={WITHHOLDING_GROUNDS.map((ground) => ({ value: ground, label: policyTerms.grounds[ground] }))}
          />
        </>
      )}
      {item.choices.includes("mark_expired") && (
        <Field
          {...field("effectiveOn")}
          label={texts.effectiveOn}
          hint={texts.effectiveOnHint}
          type="date"
          size="medium"
        />
      )}
      <TextArea {...field("reason", item.reason)} label={texts.reason} rows={4} limit={MAX_WORDS} required />
      <ActButton act="decide" kind="primary">
        {texts.decide}
      </ActButton>
    </form>
  );
}
