import type { YearDraft } from "~/calendar/year-summary";
import { reasonsByField, type ReasonToTell } from "~/i18n/reasons";
import { deskCalendar } from "~/i18n/zh-CN/desk-calendar";
import { ActButton } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { href } from "~/ui/href";
import { RadioGroup } from "~/ui/radio-group";
import { Section } from "~/ui/section";
import { TextArea } from "~/ui/text-area";

const { form: texts } = deskCalendar;
const LABELS = { rest: texts.rest, work: texts.work, source: texts.source, isPublished: texts.isPublished };

interface YearFormProps {
  draft: YearDraft;
  reasons: ReasonToTell[];
}

/** Edits one year as a whole: days of rest, make-up workdays, source, and whether it is published. */
export function YearForm({ draft, reasons }: YearFormProps) {
  const errors = reasonsByField(reasons, "zh-CN");
  const options = [
    { value: "yes", label: texts.published },
    { value: "no", label: texts.notPublished },
  ];
  return (
    <Section title={texts.title(draft.year)} id="edit" lead={texts.lead}>
      <ErrorSummary reasons={reasons} labels={LABELS} />
      <form method="post" action={href(`/office/calendar?year=${draft.year}`)}>
        <input type="hidden" name="year" value={draft.year} />
        <input type="hidden" name="savedAt" value={draft.savedAt} />
        <TextArea
          name="rest"
          label={texts.rest}
          hint={texts.restHint}
          error={errors.rest}
          defaultValue={draft.rest}
          rows={10}
        />
        <TextArea name="work" label={texts.work} hint={texts.workHint} error={errors.work} defaultValue={draft.work} />
        <Field
          name="source"
          label={texts.source}
          hint={texts.sourceHint}
          error={errors.source}
          defaultValue={draft.source}
          required
        />
        <RadioGroup
          name="isPublished"
          label={texts.isPublished}
          options={options}
          defaultValue={draft.isPublished ? "yes" : "no"}
          error={errors.isPublished}
          required
        />
        <ActButton act="save" kind="primary">
          {texts.save}
        </ActButton>
      </form>
    </Section>
  );
}
