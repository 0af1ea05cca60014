import { formatCount, formatDay } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { Notice } from "~/ui/notice";
import { OnlyChinese } from "~/ui/only-chinese";
import type { ShownState } from "../consultation";
import { Paragraphs } from "~/ui/official-text";
import { MixedText } from "~/ui/mixed-text";
import { WholeText } from "~/ui/whole-text";

export interface NoticeFacts {
  state: ShownState;
  receivedCount: number;
  shortenedReason: string | null;
  extensions: { fromClosesOn: string; toClosesOn: string; reason: string }[];
  withdrawnOn: string | null;
  withdrawnReason: string | null;
  overdue: { sinceClosing: number } | null;
  outcomeDueOn: string | null;
  decidedOn: string | null;
  documentNumber: string | null;
}

/** What a reader must know before the text: withdrawn, late, shortened, extended, decided, historical. */
export function ConsultationNotices({ facts }: { facts: NoticeFacts }) {
  return (
    <>
      <Withdrawn facts={facts} />
      <Late facts={facts} />
      <Shortened facts={facts} />
      <Extended facts={facts} />
      <Decided facts={facts} />
      <Imported facts={facts} />
    </>
  );
}

interface Props {
  facts: NoticeFacts;
}

function Withdrawn({ facts: { state, withdrawnOn, withdrawnReason, receivedCount } }: Props) {
  const language = useLanguage();
  const { page } = useStrings().consultations;
  if (state !== "withdrawn" || !withdrawnOn) return null;
  return (
    <Notice kind="ask" title={page.withdrawnTitle(formatDay(withdrawnOn, language))}>
      <Reason label={page.withdrawnReason} text={withdrawnReason ?? ""} />
      <p>{page.withdrawnReceived(formatCount(receivedCount, language))}</p>
    </Notice>
  );
}

function Late({ facts: { overdue, outcomeDueOn } }: Props) {
  const language = useLanguage();
  const { page } = useStrings().consultations;
  if (!overdue || !outcomeDueOn) return null;
  return (
    <Notice kind="warn" title={page.overdue(overdue.sinceClosing)}>
      <p>
        <WholeText text={page.overdueWhy(formatDay(outcomeDueOn, language))} />
      </p>
    </Notice>
  );
}

function Shortened({ facts: { shortenedReason } }: Props) {
  const { page } = useStrings().consultations;
  if (!shortenedReason) return null;
  return (
    <Notice>
      <Reason label={page.shortened} text={shortenedReason} />
    </Notice>
  );
}

function Extended({ facts: { extensions } }: Props) {
  const language = useLanguage();
  const { page } = useStrings().consultations;
  if (extensions.length === 0) return null;
  return (
    <Notice title={page.extendedTitle}>
      {extensions.map(({ fromClosesOn, toClosesOn, reason }) => (
        <div key={toClosesOn}>
          <p>
            <WholeText text={page.extended(formatDay(fromClosesOn, language), formatDay(toClosesOn, language))} />
          </p>
          <Reason label={page.extendedReason} text={reason} />
        </div>
      ))}
    </Notice>
  );
}

function Decided({ facts: { state, decidedOn, documentNumber } }: Props) {
  const language = useLanguage();
  const { page } = useStrings().consultations;
  if (state !== "decided" || !decidedOn) return null;
  return (
    <Notice kind="settled" title={page.decidedTitle}>
      <p>
        <MixedText text={page.decided(formatDay(decidedOn, language), documentNumber ?? "")} />
      </p>
    </Notice>
  );
}

function Imported({ facts: { state } }: Props) {
  const { page } = useStrings().consultations;
  return state === "imported" ? (
    <Notice>
      <p>{page.importedNote}</p>
    </Notice>
  ) : null;
}

function Reason({ label, text }: { label: string; text: string }) {
  return (
    <>
      <p>{label}</p>
      <OnlyChinese>
        <Paragraphs text={text} />
      </OnlyChinese>
    </>
  );
}
