import type { AttachmentRecord } from "~/attachments/attachment";
import { formatDay } from "~/i18n/format";
import { reasonsByField, reasonText, type ReasonToTell } from "~/i18n/reasons";
import { useLanguage, useStrings } from "~/i18n/strings";
import { ErrorSummary } from "~/ui/error-summary";
import { href } from "~/ui/href";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { Quote } from "~/ui/quote";
import type { ShownState } from "../consultation";
import { ClauseChooser, CommentForm, type CommentValues } from "./comment-form";
import { nameOfClause, type ClauseFacts } from "./draft-clauses";
import { OfficialText } from "~/ui/official-text";
import { MixedText } from "~/ui/mixed-text";
import { WholeText } from "~/ui/whole-text";

export interface CommentFormPlace {
  slug: string;
  title: string;
  titleEn: string | null;
  unit: { name: string; nameEn: string };
  state: ShownState;
  closesOn: string | null;
  askStance: boolean;
  clauses: ClauseFacts[];
}

export interface RefusedComment {
  reasons: ReasonToTell[];
  values: CommentValues;
  key: string;
  kept: AttachmentRecord[];
}

interface Props {
  place: CommentFormPlace;
  clauseId: string;
  /** Numbers of the sentences chosen on the draft's page. */
  sentences?: number[];
  formKey: string;
  accept: string;
  /** Why nothing can be sent now, if so. */
  closed: ReasonToTell[];
  refused?: RefusedComment;
}

/** The page of the form: for a first visit, and again with everything typed when a post was refused. */
export function CommentFormPage({ place, clauseId, sentences = [], formKey, accept, closed, refused }: Props) {
  const { slug, title, titleEn, unit, closesOn, clauses } = place;
  const language = useLanguage();
  const { form } = useStrings().consultations;
  const clause = clauses.find(({ id }) => id === clauseId);
  const name = clause && nameOfClause(clause);
  return (
    <Page
      title={name ? <MixedText text={form.titleOn(name)} /> : form.title}
      lead={
        <p>
          <OfficialText zh={title} en={titleEn} />
          {clause?.heading && <OfficialText zh={` · ${[clause.number, clause.heading].filter(Boolean).join(" ")}`} />}
          <br />
          <OfficialText zh={unit.name} en={unit.nameEn} />
          {closesOn && (
            <>
              {"\u2003"}
              <span className="together">
                <WholeText text={`${form.until} ${formatDay(closesOn, language)} 24:00`} />
              </span>
            </>
          )}
        </p>
      }
      breadcrumbs={useTrail(place)}
    >
      <ErrorSummary reasons={refused?.reasons ?? []} labels={useLabels()} />
      {closed.length > 0 && !refused ? (
        <Notice kind="ask" title={form.notOpen}>
          <p>{reasonText(closed[0]!, language)}</p>
          <p>
            <a href={href(`/consultations/${slug}`)}>{form.back}</a>
          </p>
        </Notice>
      ) : (
        <>
          {clause && clause.sentences.length < 2 && (
            <Quote source={<OfficialText zh={name ?? ""} />} href={href(`/consultations/${slug}#${clause.id}`)}>
              <p lang="zh-CN">{clause.sentences.join("")}</p>
            </Quote>
          )}
          {!refused && <ClauseChooser slug={slug} clauses={clauses} chosen={clause} />}
          <CommentForm
            slug={slug}
            clause={clause}
            askStance={place.askStance}
            accept={accept}
            formKey={refused?.key ?? formKey}
            values={refused?.values ?? { sentences: sentences.map(String) }}
            kept={refused?.kept ?? []}
            errors={reasonsByField(refused?.reasons ?? [], language)}
          />
        </>
      )}
    </Page>
  );
}

function useTrail({ slug, title, titleEn }: CommentFormPlace) {
  const { consultations } = useStrings();
  const language = useLanguage();
  return [
    { label: consultations.list.title, href: "/consultations" },
    { label: (language === "en" && titleEn) || title, href: `/consultations/${slug}` },
    { label: consultations.form.title },
  ];
}

function useLabels(): Record<string, string> {
  const { consultations, site } = useStrings();
  const { sentences, stance, body, suggestion, attachment, publish } = consultations.form;
  const { submitter, name, contact } = site.sender;
  return {
    sentence: sentences,
    from: sentences,
    stance,
    body,
    suggestion,
    attachment,
    submitter,
    name,
    contact,
    publish,
  };
}
