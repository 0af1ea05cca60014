import type { ReasonToTell } from "~/i18n/reasons";
import { useStrings } from "~/i18n/strings";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import { LeaveForm } from "~/receipts/components/leave-form";
import { ReceiptCode, type QrSquare } from "~/receipts/components/receipt-code";
import { TailForm } from "~/receipts/components/tail-form";
import { OwnControls, type ControlFacts } from "./own-controls";
import { OwnTrace, type OwnTraceProps, type TraceFacts } from "./own-trace";
import { OwnWords, type OwnWordsFacts } from "./own-words";
import { ReceiptFacts, type ReceiptFactsProps } from "./receipt-facts";

type Own = OwnWordsFacts & TraceFacts & Omit<ControlFacts, "isErased">;

export interface ReceiptPageProps {
  facts: ReceiptFactsProps & { code: string };
  /** Null to whoever has the code alone. */
  own: Own | null;
  /** The documents that came of it. */
  policies: OwnTraceProps["policies"];
  holdsReceipt: boolean;
  spaced: string;
  qr: QrSquare;
  refused?: { reasons: ReasonToTell[]; typed: { text?: string } };
}

/** The receipt of a comment: for whoever has the code, and more for its author. */
export function ReceiptPage({ facts, own, policies, holdsReceipt, spaced, qr, refused }: ReceiptPageProps) {
  const { receipts } = useStrings();
  const { page } = receipts;
  const { code, consultation, state } = facts;
  return (
    <div data-watch={`consultation:${consultation.slug}`}>
      <Page title={page.title} breadcrumbs={[{ label: receipts.track.title, href: "/track" }, { label: page.title }]}>
        <ErrorSummary reasons={refused?.reasons ?? []} labels={useLabels()} />
        {state === "received" && (
          <Notice kind="settled" title={page.posted}>
            <p>{page.postedText}</p>
          </Notice>
        )}
        <ReceiptCode spaced={spaced} qr={qr} />
        <div id="receipt-facts" data-live="">
          <ReceiptFacts {...facts} />
        </div>
        {own ? <OwnParts own={own} facts={facts} policies={policies} refused={refused} /> : <Locked code={code} />}
        {holdsReceipt && <LeaveForm code={code} />}
      </Page>
    </div>
  );
}

function OwnParts({
  own,
  facts,
  policies,
  refused,
}: { own: Own } & Pick<ReceiptPageProps, "facts" | "policies" | "refused">) {
  const { number, consultation, code } = facts;
  const isErased = own.erasure !== null;
  return (
    <>
      <div id="own-trace" data-live="">
        <OwnTrace trace={own} number={number} consultation={consultation} policies={policies} />
      </div>
      <OwnWords words={own} slug={consultation.slug} />
      <OwnControls
        code={code}
        facts={{ ...own, isErased }}
        reasons={refused?.reasons ?? []}
        typed={refused?.typed ?? {}}
      />
    </>
  );
}

function Locked({ code }: { code: string }) {
  const { tail } = useStrings().receipts;
  return (
    <Section id="tail-form" title={tail.title}>
      <p>{tail.text}</p>
      <TailForm code={code} />
    </Section>
  );
}

function useLabels(): Record<string, string> {
  const { objection, erase } = useStrings().receipts;
  return { text: objection.text, confirm: erase.title };
}
