import { reasonText } from "~/i18n/reasons";
import type { Reason } from "~/platform/refusal";
import { Notice } from "~/ui/notice";

/** Every reason at once, in place of a form that could not succeed. */
export function Blocked({ title, reasons }: { title: string; reasons: readonly Reason[] }) {
  return (
    <Notice kind="ask" title={title}>
      <ul>
        {reasons.map((reason) => (
          <li key={`${reason.code} ${reason.field ?? ""}`}>{reasonText(reason, "zh-CN")}</li>
        ))}
      </ul>
    </Notice>
  );
}
