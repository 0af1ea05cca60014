import { useStrings } from "~/i18n/strings";
import { EmptyState } from "~/ui/empty-state";
import { Section } from "~/ui/section";
import type { PublicComment as Comment } from "../comment";
import type { ShownState } from "../consultation";
import { PublicComment } from "./public-comment";

interface PublishedCommentsProps {
  comments: Comment[];
  publishedCount: number;
  areCommentsDue: boolean;
  showComments: "during" | "after";
  state: ShownState;
  clauseName: (id: string) => string | undefined;
  place: (clauseId: string) => string;
}

/** Comments on the whole draft; those on a clause stand at the clause. Says when there are none, and why. */
export function PublishedComments(props: PublishedCommentsProps) {
  const { comments, publishedCount, areCommentsDue, showComments, state, clauseName, place } = props;
  const { page } = useStrings().consultations;
  if (state === "approved") return null;
  const isAfter = !areCommentsDue && showComments === "after";
  return (
    <Section id="comments" title={publishedCount > comments.length ? page.commentsOnWhole : page.commentsTitle}>
      <div id="comments-list" data-live="">
        {comments.map((comment) => (
          <PublicComment key={comment.number} comment={comment} clauseName={clauseName} place={place} />
        ))}
        {comments.length === 0 && publishedCount > 0 && <p>{page.commentsBeside}</p>}
        {publishedCount === 0 && (
          <EmptyState title={page.commentsNone}>
            <p>{isAfter ? page.commentsNoneAfter : page.commentsNoneDuring}</p>
          </EmptyState>
        )}
      </div>
    </Section>
  );
}
