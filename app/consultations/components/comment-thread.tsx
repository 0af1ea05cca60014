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
  /** Which knot this stands at. */
  here?: "comment" | "change";
}

/** From the clause over the comment and its answer to the words it changed, in one line. */
export function CommentThread({ number, clause, outcome, change, commentHref, here = "comment" }: CommentThreadProps) {
  const language = useLanguage();
  const { consultations } = useStrings();
  const named = ({ name, href }: Place) => ({ title: <OfficialText zh={name} />, href });
  const ties: ThreadTie[] = [
    {
      kind: "comment",
      title: consultations.comment.number(formatCount(number, language)),
      href: commentHref,
      isHere: here === "comment",
    },
    { kind: "answer", title: outcome && <OutcomeBadge outcome={outcome} />, isWaiting: !outcome },
  ];
  if (clause) ties.unshift({ kind: "clause", ...named(clause) });
  if (change) ties.push({ kind: "change", ...named(change), isHere: here === "change" });
  return <ThreadLine ties={ties} />;
}
