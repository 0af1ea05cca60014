import type { ReactNode } from "react";
import { formatCount } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";

export type ThreadKind = "clause" | "question" | "comment" | "answer" | "change" | "interpretation";

export interface ThreadKnot {
  kind: ThreadKind;
  /** Which one: 第三条, 意见 127. */
  title: ReactNode;
  children?: ReactNode;
  /** Still to come: the line to it is broken. */
  isWaiting?: boolean;
  /** The one this page is about. */
  isHere?: boolean;
}

/** 脉络: one fine line from the clause to the comments on it, the answer and the sentence that changed. */
export function Thread({ label, knots }: { label?: string; knots: ThreadKnot[] }) {
  const { thread } = useStrings().site;
  return (
    <ol className="thread" aria-label={label ?? thread.label}>
      {knots.map((knot, index) => (
        <li
          key={`${knot.kind} ${index}`}
          className={`knot knot-${knot.kind}${knot.isWaiting ? " knot-waiting" : ""}`}
          aria-current={knot.isHere || undefined}
        >
          <div className="knot-head">
            <span className="knot-kind">{thread.kinds[knot.kind]}</span>{" "}
            <span className="knot-title">{knot.title}</span>
            {knot.isWaiting && <span className="knot-state">{thread.waiting}</span>}
          </div>
          {knot.children && <div className="knot-text">{knot.children}</div>}
        </li>
      ))}
    </ol>
  );
}

export interface ThreadTie {
  kind: ThreadKind;
  /** Which one, or what it says: 第三条, 采纳. */
  title: ReactNode;
  href?: string;
  isWaiting?: boolean;
  /** The one this stands beside. */
  isHere?: boolean;
}

/** The same thread in one line, with a word and a shape for each knot: in a row of a table, at a comment. */
export function ThreadLine({ ties }: { ties: ThreadTie[] }) {
  const { thread } = useStrings().site;
  return (
    <ol className="thread-line" aria-label={thread.label}>
      {ties.map(({ kind, title, href, isWaiting, isHere }) => (
        <li
          key={kind}
          className={`tie tie-${kind}${isWaiting ? " tie-waiting" : ""}`}
          aria-current={isHere || undefined}
        >
          <span className="tie-kind">{thread.kinds[kind]}</span> {href ? <a href={href}>{title}</a> : title}
          {isWaiting && ` ${thread.waiting}`}
        </li>
      ))}
    </ol>
  );
}

interface ThreadCountsProps {
  counts: { kind: Exclude<ThreadKind, "clause" | "question">; count: number; href?: string }[];
}

/** The same thread in one line, beside a clause or in a list: how many comments, answers, changes. */
export function ThreadCounts({ counts }: ThreadCountsProps) {
  const language = useLanguage();
  const { thread } = useStrings().site;
  return (
    <ul className="thread-counts" aria-label={thread.label}>
      {counts.map(({ kind, count, href }) => {
        const text = thread.counts[kind](formatCount(count, language));
        return (
          <li key={kind} className={`tie tie-${kind}${count === 0 ? " tie-waiting" : ""}`}>
            {href && count > 0 ? <a href={href}>{text}</a> : text}
          </li>
        );
      })}
    </ul>
  );
}
