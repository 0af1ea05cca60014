import { useLanguage, useStrings } from "~/i18n/strings";
import { ClauseText } from "~/ui/clause-text";
import { href } from "~/ui/href";
import { ThreadCounts } from "~/ui/thread";
import type { PublicComment as Comment } from "../comment";
import type { ClauseLevel } from "../forms";
import { ClauseComments } from "./clause-comments";
import { MixedText } from "~/ui/mixed-text";

export interface ClauseFacts {
  id: string;
  level: ClauseLevel;
  number: string;
  heading: string;
  note: string | null;
  sentences: string[];
  commentCount: number;
  /** Its words are others in the text that came of the draft. */
  isChanged?: boolean;
}

interface DraftClausesProps {
  slug: string;
  clauses: ClauseFacts[];
  /** Comments can be sent now. */
  isOpen: boolean;
  /** The outcome is public: every comment has its answer. */
  isAnswered: boolean;
  /** The text that came of the draft is public. */
  hasChanges: boolean;
  /** The address at which a changed clause is read. */
  changedAt: (clauseId: string) => string;
  commentsOf: (clauseId: string) => Comment[];
}

/** The draft clause by clause: its permanent link, the way to comment on it, and the comments on it. */
export function DraftClauses({ clauses, commentsOf, ...place }: DraftClausesProps) {
  const clauseName = (id: string) => nameOfId(clauses, id);
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
          tools={hasTools(clause, place.isOpen) && <Tools clause={clause} {...place} />}
          aside={
            commentsOf(clause.id).length > 0 && (
              <ClauseComments comments={commentsOf(clause.id)} clauseName={clauseName} place={place.changedAt} />
            )
          }
        />
      ))}
    </div>
  );
}

function hasTools(clause: ClauseFacts, isOpen: boolean): boolean {
  return isCommentable(clause, isOpen) || clause.commentCount > 0 || clause.isChanged === true;
}

function isCommentable({ sentences }: ClauseFacts, isOpen: boolean): boolean {
  return isOpen && sentences.length > 0;
}

type ToolsProps = { clause: ClauseFacts } & Omit<DraftClausesProps, "clauses" | "commentsOf">;

function Tools({ slug, clause, isOpen, isAnswered, hasChanges, changedAt }: ToolsProps) {
  const language = useLanguage();
  const { page } = useStrings().consultations;
  const { id, commentCount, isChanged } = clause;
  const hasThread = commentCount > 0 || isChanged === true;
  return (
    <>
      {isCommentable(clause, isOpen) && (
        <a
          href={href(`/consultations/${slug}/comments/new?clause=${encodeURIComponent(id)}`)}
          rel="nofollow"
          lang={language}
        >
          <MixedText text={nameOfClause(clause) ? page.commentOn(nameOfClause(clause)) : page.commentOnShort} />
        </a>
      )}
      {hasThread && (
        <div lang={language}>
          <ThreadCounts
            counts={[
              { kind: "comment", count: commentCount },
              ...(isAnswered ? [{ kind: "answer" as const, count: commentCount }] : []),
              ...(hasChanges
                ? [
                    {
                      kind: "change" as const,
                      count: isChanged ? 1 : 0,
                      href: changedAt(id),
                    },
                  ]
                : []),
            ]}
          />
        </div>
      )}
    </>
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
