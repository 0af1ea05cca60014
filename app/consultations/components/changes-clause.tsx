import { formatCount } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { DiffText, type DiffPart } from "~/ui/diff-text";
import { href } from "~/ui/href";
import { clauseLabel } from "~/drafting/clauses";
import type { Run } from "~/wording/text-diff";
import { CommentThread } from "./comment-thread";
import { OfficialText, Paragraphs } from "~/ui/official-text";
import type { RowFacts } from "./outcome-rows";
import { MixedText } from "~/ui/mixed-text";

interface ClauseSide {
  number: string;
  heading: string;
  text: string;
}

export interface ClauseChangeFacts {
  id: string;
  kind: "unchanged" | "changed" | "added" | "removed" | "moved";
  isMoved: boolean;
  isRenumbered: boolean;
  before?: ClauseSide;
  after?: ClauseSide;
  heading: Run[];
  text: Run[];
  /** `page` of the outcome's table on which the comment stands. */
  comments: CommentBehind[];
}

type CommentBehind = RowFacts & { page: number };

/** Nothing changed in it and no adopted comment names it: it can stand folded. */
export function isFolded({ kind, comments }: ClauseChangeFacts): boolean {
  return kind === "unchanged" && comments.length === 0;
}

/** Number and heading as printed in the later text; empty for a paragraph that has neither. */
export function clauseNameOf({ before, after }: ClauseChangeFacts): string {
  const side = after ?? before;
  return side ? clauseLabel(side) : "";
}

/** More would hide the text that is compared; the outcome's table has them all. */
const MOST_BEHIND = 50;

/** One clause with what changed in it, and the comments behind the change with the reply to each. */
export function ChangesClause({ change, slug }: { change: ClauseChangeFacts; slug: string }) {
  const language = useLanguage();
  const { changes: texts } = useStrings().outcome;
  const { kind, comments } = change;
  return (
    <section className="clause" id={change.id} aria-labelledby={`${change.id}-change`}>
      <div className="clause-main">
        <h2 className="clause-head" id={`${change.id}-change`}>
          <OfficialText zh={clauseNameOf(change) || texts.plainClause} />
          <span className="comment-meta">{notesOf().join(" · ")}</span>
        </h2>
        <Text change={change} />
      </div>
      <div className="clause-tools">
        {comments.length > 0 && <strong>{texts.because(formatCount(comments.length, language))}</strong>}
        {comments.length === 0 && kind !== "unchanged" && <span className="hint">{texts.becauseNone}</span>}
      </div>
      {comments.slice(0, MOST_BEHIND).map((comment) => (
        <Behind
          key={comment.number}
          comment={comment}
          slug={slug}
          changed={{ name: clauseNameOf(change) || texts.plainClause, href: `#${encodeURIComponent(change.id)}` }}
        />
      ))}
      {comments.length > MOST_BEHIND && (
        <p>
          <a href={href(`/consultations/${slug}/outcome#rows`)}>
            {texts.moreBehind(formatCount(comments.length - MOST_BEHIND, language))}
          </a>
        </p>
      )}
    </section>
  );

  function notesOf(): string[] {
    const notes = [texts.kinds[kind]];
    if (change.isMoved && kind !== "moved") notes.push(texts.moved);
    if (change.isRenumbered && change.before?.number) notes.push(texts.renumbered(change.before.number));
    return notes;
  }
}

const DIFF_KINDS = { same: "same", inserted: "added", deleted: "removed" } as const;

function Text({ change: { kind, heading, text } }: { change: ClauseChangeFacts }) {
  const parts = (runs: Run[]): DiffPart[] => runs.map((run) => ({ kind: DIFF_KINDS[run.kind], text: run.text }));
  return (
    <div lang="zh-CN" className={kind === "unchanged" ? "document" : undefined}>
      {heading.some((run) => run.kind !== "same") && <DiffText parts={parts(heading)} />}
      {text.length > 0 && <DiffText parts={parts(text)} />}
    </div>
  );
}

interface BehindProps {
  comment: CommentBehind;
  slug: string;
  changed: { name: string; href: string };
}

function Behind({ comment, slug, changed }: BehindProps) {
  const language = useLanguage();
  const { rows, changes: texts } = useStrings().outcome;
  const { number, words, clauseName, outcome, reason, page } = comment;
  const query = page > 1 ? `?page=${page}` : "";
  const draft = words?.clauseId && href(`/consultations/${slug}#${encodeURIComponent(words.clauseId)}`);
  return (
    <article className="comment">
      <CommentThread
        number={number}
        commentHref={href(`/consultations/${slug}/outcome${query}#comment-${number}`)}
        clause={draft && clauseName ? { name: clauseName, href: draft } : null}
        outcome={outcome}
        change={changed}
        here="change"
      />
      {words && (
        <p className="comment-head">
          <bdi>
            <MixedText text={words.name ?? rows.unnamed} />
          </bdi>
        </p>
      )}
      <div className="comment-words" lang={language === "en" ? "zh-CN" : undefined}>
        {words ? <Said words={words} /> : <Unsaid comment={comment} />}
      </div>
      {reason && (
        <div className="comment-answer">
          <p>
            {texts.response}
            <OfficialText zh={reason} />
          </p>
        </div>
      )}
    </article>
  );
}

function Said({ words }: { words: NonNullable<RowFacts["words"]> }) {
  const language = useLanguage();
  const { rows } = useStrings().outcome;
  return (
    <>
      <Paragraphs text={words.body} />
      {words.suggestion && (
        <>
          <p lang={language}>{rows.suggestion}</p>
          <Paragraphs text={words.suggestion} />
        </>
      )}
    </>
  );
}

function Unsaid({ comment: { display, gist } }: { comment: RowFacts }) {
  const language = useLanguage();
  const { rows } = useStrings().outcome;
  return (
    <>
      {gist && (
        <p>
          <span lang={language}>{rows.gist}</span>
          {gist}
        </p>
      )}
      <p lang={language}>{rows.hidden[display]}</p>
    </>
  );
}

interface FoldProps {
  clauses: ClauseChangeFacts[];
}

/** Clauses that stayed as they were; they open on demand. */
export function ChangesFold({ clauses }: FoldProps) {
  const language = useLanguage();
  const { changes: texts } = useStrings().outcome;
  const name = (change: ClauseChangeFacts | undefined) => (change && clauseNameOf(change)) || texts.plainClause;
  return (
    <details className="clause">
      <summary>
        <MixedText text={texts.folded(formatCount(clauses.length, language), name(clauses[0]), name(clauses.at(-1)))} />
      </summary>
      <div lang="zh-CN" className="document">
        {clauses.map((change) => (
          <div key={change.id} id={change.id}>
            <p>
              <strong>{clauseNameOf(change)}</strong>
            </p>
            <Paragraphs text={change.after?.text ?? ""} />
          </div>
        ))}
      </div>
    </details>
  );
}
