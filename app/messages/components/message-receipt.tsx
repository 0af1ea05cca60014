import type { ReasonToTell } from "~/i18n/reasons";
import { formatDay } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { LeaveForm } from "~/receipts/components/leave-form";
import { ReceiptCode, type QrSquare } from "~/receipts/components/receipt-code";
import { TailForm } from "~/receipts/components/tail-form";
import { DateText } from "~/ui/date-text";
import { DefinitionList } from "~/ui/definition-list";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import type { MessageReceiptFacts, OwnMessage, ShownHolder } from "../shown";
import { MessageBadge } from "./message-badge";
import { MessageClocks } from "./message-clocks";
import { MessagePath } from "./message-path";
import { OwnActs } from "./own-acts";
import { OwnAnswers } from "./own-answers";
import { OwnMessageWords } from "./own-message-words";
import { UnsentWords } from "./unsent-words";
import { UnitText } from "./said";

export interface RefusedOwn {
  reasons: ReasonToTell[];
  typed: Record<string, string | undefined>;
}

interface Props {
  facts: MessageReceiptFacts;
  /** Null to whoever has the code alone. */
  own: OwnMessage | null;
  holdsReceipt: boolean;
  spaced: string;
  qr: QrSquare;
  refused?: RefusedOwn;
}

/** The receipt of a message: how far it is and who has it, for whoever has the code; the rest for its sender. */
export function MessageReceipt({ facts, own, holdsReceipt, spaced, qr, refused }: Props) {
  const { messages, receipts } = useStrings();
  const { receipt: texts } = messages;
  return (
    <div data-watch={own ? `message:${facts.number}` : undefined}>
      <Page title={texts.title} breadcrumbs={[{ label: receipts.track.title, href: "/track" }, { label: texts.title }]}>
        <ErrorSummary reasons={refused?.reasons ?? []} labels={useLabels()} />
        {own && refused && !own.offers.some((act) => act === refused.typed.act) && (
          <UnsentWords typed={refused.typed} />
        )}
        {facts.state === "received" && (
          <Notice kind="settled" title={texts.posted}>
            <p>{texts.postedText}</p>
          </Notice>
        )}
        <ReceiptCode spaced={spaced} qr={qr} />
        <div id="receipt-facts" data-live="">
          <Facts facts={facts} />
          {own && <OwnAnswers own={own} state={facts.state} />}
        </div>
        {own ? (
          <>
            <OwnActs code={facts.code} own={own} refused={refused} />
            <Section id="path" title={messages.path.label}>
              <div id="path-lines" data-live="">
                <MessagePath lines={own.path} />
              </div>
            </Section>
            <OwnMessageWords own={own} />
          </>
        ) : (
          <>
            <Section id="path" title={messages.path.label}>
              <div id="path-lines" data-live="">
                <MessagePath lines={facts.path} />
              </div>
            </Section>
            <Section id="tail-form" title={receipts.tail.title}>
              <p>{receipts.tail.text}</p>
              <TailForm code={facts.code} />
            </Section>
          </>
        )}
        {holdsReceipt && <LeaveForm code={facts.code} />}
      </Page>
    </div>
  );
}

function Facts({ facts }: { facts: MessageReceiptFacts }) {
  const language = useLanguage();
  const { messages, messageTerms } = useStrings();
  const { page, receipt: texts } = messages;
  const { number, state, holder, end, openUntil, receivedAt, statedOn, firstRepliedAt, clocks } = facts;
  return (
    <>
      <DefinitionList
        items={[
          { term: page.number, description: number },
          { term: texts.state, description: <MessageBadge state={state} /> },
          { term: texts.holder, description: <Holder holder={holder} /> },
          { term: texts.end, description: end && messageTerms.ends[end] },
          { term: texts.closing, description: openUntil && texts.closesAfter(formatDay(openUntil, language)) },
          { term: page.receivedAt, description: <DateText instant={receivedAt} /> },
          { term: texts.statedOn, description: statedOn && formatDay(statedOn, language) },
          { term: page.firstRepliedAt, description: firstRepliedAt && <DateText instant={firstRepliedAt} /> },
        ]}
      />
      {clocks.length > 0 && (
        <Section id="clocks" title={texts.clocks} level={3}>
          <MessageClocks clocks={clocks} />
        </Section>
      )}
    </>
  );
}

export function Holder({ holder }: { holder: ShownHolder }) {
  const { messages, messageTerms } = useStrings();
  if (holder === null) return <>{messages.page.done}</>;
  return holder.kind === "office" ? <>{messageTerms.office}</> : <UnitText unit={holder.unit} />;
}

function useLabels(): Record<string, string> {
  const { receipt } = useStrings().messages;
  return {
    text: receipt.answer,
    satisfied: receipt.rate,
    result: receipt.result,
    words: receipt.words,
    reason: receipt.reopenReason,
    confirm: receipt.erase,
  };
}
