import { formatCount } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { ThreadLine, type ThreadTie } from "~/ui/thread";
import type { Outcome } from "../comment";
import { OfficialText } from "~/ui/official-text";
import { OutcomeBadge } from "./outcome-badge";

interface Place {
  name: string;
  href?: string;
}

interface CommentThreadProps {
  number: number;
  /** The clause it is about, where that may be known. */
  clause: Place | null;
  outcome: Outcome | null;
  /** The clause it changed. */
  change: Place | null;
  /** Where the comment itself is read, when that is not here. */
  commentHref?: string;
  /** Where the answer is read, when that is not here. */
  answerHref?: string;
}

/** From the clause over the comment and its answer to the words it changed, in one line. */
export function CommentThread(props: CommentThreadProps) {
  const { number, clause, outcome, change, commentHref, answerHref } = props;
  const language = useLanguage();
  const { consultations } = useStrings();
  const ties: ThreadTie[] = [
    {
      kind: "comment",
      title: consultations.comment.number(formatCount(number, language)),
      href: commentHref,
      isHere: !commentHref,
    },
    { kind: "answer", title: outcome && <OutcomeBadge outcome={outcome} />, href: answerHref, isWaiting: !outcome },
  ];
  if (clause) ties.unshift({ kind: "clause", title: <OfficialText zh={clause.name} />, href: clause.href });
  if (change) ties.push({ kind: "change", title: <OfficialText zh={change.name} />, href: change.href });
  return <ThreadLine ties={ties} />;
}
