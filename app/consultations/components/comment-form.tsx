import { useStrings } from "~/i18n/strings";
import { Button } from "~/ui/button";
import { CheckboxGroup } from "~/ui/checkbox-group";
import { FileField, type KeptFile } from "~/ui/file-field";
import { href } from "~/ui/href";
import { RadioGroup } from "~/ui/radio-group";
import { PublicationConsent, SenderFields, Sending } from "~/ui/sender-fields";
import { TextArea } from "~/ui/text-area";
import { STANCES, SUBMITTERS } from "../comment";
import { MAX_ATTACHMENT_BYTES, MAX_ATTACHMENTS } from "../forms";
import { MAX_BODY, MAX_SUGGESTION } from "../words";
import { nameOfClause, type ClauseFacts } from "./draft-clauses";
import { MixedText } from "~/ui/mixed-text";

export interface CommentValues {
  clause?: string;
  stance?: string;
  body?: string;
  suggestion?: string;
  submitter?: string;
  name?: string;
  contact?: string;
  publish?: string;
  /** Numbers of the sentences ticked. */
  sentences: string[];
}

interface CommentFormProps {
  slug: string;
  clause: ClauseFacts | undefined;
  askStance: boolean;
  accept: string;
  /** The same key is the same comment, however often the form is sent. */
  formKey: string;
  values: CommentValues;
  kept: KeptFile[];
  errors: Record<string, string>;
}

/** The form for a comment: what it is about, the words, who speaks, and whether the words may be published. */
export function CommentForm(props: CommentFormProps) {
  const { slug, clause, formKey, values, errors } = props;
  const { consultations, consultationTerms } = useStrings();
  const { form } = consultations;
  const submitters = SUBMITTERS.map((value) => ({ value, label: consultationTerms.submitters[value] }));
  return (
    <form
      className="form"
      method="post"
      action={href(`/consultations/${slug}/comments`)}
      encType="multipart/form-data"
      data-keep={`comment:${slug}:${clause?.id ?? ""}`}
    >
      <input type="hidden" name="key" value={formKey} />
      {clause && <input type="hidden" name="clause" value={clause.id} />}
      {clause && <Sentences {...props} clause={clause} />}
      <Words {...props} />
      <SenderFields texts={form} submitters={submitters} values={values} errors={errors} />
      <PublicationConsent texts={form} values={values} errors={errors} />
      <Sending texts={form}>
        <Button kind="primary">{form.submit}</Button>
      </Sending>
    </form>
  );
}

function Sentences({ clause, values, errors }: CommentFormProps & { clause: ClauseFacts }) {
  const { form } = useStrings().consultations;
  if (clause.sentences.length < 2) return null;
  return (
    <CheckboxGroup
      name="sentence"
      label={form.sentences}
      hint={form.sentencesHint}
      error={errors.sentence ?? errors.from}
      defaultValues={values.sentences}
      options={clause.sentences.map((sentence, index) => ({
        value: String(index + 1),
        label: <span lang="zh-CN">{sentence}</span>,
      }))}
    />
  );
}

function Words({ askStance, accept, values, kept, errors }: CommentFormProps) {
  const { consultations, consultationTerms } = useStrings();
  const { form } = consultations;
  return (
    <>
      {askStance && (
        <RadioGroup
          name="stance"
          label={form.stance}
          hint={form.stanceHint}
          error={errors.stance}
          defaultValue={values.stance}
          options={STANCES.map((stance) => ({ value: stance, label: consultationTerms.stances[stance] }))}
          inline
        />
      )}
      <TextArea
        name="body"
        label={form.body}
        hint={form.bodyHint}
        error={errors.body}
        defaultValue={values.body}
        rows={8}
        limit={MAX_BODY}
        required
      />
      <TextArea
        name="suggestion"
        label={form.suggestion}
        hint={form.suggestionHint}
        error={errors.suggestion}
        defaultValue={values.suggestion}
        rows={4}
        limit={MAX_SUGGESTION}
      />
      <FileField
        name="attachment"
        label={form.attachment}
        hint={form.attachmentHint}
        error={errors.attachment}
        maxFiles={MAX_ATTACHMENTS}
        maxBytes={MAX_ATTACHMENT_BYTES}
        accept={accept}
        kept={kept}
      />
    </>
  );
}

/** Another clause, without script: choosing one asks for the page again. */
export function ClauseChooser({
  slug,
  clauses,
  chosen,
}: {
  slug: string;
  clauses: ClauseFacts[];
  chosen?: ClauseFacts;
}) {
  const { form } = useStrings().consultations;
  const choices = clauses.filter(({ sentences }) => sentences.length > 0);
  if (choices.length < 2) return null;
  return (
    <details className="clause-chooser">
      <summary>
        <MixedText text={form.targetNow(chosen ? nameOfClause(chosen) : form.wholeDraft)} />
      </summary>
      <form method="get" action={href(`/consultations/${slug}/comments/new`)} className="form">
        <div className="field">
          <label htmlFor="clause">{form.otherClause}</label>
          <div className="hint" id="clause-hint">
            {form.otherClauseHint}
          </div>
          <select id="clause" name="clause" defaultValue={chosen?.id} className="input" aria-describedby="clause-hint">
            <option value="">{form.wholeDraft}</option>
            {choices.map((clause) => (
              <option key={clause.id} value={clause.id} lang="zh-CN">
                {labelOf(clause)}
              </option>
            ))}
          </select>
        </div>
        <Button>{form.chooseClause}</Button>
      </form>
    </details>
  );
}

const LABEL_LENGTH = 24;

function labelOf(clause: ClauseFacts): string {
  const rest = clause.number && clause.heading ? ` ${clause.heading}` : "";
  const name = nameOfClause(clause) + rest;
  const text = clause.heading ? name : `${name} ${clause.sentences.join("")}`.trim();
  return text.length > LABEL_LENGTH ? `${text.slice(0, LABEL_LENGTH)}…` : text;
}
