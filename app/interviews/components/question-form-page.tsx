import { reasonText, reasonsByField, type ReasonToTell } from "~/i18n/reasons";
import { useLanguage, useStrings } from "~/i18n/strings";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { href } from "~/ui/href";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { PublicationConsent, Sending } from "~/ui/sender-fields";
import { TextArea } from "~/ui/text-area";
import { MAX_QUESTION } from "../forms";

export interface RefusedQuestion {
  reasons: ReasonToTell[];
  values: Record<string, string | undefined>;
}

interface QuestionFormPageProps {
  slug: string;
  title: string;
  titleEn: string | null;
  /** Why nothing can be sent now; empty while questions are taken. */
  closed: ReasonToTell[];
  /** The same key is the same question, however often the form is sent. */
  formKey: string;
  refused?: RefusedQuestion;
}

/** The form for a question to the guest. */
export function QuestionFormPage({ slug, title, titleEn, closed, formKey, refused }: QuestionFormPageProps) {
  const language = useLanguage();
  const { form, list } = useStrings().interviews;
  const shown = (language === "en" && titleEn) || title;
  const reasons = refused?.reasons ?? [];
  const labels = { body: form.body, name: form.name, publish: form.publish };
  return (
    <Page
      title={form.title}
      lead={<p lang={language === "en" && !titleEn ? "zh-CN" : undefined}>{form.lead(shown)}</p>}
      breadcrumbs={[
        { label: list.title, href: "/interviews" },
        { label: shown, href: `/interviews/${slug}` },
        { label: form.title },
      ]}
    >
      <ErrorSummary reasons={reasons} labels={labels} />
      {closed.length > 0 && !refused ? (
        <Notice kind="ask" title={form.closed}>
          {closed.map((reason) => (
            <p key={reason.code}>{reasonText(reason, language)}</p>
          ))}
        </Notice>
      ) : (
        <QuestionForm
          slug={slug}
          formKey={refused?.values.key ?? formKey}
          values={refused?.values ?? {}}
          errors={reasonsByField(reasons, language)}
        />
      )}
    </Page>
  );
}

interface QuestionFormProps {
  slug: string;
  formKey: string;
  values: Record<string, string | undefined>;
  errors: Record<string, string>;
}

function QuestionForm({ slug, formKey, values, errors }: QuestionFormProps) {
  const { form } = useStrings().interviews;
  return (
    <form className="form" method="post" action={href(`/interviews/${slug}/questions`)} data-keep={`question:${slug}`}>
      <input type="hidden" name="key" value={formKey} />
      <TextArea
        name="body"
        label={form.body}
        hint={form.bodyHint}
        error={errors.body}
        defaultValue={values.body}
        rows={5}
        limit={MAX_QUESTION}
        required
      />
      <Field
        name="name"
        size="medium"
        label={form.name}
        hint={form.nameHint}
        error={errors.name}
        defaultValue={values.name}
        autoComplete="name"
      />
      <PublicationConsent texts={form} values={values} errors={errors} />
      <Sending texts={form}>
        <Button kind="primary">{form.submit}</Button>
      </Sending>
    </form>
  );
}
