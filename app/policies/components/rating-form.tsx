import { reasonsByField } from "~/i18n/reasons";
import { useLanguage, useStrings } from "~/i18n/strings";
import type { Reason } from "~/platform/refusal";
import { Button } from "~/ui/button";
import { href } from "~/ui/href";
import { RadioGroup } from "~/ui/radio-group";
import { TextArea } from "~/ui/text-area";
import { MAX_RATING_REASON, UNDERSTOOD } from "../reader-forms";

interface RatingFormProps {
  slug: string;
  typed?: Record<string, string | undefined>;
  reasons?: Reason[];
}

/** 看懂了吗: one question and room for what was unclear. */
export function RatingForm({ slug, typed = {}, reasons = [] }: RatingFormProps) {
  const { rating } = useStrings().policies;
  const errors = reasonsByField(reasons, useLanguage());
  return (
    <form method="post" action={href(`/interpretations/${slug}/ratings`)} noValidate className="form">
      <RadioGroup
        name="understood"
        label={rating.answer}
        required
        inline
        defaultValue={typed.understood}
        error={errors.understood}
        options={UNDERSTOOD.map((answer) => ({ value: answer, label: rating.answers[answer] }))}
      />
      <TextArea
        name="reason"
        label={rating.reason}
        rows={3}
        limit={MAX_RATING_REASON}
        defaultValue={typed.reason}
        error={errors.reason}
      />
      <Button>{rating.submit}</Button>
    </form>
  );
}
