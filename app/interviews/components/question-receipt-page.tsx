import { formatCount } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { LeaveForm } from "~/receipts/components/leave-form";
import { ReceiptCode, type QrSquare } from "~/receipts/components/receipt-code";
import { DateText } from "~/ui/date-text";
import { DefinitionList } from "~/ui/definition-list";
import { href } from "~/ui/href";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import type { DeclineGround, QuestionState } from "../question";
import { Lines, Written } from "./written";

export interface QuestionReceiptPageProps {
  facts: {
    number: number;
    code: string;
    state: QuestionState;
    receivedAt: Date | string;
    endedAt: Date | string | null;
    interview: { slug: string; title: string; titleEn: string | null };
    unit: { name: string; nameEn: string };
  };
  /** Null to whoever has the code alone. */
  own: {
    body: string;
    name: string | null;
    consentsToPublish: boolean;
    answer: string | null;
    declined: { ground: DeclineGround; reason: string } | null;
  } | null;
  spaced: string;
  qr: QrSquare;
}

/** The receipt of a question: how far it is, and to its sender the words, the answer or the reason. */
export function QuestionReceiptPage({ facts, own, spaced, qr }: QuestionReceiptPageProps) {
  const { interviews, receipts } = useStrings();
  const { receipt } = interviews;
  return (
    <div data-watch={`interview:${facts.interview.slug}`}>
      <Page
        title={receipt.title}
        breadcrumbs={[{ label: receipts.track.title, href: "/track" }, { label: receipt.title }]}
      >
        {facts.state === "pending" && (
          <Notice kind="settled" title={receipt.posted}>
            <p>{receipt.postedText}</p>
          </Notice>
        )}
        <ReceiptCode spaced={spaced} qr={qr} />
        <div id="question-facts" data-live="">
          <Facts facts={facts} />
        </div>
        <div id="question-own" data-live="">
          {own ? <Own own={own} /> : <Locked />}
        </div>
        {own && <LeaveForm code={facts.code} />}
      </Page>
    </div>
  );
}

function Facts({ facts }: Pick<QuestionReceiptPageProps, "facts">) {
  const language = useLanguage();
  const { receipt } = useStrings().interviews;
  const { interview, unit } = facts;
  return (
    <DefinitionList
      items={[
        { term: receipt.number, description: formatCount(facts.number, language) },
        { term: receipt.state, description: receipt.states[facts.state] },
        {
          term: receipt.interview,
          description: (
            <a href={href(`/interviews/${interview.slug}`)}>
              <Written zh={interview.title} en={interview.titleEn} />
            </a>
          ),
        },
        { term: receipt.unit, description: <Written zh={unit.name} en={unit.nameEn} /> },
        { term: receipt.received, description: <DateText instant={facts.receivedAt} /> },
        { term: receipt.ended, description: facts.endedAt && <DateText instant={facts.endedAt} /> },
      ]}
    />
  );
}

function Own({ own }: { own: NonNullable<QuestionReceiptPageProps["own"]> }) {
  const { receipt, grounds } = useStrings().interviews;
  const { body, name, consentsToPublish, answer, declined } = own;
  return (
    <Section title={receipt.own} id="own-question">
      <DefinitionList
        items={[
          { term: receipt.body, description: <Lines text={body} /> },
          { term: receipt.name, description: name },
          { term: receipt.consent, description: consentsToPublish ? receipt.consents : receipt.refuses },
          {
            term: receipt.answer,
            description: answer && (
              <div lang="zh-CN">
                <Lines text={answer} />
              </div>
            ),
          },
          {
            term: receipt.ground,
            description: declined && (
              <>
                {grounds[declined.ground]}
                <p lang="zh-CN">{declined.reason}</p>
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}

function Locked() {
  const { receipt } = useStrings().interviews;
  return (
    <p>
      {receipt.locked} <a href={href("/track")}>{receipt.lockedLink}</a>
    </p>
  );
}
