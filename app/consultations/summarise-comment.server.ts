import type { Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { digest } from "~/timeline/chain.server";
import { summariseRefusals } from "./comment";
import { performCommentAct, type CommentActInput } from "./perform-comment-act.server";

interface SummariseInput extends CommentActInput {
  /** 意见要点 in the officer's own words, for the outcome's row when the person's words are not public. */
  gist: string | null;
  theme: string | null;
}

export function summariseComment(actor: Actor, { gist, theme, ...input }: SummariseInput, deps: Deps) {
  return performCommentAct(actor, "summarise", input, deps, {
    event: "comment.summarised",
    reasons: ({ comment }) => summariseRefusals(comment),
    write: async ({ comment }) => ({
      data: { gist: gist ?? comment.gist, theme: theme ?? comment.theme },
      payload: { digest: digest(comment.salt, `${gist ?? ""}\n${theme ?? ""}`) },
    }),
  });
}
