import { reasonsByField } from "~/i18n/reasons";
import { useLanguage, useStrings } from "~/i18n/strings";
import type { Reason } from "~/platform/refusal";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { href } from "~/ui/href";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import { MAX_QUESTION } from "../reader-forms";
import { AnsweredQuestions } from "./policy-page";

interface AskPageProps {
  slug: string;
  title: string;
  titleEn: string | null;
  clauses: { id: string; number: string; heading: string }[];
  answered: { number: number; clauseId: string | null; question: string; answer: string; answeredOn: string }[];
  material: string | null;
  formKey: string;
  refused: { reasons: Reason[]; typed: Record<string, string | undefined> } | undefined;
}

/** A reader asks about a document: words and, if they like, the clause. Nothing is asked of the person. */
export function AskPage({ slug, title, titleEn, clauses, answered, material, formKey, refused }: AskPageProps) {
  const language = useLanguage();
  const { ask, list } = useStrings().policies;
  const reasons = refused?.reasons ?? [];
  const typed = refused?.typed ?? {};
  const errors = reasonsByField(reasons, language);
  const name = (language === "en" && titleEn) || title;
  const from = typed.material ?? material;
  return (
    <Page
      title={ask.title}
      lead={<p>{ask.lead(name)}</p>}
      breadcrumbs={[
        { label: list.title, href: "/policies" },
        { label: name, href: `/policies/${slug}` },
        { label: ask.title },
      ]}
    >
      <ErrorSummary reasons={reasons} labels={{ text: ask.text, clause: ask.clause }} />
      <form method="post" action={href(`/policies/${slug}/questions`)} noValidate className="form">
        <input type="hidden" name="key" value={/^[A-Za-z0-9_-]{16,64}$/.test(typed.key ?? "") ? typed.key : formKey} />
        {from && <input type="hidden" name="material" value={from} />}
        <TextArea
          name="text"
          label={ask.text}
          hint={ask.textHint}
          required
          rows={5}
          limit={MAX_QUESTION}
          defaultValue={typed.text}
          error={errors.text}
        />
        <Select
          name="clause"
          label={ask.clause}
          empty={ask.wholeDocument}
          defaultValue={typed.clause}
          error={errors.clause}
          options={clauses
            .filter(({ number, heading }) => number || heading)
            .map(({ id, number, heading }) => ({ value: id, label: [number, heading].filter(Boolean).join(" ") }))}
        />
        <p className="hint">{ask.note}</p>
        <Button kind="primary">{ask.submit}</Button>
      </form>
      {answered.length > 0 && (
        <Section title={ask.answeredTitle} id="answered">
          <AnsweredQuestions answered={answered} clauses={[]} />
        </Section>
      )}
      <p>
        <a href={href(`/policies/${slug}`)}>{ask.back}</a>
      </p>
    </Page>
  );
}
