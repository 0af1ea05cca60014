import { accountIdOf, type Actor } from "~/accounts/actor";
import { showAttachments } from "~/attachments/queries.server";
import type { Deps } from "~/platform/db.server";
import { maskName, maskPersonalData } from "~/privacy/masking";
import { publishRefusals } from "./comment";
import { performCommentAct, type CommentActInput } from "./perform-comment-act.server";
import { publishedData, type DeskComment } from "./processing-store.server";

/** What the public will read. Null: as sent, with personal data masked. Empty: left out. */
interface PublicWords {
  body: string | null;
  suggestion: string | null;
  name: string | null;
}

/**
 * Shows a comment in public after review (先审后发). Refusals: without its author's consent, erased, or while an
 * objection waits. Attachments stay with the office: what is in them cannot be masked here.
 */
export function publishComment(actor: Actor, input: CommentActInput & PublicWords, deps: Deps) {
  return performCommentAct(actor, "publish", input, deps, {
    event: "comment.published",
    reasons: ({ comment }) => publishRefusals(comment, maskedWords(comment, input)),
    write: async ({ tx, comment }) => {
      await showAttachments(tx, { commentNumber: comment.number }, false);
      const words = maskedWords(comment, input);
      return {
        data: {
          ...publishedData(words, comment.publishedAt ?? deps.now),
          reviewedById: accountIdOf(actor),
          reviewedAt: deps.now,
        },
        payload: { again: comment.publishedAt !== null },
      };
    },
  });
}

/** The words that review proposes: phone, identity, plate numbers and addresses masked, the name shortened. */
export function maskedWords(comment: DeskComment, given: PublicWords = { body: null, suggestion: null, name: null }) {
  const isOrganisation = comment.submitter !== "person";
  const name = given.name ?? (comment.name && maskName(comment.name, { isOrganisation }));
  const proposed = comment.suggestion && maskPersonalData(comment.suggestion).masked;
  return {
    body: given.body ?? maskPersonalData(comment.body).masked,
    suggestion: (given.body === null ? proposed : given.suggestion) || null,
    name: name || null,
  };
}
