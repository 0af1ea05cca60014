import { formatCount, formatInstant } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { ThreadLine, type ThreadTie } from "~/ui/thread";
import type { PublicComment as Comment } from "../comment";
import { OfficialText, Paragraphs } from "~/ui/official-text";
import { OutcomeBadge } from "./outcome-badge";
import { MixedText } from "~/ui/mixed-text";
import { WholeText } from "~/ui/whole-text";

interface Props {
  comment: Comment;
  /** The clause it is about, as printed, where the page does not show it beside. */
  clauseName?: (id: string) => string | undefined;
  /** The address at which a changed clause is read. */
  place: (clauseId: string) => string;
}

/** One published comment with what became of it; where words were erased, the mark that says so. */
export function PublicComment({ comment, clauseName, place }: Props) {
  const language = useLanguage();
  const { comment: texts } = useStrings().consultations;
  const { number, words, erasure } = comment;
  return (
    <article className="comment" id={`comment-${number}`}>
      <p className="comment-head">
        <a href={`#comment-${number}`}>{texts.number(formatCount(number, language))}</a>{" "}
        {words && (
          <>
            <bdi>
              <MixedText text={words.name ?? texts.anonymous} />
            </bdi>{" "}
            <Meta comment={comment} />
          </>
        )}
      </p>
      {words && <Words words={words} />}
      {erasure && <Erased erasure={erasure} />}
      <Answer comment={comment} clauseName={clauseName} place={place} />
    </article>
  );
}

function Meta({ comment: { words, channel } }: Pick<Props, "comment">) {
  const language = useLanguage();
  const { consultations, consultationTerms } = useStrings();
  if (!words) return null;
  const parts = [
    channel === "imported" ? null : consultationTerms.channels[channel],
    words.stance && consultationTerms.stances[words.stance],
    words.sentenceFrom && consultations.comment.sentences(words.sentenceFrom, words.sentenceTo ?? words.sentenceFrom),
    formatInstant(words.publishedAt, language),
  ];
  return (
    <span className="comment-meta">
      <WholeText text={parts.filter(Boolean).join(" · ")} />
    </span>
  );
}

function Words({ words }: { words: NonNullable<Comment["words"]> }) {
  const { comment: texts } = useStrings().consultations;
  const language = useLanguage();
  return (
    <div className="comment-words" lang={language === "en" ? "zh-CN" : undefined}>
      {words.quote && (
        <blockquote className="comment-quote">
          <p dir="auto">{words.quote}</p>
        </blockquote>
      )}
      <Paragraphs text={words.body} />
      {words.suggestion && (
        <>
          <p lang={language}>{texts.suggestion}</p>
          <Paragraphs text={words.suggestion} />
        </>
      )}
    </div>
  );
}

function Erased({ erasure }: { erasure: NonNullable<Comment["erasure"]> }) {
  const language = useLanguage();
  const { consultations, consultationTerms } = useStrings();
  const ground = erasure.ground ? consultationTerms.erasureGrounds[erasure.ground] : "";
  return (
    <p className="comment-erased">
      <strong>{consultations.comment.erased}</strong>{" "}
      {consultations.comment.erasedWhy(formatInstant(erasure.at, language), ground)}
    </p>
  );
}

/** The comment stands at its clause, so the line goes on from here: to the answer and what changed. */
function Answer({ comment, clauseName, place }: Props) {
  const { consultations } = useStrings();
  const { outcome, outcomeClauseId, reason } = comment;
  if (!outcome) return null;
  const name = outcomeClauseId && clauseName?.(outcomeClauseId);
  const ties: ThreadTie[] = [{ kind: "answer", title: <OutcomeBadge outcome={outcome} /> }];
  if (name) ties.push({ kind: "change", title: <OfficialText zh={name} />, href: place(outcomeClauseId) });
  return (
    <div className="comment-answer">
      <ThreadLine ties={ties} />
      {reason && (
        <p>
          {consultations.comment.reason}
          <OfficialText zh={reason} />
        </p>
      )}
    </div>
  );
}
