import { reasonsByField } from "~/i18n/reasons";
import { useStrings } from "~/i18n/strings";
import { deskComments } from "~/i18n/zh-CN/desk-comments";
import { Field } from "~/ui/field";
import { RadioGroup } from "~/ui/radio-group";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import { OUTCOMES } from "../comment";
import { MAX_REASON } from "../forms";
import type { NamedClause } from "../processing-facts";
import { fieldId, type RefusedForm } from "./act-forms";

const { decide: texts, summarise } = deskComments;

interface DecideFieldsProps {
  clauses: readonly NamedClause[];
  refused: RefusedForm | undefined;
  /** What stands now, for changing it. */
  current?: { outcome: string | null; clause: string | null; reason: string | null; gist: string | null };
}

/** The outcome of one comment or of many: which, where in the text, why, and what it was about. */
export function DecideFields({ clauses, refused, current }: DecideFieldsProps) {
  const { outcomes } = useStrings().consultationTerms;
  const errors = reasonsByField(refused?.reasons ?? [], "zh-CN");
  const field = (name: "outcome" | "clause" | "reason" | "gist") => ({
    name,
    id: fieldId("decide", name),
    label: texts[name],
    error: errors[name],
    defaultValue: (refused ? refused.values[name] : current?.[name]) ?? undefined,
  });
  return (
    <>
      <RadioGroup
        {...field("outcome")}
        required
        inline
        options={OUTCOMES.map((value) => ({ value, label: outcomes[value] }))}
      />
      <Select
        {...field("clause")}
        hint={texts.clauseHint}
        empty={texts.noClause}
        options={clauses.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextArea {...field("reason")} hint={texts.reasonHint} rows={4} limit={MAX_REASON} />
      <TextArea {...field("gist")} hint={texts.gistHint} rows={2} limit={MAX_REASON} />
    </>
  );
}

/** The office's own words for a comment and what it is about. */
export function SummaryFields({
  refused,
  current,
}: Omit<DecideFieldsProps, "clauses" | "current"> & {
  current: { theme: string | null; gist: string | null };
}) {
  const errors = reasonsByField(refused?.reasons ?? [], "zh-CN");
  const typed = (name: "theme" | "gist") => (refused ? refused.values[name] : current[name]) ?? undefined;
  return (
    <>
      <Field
        name="theme"
        id={fieldId("summarise", "theme")}
        label={summarise.theme}
        hint={summarise.themeHint}
        size="medium"
        defaultValue={typed("theme")}
        error={errors.theme}
      />
      <TextArea
        name="gist"
        id={fieldId("summarise", "gist")}
        label={texts.gist}
        hint={texts.gistHint}
        defaultValue={typed("gist")}
        error={errors.gist}
        rows={3}
        limit={MAX_REASON}
      />
    </>
  );
}
