import { formatDate } from "~/i18n/format";
import { deskQuality } from "~/i18n/zh-CN/desk-quality";
import type { RefusedSheet } from "~/reviews/components/sheet-form";
import { DefinitionList } from "~/ui/definition-list";
import { href } from "~/ui/href";
import { Notice } from "~/ui/notice";
import { Paragraphs } from "~/ui/official-text";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import { WholeText } from "~/ui/whole-text";
import type { QualityPageView } from "../quality-view";
import { OrderFacts } from "./order-facts";
import { QualityActs } from "./quality-acts";
import { QualityHistory } from "./quality-history";
import { CasePapers } from "./case-papers";
import { CaseBadge } from "./quality-list";
import { QualityRefusal } from "./quality-refusal";
import { QualitySignals } from "./quality-signals";

interface PageProps {
  page: QualityPageView;
  refused: RefusedSheet | undefined;
}

/** One document's interpretation as the office checks it: what can be measured, what was found, what comes of it. */
export function QualityPage({ page, refused }: PageProps) {
  const { title, slug, order } = page;
  return (
    <Page
      title={title}
      eyebrow={<CaseBadge state={page.state} />}
      lead={
        <p>
          {page.unitName} · <a href={href(`/policies/${slug}`)}>{deskQuality.publicPage}</a>
        </p>
      }
      breadcrumbs={[{ label: deskQuality.title, href: "/office/quality" }, { label: title }]}
      width="wide"
    >
      <QualityRefusal refused={refused} />
      <Report report={page.report} />
      <CasePapers page={page} refused={refused} />
      {order && (
        <Section title={deskQuality.order.title} id="order">
          {order.answeredOn && (
            <Notice kind="ask" title={deskQuality.order.answered(formatDate(order.answeredOn, "zh-CN"))} />
          )}
          <OrderFacts order={order} slug={slug} />
        </Section>
      )}
      <QualitySignals page={page} />
      <QualityActs page={page} refused={refused} />
      <QualityHistory checks={page.checks} />
    </Page>
  );
}

function Report({ report }: Pick<QualityPageView, "report">) {
  const { report: texts, fields } = deskQuality;
  if (!report) return null;
  const day = (value: string | null) => (value ? formatDate(value, "zh-CN") : "");
  const by = report.decidedBy ?? "";
  const signed = report.paper;
  const decision =
    report.isApproved === null
      ? texts.waiting
      : (report.isApproved ? texts.approved : texts.declined)(by, day(report.decidedOn));
  return (
    <Section title={texts.title} id="report" lead={<WholeText text={texts.by(report.by, day(report.reportedOn))} />}>
      <Notice kind={report.isApproved === null ? "ask" : "info"} title={decision}>
        {report.decisionReason && <Paragraphs text={report.decisionReason} />}
        {signed && (
          <p className="hint">
            <WholeText text={deskQuality.paper.mark(signed.number, day(signed.statedOn))} />
          </p>
        )}
      </Notice>
      <DefinitionList
        items={[
          { term: fields.findings, description: <Paragraphs text={report.findings} /> },
          { term: fields.better, description: <Paragraphs text={report.better} /> },
        ]}
      />
    </Section>
  );
}
