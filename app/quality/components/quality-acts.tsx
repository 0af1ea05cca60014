import type { ReactNode } from "react";
import { formatCount } from "~/i18n/format";
import { reasonText } from "~/i18n/reasons";
import { deskQuality as texts } from "~/i18n/zh-CN/desk-quality";
import type { Reason } from "~/platform/refusal";
import { ActButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";
import { TextArea } from "~/ui/text-area";
import { MAX_WORDS } from "../forms";
import type { CaseOffer, QualityPageView } from "../quality-view";
import type { Act } from "../reinterpretation";
import { QualitySheet } from "./quality-sheet";
import { fieldsOf, type RefusedForm } from "~/ui/refused-form";

interface ActsProps {
  page: QualityPageView;
  refused: RefusedForm | undefined;
}

/** What this person may do now; where it may not be, all reasons instead of a form. */
export function QualityActs({ page, refused }: ActsProps) {
  if (page.offers.length === 0) return <EmptyState title={texts.nothing} />;
  return (
    <>
      {page.offers.map((offer) => (
        <QualityAct key={offer.act} offer={offer} page={page} refused={refused} />
      ))}
    </>
  );
}

function QualityAct({ offer: { act, reasons }, page, refused }: ActsProps & { offer: CaseOffer }) {
  const title = act === "check" ? texts.checkTitle : act === "recheck" ? texts.recheckTitle : texts.acts[act];
  return (
    <Section title={title} level={2} id={`act-${act}`} lead={act === "recheck" ? texts.recheckLead : undefined}>
      {reasons.length > 0 ? <Blocked act={act} reasons={reasons} /> : formOf(act, page, refused)}
    </Section>
  );
}

export function Blocked({ act, reasons }: { act: Act; reasons: Reason[] }) {
  return (
    <Notice kind="ask" title={texts.blocked(texts.acts[act])}>
      <ul>
        {reasons.map((reason) => (
          <li key={reason.code}>{reasonText(reason, "zh-CN")}</li>
        ))}
      </ul>
    </Notice>
  );
}

function formOf(act: Act, page: QualityPageView, refused: RefusedForm | undefined): ReactNode {
  if (act === "check" || act === "recheck") return <QualitySheet act={act} share={page.share} refused={refused} />;
  const field = fieldsOf(act, refused);
  const { fields, hints } = texts;
  const area = (name: "findings" | "better" | "ground" | "reason", hint: string, initial?: string | null) => (
    <TextArea {...field(name, initial)} label={fields[name]} hint={hint} rows={5} limit={MAX_WORDS} required />
  );
  return (
    <form method="post" noValidate className="form">
      {act === "report" && (
        <>
          {area("findings", hints.findings, page.checks[0]?.note)}
          {area("better", hints.better)}
        </>
      )}
      {act === "approve_report" && (
        <TextArea {...field("reason")} label={fields.reason} hint={hints.approve} rows={2} limit={MAX_WORDS} />
      )}
      {act === "decline_report" && (
        <TextArea {...field("reason")} label={fields.reason} rows={3} limit={MAX_WORDS} required />
      )}
      {act === "order" && (
        <>
          <p>{texts.orderDays(formatCount(page.days, "zh-CN"))}</p>
          {area("ground", hints.ground, page.report?.findings)}
          {area("better", hints.better, page.report?.better)}
        </>
      )}
      <ActButton act={act} kind={act === "decline_report" ? "plain" : "primary"}>
        {texts.acts[act]}
      </ActButton>
    </form>
  );
}
