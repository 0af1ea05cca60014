import { reasonsByField, type ReasonToTell } from "~/i18n/reasons";
import { useLanguage, useStrings } from "~/i18n/strings";
import { Button } from "~/ui/button";
import { DateText } from "~/ui/date-text";
import { ErrorSummary } from "~/ui/error-summary";
import type { KeptFile } from "~/ui/file-field";
import { href } from "~/ui/href";
import { Notice } from "~/ui/notice";
import { OnlyChinese } from "~/ui/only-chinese";
import { Page } from "~/ui/page";
import { Sending } from "~/ui/sender-fields";
import { Section } from "~/ui/section";
import type { UnitName } from "../shown";
import { MessageFields, type MessageValues } from "./message-form";
import { Paragraphs, UnitText } from "./said";

interface Answer {
  number: string;
  title: string;
  reply: string;
  unit: UnitName | null;
  firstRepliedAt: Date | null;
}

/** What comes back instead of a receipt: a refused form, or answers that may already help; everything typed is kept. */
export interface ReturnedMessage {
  reasons: ReasonToTell[];
  answers: Answer[];
  values: MessageValues;
  key: string;
  kept: KeptFile[];
}

interface Props {
  units: UnitName[];
  accept: string;
  maxBytes: number;
  formKey: string;
  returned?: ReturnedMessage;
}

/** The page of the form: for a first visit, again when a post was refused, and once more beside answers that fit. */
export function MessageFormPage({ units, accept, maxBytes, formKey, returned }: Props) {
  const language = useLanguage();
  const { list, form } = useStrings().messages;
  const reasons = returned?.reasons ?? [];
  const answers = returned?.answers ?? [];
  return (
    <Page
      title={form.title}
      lead={<p>{form.lead}</p>}
      breadcrumbs={[{ label: list.title, href: "/messages" }, { label: form.title }]}
    >
      <ErrorSummary reasons={reasons} labels={useLabels()} />
      {answers.length > 0 && <Answers answers={answers} />}
      {!returned && (
        <Notice>
          <p>{form.dutyNote}</p>
        </Notice>
      )}
      <form className="form" method="post" action={href("/messages")} encType="multipart/form-data" data-keep="message">
        <input type="hidden" name="key" value={returned?.key ?? formKey} />
        <MessageFields
          units={units}
          accept={accept}
          maxBytes={maxBytes}
          values={returned?.values ?? {}}
          kept={returned?.kept ?? []}
          errors={reasonsByField(reasons, language)}
        />
        <Sending texts={form}>
          {answers.length > 0 ? (
            <Button kind="primary">{form.send}</Button>
          ) : (
            <Button kind="primary" name="step" value="check">
              {form.submit}
            </Button>
          )}
        </Sending>
      </form>
    </Page>
  );
}

function Answers({ answers }: { answers: Answer[] }) {
  const { form, page } = useStrings().messages;
  return (
    <Section id="answers" title={form.helpTitle} lead={form.helpLead}>
      <ol className="entries">
        {answers.map(({ number, title, reply, unit, firstRepliedAt }) => (
          <li key={number} className="entry">
            <h3 className="entry-title">
              <a href={href(`/messages/${number}`)} lang="zh-CN">
                {title}
              </a>
            </h3>
            <div className="entry-facts">
              {unit && (
                <span>
                  <UnitText unit={unit} />
                </span>
              )}
              {firstRepliedAt && <DateText instant={firstRepliedAt} />}
            </div>
            <details>
              <summary>{page.reply}</summary>
              <OnlyChinese>
                <Paragraphs text={reply} />
              </OnlyChinese>
            </details>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function useLabels(): Record<string, string> {
  const { messages, site } = useStrings();
  const { kind, unit, about, subject, body, attachment, publish } = messages.form;
  const { submitter, name, contact } = site.sender;
  return { kind, unit, about, title: subject, body, attachment, submitter, name, contact, publish };
}
