import { formatDay } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { Notice } from "~/ui/notice";

interface NoticeProps {
  order: {
    orderedOn: string;
    dueOn: string;
    isPast: boolean;
    isProvisional: boolean;
    endedOn: string | null;
    isMet: boolean | null;
  } | null;
}

/** What the public learns of an order: that it was given, by when, and how it ended. */
export function ReinterpretationNotice({ order }: NoticeProps) {
  const language = useLanguage();
  const { reinterpretation: texts } = useStrings().quality;
  if (!order) return null;
  const { isPast, isProvisional, isMet } = order;
  const day = (value: string) => formatDay(value, language);
  if (order.endedOn !== null) {
    return (
      <Notice kind={isMet ? "settled" : "warn"} title={isMet ? texts.metTitle : texts.notMetTitle}>
        <p>{(isMet ? texts.met : texts.notMet)(day(order.orderedOn), day(order.endedOn))}</p>
      </Notice>
    );
  }
  return (
    <Notice kind={isPast ? "warn" : "info"} title={texts.runningTitle}>
      <p>{isPast ? texts.late(day(order.dueOn)) : texts.running(day(order.orderedOn), day(order.dueOn))}</p>
      {isProvisional && <p>{texts.provisional}</p>}
    </Notice>
  );
}
