import { reasonText } from "~/i18n/reasons";
import { deskReviews } from "~/i18n/zh-CN/desk-reviews";
import { href } from "~/ui/href";
import { Notice } from "~/ui/notice";
import type { SheetView } from "../sheet-view";

const { sheet: texts } = deskReviews;

/** Whether it may be signed, and all that is missing; without `fillAt`, on the page where it is filled. */
export function SheetSummary({ sheet, fillAt }: { sheet: SheetView; fillAt?: string }) {
  const isComplete = sheet.reasons.length === 0;
  return (
    <>
      <Notice kind={isComplete ? "settled" : "ask"} title={isComplete ? texts.complete : texts.incomplete}>
        {!isComplete && (
          <ul>
            {sheet.reasons.map((reason) => (
              <li key={reason.code}>{reasonText(reason, "zh-CN")}</li>
            ))}
          </ul>
        )}
      </Notice>
      {fillAt && (
        <p>
          <a href={href(fillAt)}>{texts.fill}</a>
        </p>
      )}
    </>
  );
}
