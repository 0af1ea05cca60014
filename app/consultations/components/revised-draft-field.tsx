import { deskReviews } from "~/i18n/zh-CN/desk-reviews";
import type { FormField } from "~/reviews/components/sheet-form";
import type { PaperAct } from "~/reviews/paper-signature";
import { RadioGroup } from "~/ui/radio-group";

const { paper: texts } = deskReviews;

/** The outcome may release a revised draft: asked when its signature on paper is verified. */
export function revisedDraftField(act: PaperAct, field: (name: string) => FormField) {
  if (act !== "approve") return null;
  const options = [
    { value: "yes", label: texts.releaseYes },
    { value: "no", label: texts.releaseNo },
  ];
  return <RadioGroup {...field("releaseRevisedDraft")} label={texts.release} options={options} />;
}
