import { reasonText } from "~/i18n/reasons";
import type { Reason } from "~/platform/refusal";
import { Notice } from "~/ui/notice";

/** Every reason at once instead of a button, so that nobody has to find them one after the other. */
export function BlockedAct({ title, reasons }: { title: string; reasons: Reason[] }) {
  return (
    <Notice kind="ask" title={title}>
      <ul>
        {reasons.map((reason) => (
          <li key={`${reason.code} ${reason.params?.title ?? ""}`}>{reasonText(reason, "zh-CN")}</li>
        ))}
      </ul>
    </Notice>
  );
}
