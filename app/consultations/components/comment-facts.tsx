import { formatCount, formatDay, formatInstant } from "~/i18n/format";
import { useStrings } from "~/i18n/strings";
import { deskComments } from "~/i18n/zh-CN/desk-comments";
import { ClauseText } from "~/ui/clause-text";
import { DefinitionList } from "~/ui/definition-list";
import { href } from "~/ui/href";
import { Notice } from "~/ui/notice";
import { Quote } from "~/ui/quote";
import type { DeskCommentPage } from "../processing-facts";
import { filterQuery, NO_FILTER } from "../processing-filter";
import { DeskWords } from "./desk-words";
import { Paragraphs } from "~/ui/official-text";
import { OutcomeBadge } from "./outcome-badge";

const { comment: texts, list } = deskComments;

type Props = { page: DeskCommentPage };

/** What was said, as far as whoever looks may read it. */
export function CommentWords({ page: { comment, isUnmasked } }: Props) {
  const { erasureGrounds } = useStrings().consultationTerms;
  if (comment.erasure) {
    const { at, ground } = comment.erasure;
    return <Notice title={texts.erased(instant(at), ground ? erasureGrounds[ground] : "")} />;
  }
  const isMarked = [...comment.words, ...(comment.suggestion ?? [])].some(({ isPersonal }) => isPersonal);
  return (
    <>
      {!isUnmasked && <p className="hint">{list.masked}</p>}
      {isMarked && <p className="hint">{texts.marked}</p>}
      <div className="comment-words">
        <DeskWords runs={comment.words} />
        {comment.suggestion && (
          <>
            <p>{list.suggestion}</p>
            <DeskWords runs={comment.suggestion} />
          </>
        )}
      </div>
    </>
  );
}

/** Where it came from, and what its author wants. */
export function CommentFacts({ page: { comment, consultation, attachments } }: Props) {
  const { consultationTerms: terms } = useStrings();
  const { channel, submitter, stance, statedOn, consent, withheld, theme } = comment;
  return (
    <DefinitionList
      items={[
        { term: texts.channel, description: terms.channels[channel] },
        { term: texts.receivedAt, description: instant(comment.receivedAt) },
        { term: texts.statedOn, description: statedOn && formatDay(statedOn, "zh-CN") },
        { term: texts.enteredBy, description: comment.enteredBy },
        { term: texts.submitter, description: terms.submitters[submitter] },
        { term: texts.name, description: <bdi>{comment.name ?? list.anonymous}</bdi> },
        { term: texts.contact, description: <bdi>{comment.contact ?? texts.noContact}</bdi> },
        {
          term: texts.stance,
          description: consultation.askStance ? (stance ? terms.stances[stance] : terms.noStance) : null,
        },
        { term: texts.consent, description: consentText(consent) },
        { term: texts.review, description: terms.displays[comment.display] },
        { term: texts.withheldReason, description: withheld && <Withheld withheld={withheld} /> },
        { term: texts.theme, description: theme },
        {
          term: texts.attachments,
          description: attachments.length > 0 ? <Attachments attachments={attachments} /> : null,
        },
      ]}
    />
  );
}

function consentText({ isGiven, withdrawnAt }: DeskCommentPage["comment"]["consent"]): string {
  if (!isGiven) return texts.consentRefused;
  return withdrawnAt ? texts.consentTaken(instant(withdrawnAt)) : texts.consentGiven;
}

function Withheld({ withheld: { ground, reason } }: { withheld: NonNullable<DeskCommentPage["comment"]["withheld"]> }) {
  const { withheldGrounds } = useStrings().consultationTerms;
  return (
    <>
      {ground && <p>{withheldGrounds[ground]}</p>}
      {reason && <Paragraphs text={reason} />}
    </>
  );
}

function Attachments({ attachments }: Pick<DeskCommentPage, "attachments">) {
  return (
    <>
      <ul>
        {attachments.map(({ id, name }) => (
          <li key={id}>
            <a href={href(`/attachments/${id}`)}>
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
      <p className="hint">{texts.attachmentsNote}</p>
    </>
  );
}

/** The clause it is about, with the sentences that are meant marked. */
export function QuotedClause({ page: { clause } }: Props) {
  if (!clause) return <p>{texts.wholeDraft}</p>;
  return (
    <ClauseText id={`clause-${clause.id}`} heading={clause.name} sentences={clause.sentences} marked={clause.marked} />
  );
}

export function PublishedWords({ page: { comment } }: Props) {
  const { published } = comment;
  if (!published || comment.display !== "shown") return null;
  const { name, at, body, suggestion } = published;
  return (
    <Quote source={`${name ?? texts.noName} · ${texts.publishedAt(instant(at))}`}>
      <Paragraphs text={body} />
      {suggestion && (
        <>
          <p>{list.suggestion}</p>
          <Paragraphs text={suggestion} />
        </>
      )}
    </Quote>
  );
}

export function GivenAnswer({ page: { comment } }: Props) {
  const { outcome, outcomeClause, reason, decidedBy, decidedAt } = comment;
  if (!outcome) return null;
  return (
    <>
      <p>
        <OutcomeBadge outcome={outcome} /> {outcomeClause}
      </p>
      {reason && <Paragraphs text={reason} />}
      {decidedAt && <p className="hint">{texts.decidedBy(decidedBy ?? "", instant(decidedAt))}</p>}
    </>
  );
}

/** Who says the same, and what became of that. */
export function SimilarComments({ page: { similar, consultation } }: Props) {
  const { outcomes, undecided } = useStrings().consultationTerms;
  if (!similar) return null;
  const query = filterQuery(NO_FILTER, { cluster: similar.fingerprint });
  return (
    <>
      <p>
        {texts.similarTo(formatCount(similar.people, "zh-CN"))}{" "}
        <a href={href(`/desk/consultations/${consultation.slug}/comments${query}`)}>{texts.listSimilar}</a>
      </p>
      <ul>
        {similar.others.map(({ number, outcome, isSame }) => (
          <li key={number}>
            <a href={href(`/desk/comments/${number}`)}>{list.number(number)}</a>{" "}
            {[isSame ? texts.same : texts.near, outcome ? outcomes[outcome] : undecided].join(" · ")}
          </li>
        ))}
      </ul>
    </>
  );
}

export function ObjectionFacts({ page: { objection } }: Props) {
  if (!objection) return null;
  const { at, words, decidedAt, decidedBy, isUpheld, reason } = objection;
  return (
    <>
      <Quote source={texts.objectionAt(instant(at))}>
        <DeskWords runs={words} />
      </Quote>
      {decidedAt ? (
        <>
          <p>
            <strong>{isUpheld ? texts.objectionUpheld : texts.objectionRefused}</strong>{" "}
            {texts.decidedBy(decidedBy ?? "", instant(decidedAt))}
          </p>
          {reason && <Paragraphs text={reason} />}
        </>
      ) : (
        <p>{texts.objectionWaits}</p>
      )}
    </>
  );
}

function instant(at: Date | string): string {
  return formatInstant(at, "zh-CN");
}
