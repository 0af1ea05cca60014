import { formatCount } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { ClauseText } from "~/ui/clause-text";
import { href } from "~/ui/href";
import type { PublicComment as Comment } from "../comment";
import type { ClauseLevel } from "../forms";
import { PublicComment } from "./public-comment";

export interface ClauseFacts {
  id: string;
  level: ClauseLevel;
  number: string;
  heading: string;
  note: string | null;
  sentences: string[];
  commentCount: number;
}

interface DraftClausesProps {
  slug: string;
  clauses: ClauseFacts[];
  /** Comments can be sent now. */
  isOpen: boolean;
  commentsOf: (clauseId: string) => Comment[];
}

/** The draft clause by clause: its permanent link, the way to comment on it, and the comments on it. */
export function DraftClauses({ slug, clauses, isOpen, commentsOf }: DraftClausesProps) {
  return (
    <div lang="zh-CN">
      {clauses.map((clause) => (
        <ClauseText
          key={clause.id}
          id={clause.id}
          number={clause.number || undefined}
          heading={clause.heading || undefined}
          level={clause.level}
          sentences={clause.sentences}
          note={clause.note}
          tools={hasTools(clause, isOpen) && <Tools slug={slug} clause={clause} isOpen={isOpen} />}
          aside={commentsOf(clause.id).length > 0 && <Comments comments={commentsOf(clause.id)} clauses={clauses} />}
        />
      ))}
    </div>
  );
}

function hasTools(clause: ClauseFacts, isOpen: boolean): boolean {
  return isCommentable(clause, isOpen) || clause.commentCount > 0;
}

function isCommentable({ sentences }: ClauseFacts, isOpen: boolean): boolean {
  return isOpen && sentences.length > 0;
}

function Tools({ slug, clause, isOpen }: { slug: string; clause: ClauseFacts; isOpen: boolean }) {
  const language = useLanguage();
  const { page } = useStrings().consultations;
  return (
    <>
      {isCommentable(clause, isOpen) && (
        <a
          href={href(`/consultations/${slug}/comments/new?clause=${encodeURIComponent(clause.id)}`)}
          rel="nofollow"
          lang={language}
        >
          {nameOfClause(clause) ? page.commentOn(nameOfClause(clause)) : page.commentOnShort}
        </a>
      )}
      {clause.commentCount > 0 && (
        <span lang={language}>{page.commentCount(formatCount(clause.commentCount, language))}</span>
      )}
    </>
  );
}

function Comments({ comments, clauses }: { comments: Comment[]; clauses: ClauseFacts[] }) {
  const language = useLanguage();
  return (
    <div lang={language}>
      {comments.map((comment) => (
        <PublicComment key={comment.number} comment={comment} clauseName={(id) => nameOfId(clauses, id)} />
      ))}
    </div>
  );
}

/** The clause as people call it: its number, else its heading. */
export function nameOfClause({ number, heading }: Pick<ClauseFacts, "number" | "heading">): string {
  return number || heading;
}

export function nameOfId(clauses: readonly ClauseFacts[], id: string): string | undefined {
  const clause = clauses.find((one) => one.id === id);
  return clause && (nameOfClause(clause) || undefined);
}
