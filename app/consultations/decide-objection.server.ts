import { accountIdOf, type Actor } from "~/accounts/actor";
import type { Language } from "~/i18n/language";
import { queueNotice } from "~/notifications/queue-notice.server";
import type { Deps } from "~/platform/db.server";
import { Refused } from "~/platform/refusal";
import { decideObjectionRefusals, hasConsent } from "./comment";
import { performCommentAct, type CommentActInput } from "./perform-comment-act.server";
import { decideObjectionRow, publishedData, type CommentData, type DeskComment } from "./processing-store.server";
import { maskedWords } from "./publish-comment.server";

interface DecideObjectionInput extends CommentActInput {
  upheld: boolean;
  reason: string | null;
}

/**
 * The open-government office decides the author's objection to being withheld. Upheld, the comment is shown with its
 * personal data masked, if its author consents; the unit cannot withhold it again.
 */
export function decideObjection(actor: Actor, { upheld, reason, ...input }: DecideObjectionInput, deps: Deps) {
  return performCommentAct(actor, "decide_objection", input, deps, {
    event: "comment.objection_decided",
    reasons: ({ comment, asked }) => decideObjectionRefusals(comment, { isUpheld: upheld, reason }, asked),
    write: async ({ tx, comment, consultation }) => {
      const decision = { decidedById: accountIdOf(actor)!, decidedAt: deps.now, isUpheld: upheld, reason };
      if (!(await decideObjectionRow(tx, comment.number, decision))) {
        throw new Refused([{ code: "objection_decided_before" }], 409);
      }
      const { contact, number } = comment;
      const { unitCode, title, unit } = consultation;
      await queueNotice(
        tx,
        {
          kind: "objection_decided",
          contact,
          language: comment.language as Language,
          subject: { kind: "comment", id: String(number) },
          unitCode,
          params: { number, title, unit: unit.name },
        },
        deps.now,
      );
      return { data: upheld ? shownAgain(comment, deps.now) : {}, payload: { upheld } };
    },
  });
}

/** Without consent, or erased, it is no longer withheld but not shown either. */
function shownAgain(comment: DeskComment, now: Date): CommentData {
  if (hasConsent(comment) && !comment.erasedAt) return publishedData(maskedWords(comment), now);
  return { review: "pending", withheldGround: null, withheldReason: null };
}
