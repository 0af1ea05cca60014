import { accountIdOf, type Actor } from "~/accounts/actor";
import { showAttachments } from "~/attachments/queries.server";
import type { Language } from "~/i18n/language";
import { queueNotice } from "~/notifications/queue-notice.server";
import type { Deps, Tx } from "~/platform/db.server";
import { withholdRefusals, type WithheldGround } from "./comment";
import type { ConsultationRecord } from "./consultation-store.server";
import { performCommentAct, type CommentActInput } from "./perform-comment-act.server";
import { withheldData, type DeskComment } from "./processing-store.server";

interface WithholdInput extends CommentActInput {
  ground: WithheldGround;
  reason: string | null;
  gist: string | null;
}

/**
 * Keeps a comment from the public on one of the four grounds (广州市规章制定公众参与办法 第六条) and tells its author, who
 * may object once. It is considered and answered all the same.
 */
export function withholdComment(actor: Actor, input: WithholdInput, deps: Deps) {
  const { ground, reason } = input;
  return performCommentAct(actor, "withhold", input, deps, {
    event: "comment.withheld",
    reasons: ({ comment }) => withholdRefusals(comment, { ground, reason }),
    write: async ({ tx, comment, consultation }) => {
      await showAttachments(tx, { commentNumber: comment.number }, false);
      await tellAuthor(tx, comment, consultation, ground, deps.now);
      return {
        data: {
          ...withheldData(ground, reason),
          ...(input.gist ? { gist: input.gist } : {}),
          reviewedById: accountIdOf(actor),
          reviewedAt: deps.now,
        },
        payload: { ground, wasShown: comment.publishedAt !== null },
      };
    },
  });
}

async function tellAuthor(
  tx: Tx,
  comment: DeskComment,
  consultation: ConsultationRecord,
  ground: WithheldGround,
  now: Date,
) {
  await queueNotice(
    tx,
    {
      kind: "comment_withheld",
      contact: comment.contact,
      language: comment.language as Language,
      subject: { kind: "comment", id: String(comment.number) },
      unitCode: consultation.unitCode,
      params: { number: comment.number, title: consultation.title, unit: consultation.unit.name, ground },
    },
    now,
  );
}
