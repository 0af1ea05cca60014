import { formatCount } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import type { PublicComment as Comment } from "../comment";
import { PublicComment } from "./public-comment";

interface ClauseCommentsProps {
  comments: Comment[];
  clauseName: (id: string) => string | undefined;
  place: (clauseId: string) => string;
}

const FIRST = 3;

/** The comments on one clause: the first at once, the others when asked for, so that the text stays in sight. */
export function ClauseComments({ comments, clauseName, place }: ClauseCommentsProps) {
  const language = useLanguage();
  const { reading } = useStrings();
  const first = comments.length > FIRST + 1 ? comments.slice(0, FIRST) : comments;
  const others = comments.slice(first.length);
  const shown = (comment: Comment) => (
    <PublicComment key={comment.number} comment={comment} clauseName={clauseName} place={place} />
  );
  return (
    <div lang={language}>
      {first.map(shown)}
      {others.length > 0 && (
        <details>
          <summary>{reading.moreComments(formatCount(others.length, language))}</summary>
          {others.map(shown)}
        </details>
      )}
    </div>
  );
}
