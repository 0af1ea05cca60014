import { formatDate } from "~/i18n/format";
import { useStrings } from "~/i18n/strings";
import { deskQuality as texts } from "~/i18n/zh-CN/desk-quality";
import type { MaterialKind } from "~/policies/material";
import { ActButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import { MAX_WORDS } from "../forms";
import type { CaseOffer, OrderPageView } from "../quality-view";
import { OrderFacts } from "./order-facts";
import { Blocked } from "./quality-acts";
import { fieldsOf, type RefusedForm } from "~/ui/refused-form";

interface OrderProps {
  page: OrderPageView;
  kinds: readonly MaterialKind[];
  refused: RefusedForm | undefined;
}

/** The order as the unit has it before it: what is asked, by when, its new material, its answer. */
export function OrderPage({ page, kinds, refused }: OrderProps) {
  const { order, earlier, slug } = page;
  const { order: words } = texts;
  return (
    <>
      {!order && earlier.length === 0 && <EmptyState title={words.none}>{words.noneWhy}</EmptyState>}
      {order?.answeredOn && <Notice title={words.answered(formatDate(order.answeredOn, "zh-CN"))} />}
      {order && <OrderFacts order={order} slug={slug} />}
      {page.offers.map((offer) => (
        <UnitAct key={offer.act} offer={offer} kinds={kinds} refused={refused} />
      ))}
      {earlier.length > 0 && (
        <Section title={words.earlier} id="earlier">
          {earlier.map((one) => {
            const said = one.isMet ? words.met : words.notMet;
            return (
              <Section key={one.orderedOn} title={said(formatDate(one.endedOn!, "zh-CN"))} level={3}>
                <OrderFacts order={one} slug={slug} />
              </Section>
            );
          })}
        </Section>
      )}
    </>
  );
}

function UnitAct({ offer: { act, reasons }, kinds, refused }: Omit<OrderProps, "page"> & { offer: CaseOffer }) {
  const { materialKinds } = useStrings().policyTerms;
  const field = fieldsOf(act, refused);
  if (act !== "begin_answer" && act !== "answer") return null;
  const isShut = reasons.length > 0;
  return (
    <Section title={texts.acts[act]} id={`act-${act}`} lead={act === "answer" ? undefined : texts.order.answersHint}>
      {isShut ? (
        <Blocked act={act} reasons={reasons} />
      ) : (
        <form method="post" noValidate className="form">
          {act === "begin_answer" ? (
            <Select
              {...field("kind")}
              label={texts.fields.kind}
              options={kinds.map((kind) => ({ value: kind, label: materialKinds[kind] }))}
              required
            />
          ) : (
            <TextArea
              {...field("note")}
              label={texts.order.answerNote}
              hint={texts.hints.answer}
              rows={5}
              limit={MAX_WORDS}
              required
            />
          )}
          <ActButton act={act} kind={act === "answer" ? "primary" : "plain"}>
            {texts.acts[act]}
          </ActButton>
        </form>
      )}
    </Section>
  );
}
