import { useLanguage, useStrings } from "~/i18n/strings";
import { DateText } from "~/ui/date-text";
import { DefinitionList } from "~/ui/definition-list";
import { href } from "~/ui/href";
import { StatusBadge, type StatusTone } from "~/ui/status-badge";
import type { Channel } from "../comment";
import type { ShownState } from "../consultation";
import { OfficialText } from "~/ui/official-text";

export type ReceiptState = "received" | "processing" | "answered" | "withdrawn" | "imported";

export interface ReceiptFactsProps {
  number: number;
  state: ReceiptState;
  consultation: { slug: string; title: string; titleEn: string | null; state: ShownState };
  unit: { name: string; nameEn: string };
  contactPoint: string;
  channel: Channel;
  receivedAt: Date;
  statedOn: string | null;
  outcomeDueOn: string | null;
  outcomePublishedAt: Date | null;
}

const TONES: Record<ReceiptState, StatusTone> = {
  received: "working",
  processing: "working",
  answered: "settled",
  withdrawn: "ended",
  imported: "ended",
};

/** Number, state, dates and who has it: all that the code alone shows. */
export function ReceiptFacts(facts: ReceiptFactsProps) {
  const { receipts, consultationTerms } = useStrings();
  const { page } = receipts;
  const { number, state, consultation, channel, receivedAt, statedOn, outcomeDueOn, outcomePublishedAt } = facts;
  return (
    <DefinitionList
      items={[
        { term: page.number, description: String(number) },
        { term: page.state, description: <ReceiptBadge state={state} /> },
        {
          term: page.consultation,
          description: (
            <a href={href(`/consultations/${consultation.slug}`)}>
              <OfficialText zh={consultation.title} en={consultation.titleEn} />
            </a>
          ),
        },
        { term: page.holder, description: <Holder {...facts} /> },
        { term: page.receivedAt, description: <DateText instant={receivedAt} /> },
        { term: page.statedOn, description: statedOn && <DateText day={statedOn} /> },
        { term: page.channel, description: consultationTerms.channels[channel] },
        { term: page.outcomeDue, description: outcomeDueOn && <DateText day={outcomeDueOn} /> },
        { term: page.outcomePublished, description: outcomePublishedAt && <DateText instant={outcomePublishedAt} /> },
        { term: page.contactPoint, description: <OfficialText zh={facts.contactPoint} /> },
      ]}
    />
  );
}

export function ReceiptBadge({ state }: { state: ReceiptState }) {
  return <StatusBadge tone={TONES[state]}>{useStrings().receipts.page.states[state]}</StatusBadge>;
}

function Holder({ state, consultation, unit }: ReceiptFactsProps) {
  const { page } = useStrings().receipts;
  const language = useLanguage();
  const name = language === "en" ? unit.nameEn : unit.name;
  if (state === "answered" || state === "withdrawn" || state === "imported") return <>{page.holderDone}</>;
  return <>{consultation.state === "outcome_in_review" ? page.holderReview(name) : page.holderUnit(name)}</>;
}
