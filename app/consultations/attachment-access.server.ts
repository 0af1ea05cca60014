import type { Actor } from "~/accounts/actor";
import type { AttachmentRecord } from "~/attachments/attachment";
import { attachmentById } from "~/attachments/queries.server";
import { subjectOfPaper } from "~/reviews/paper.server";
import type { Deps } from "~/platform/db.server";
import { displayFacts, isAuthor } from "./author.server";
import { areCommentsDue, displayOf } from "./comment";
import { findConsultationIdOfStep, findOwnComment } from "./comment-store.server";
import { isPublic, shownState } from "./consultation";
import { findConsultation, findConsultationById, type ConsultationRecord } from "./consultation-store.server";
import { maySeeDesk, maySeeUnmasked } from "./permissions";

interface Asking {
  actor: Actor;
  /** Whether the browser holds the receipt of this comment. */
  holdsItem: (number: number) => boolean;
}

/**
 * The file, if whoever asks may read what it belongs to: files of a consultation go with its page, files of a comment
 * with its author's words, evidence with the dossier. Null otherwise, as for what does not exist.
 */
export async function readableAttachment(id: string, asking: Asking, deps: Deps): Promise<AttachmentRecord | null> {
  const file = await attachmentById(deps, id);
  if (!file) return null;
  const { commentNumber, consultationId, stepId, paperId, isPublic: isShown } = file;
  if (paperId !== null) return (await mayReadOfPaper(paperId, asking, deps)) ? file : null;
  if (commentNumber !== null) return (await mayReadOfComment(commentNumber, isShown, asking, deps)) ? file : null;
  const parentId = stepId === null ? consultationId : await findConsultationIdOfStep(deps.db.client, stepId);
  const consultation = parentId && (await findConsultationById(deps.db.client, parentId));
  if (!consultation) return null;
  const goesWithPage = isPublic(consultation, deps.now) && (stepId === null || isShown);
  return goesWithPage || maySeeDesk(asking.actor, consultation, shownState(consultation, deps.now)) ? file : null;
}

/** The scan of a signature stays with the office. */
async function mayReadOfPaper(id: number, { actor }: Asking, deps: Deps): Promise<boolean> {
  const subject = await subjectOfPaper(deps, id);
  if (subject?.kind !== "consultation") return false;
  const consultation = await findConsultation(deps.db.client, subject.id);
  return consultation !== null && maySeeDesk(actor, consultation, shownState(consultation, deps.now));
}

async function mayReadOfComment(number: number, isShown: boolean, asking: Asking, deps: Deps): Promise<boolean> {
  const comment = await findOwnComment(deps.db.client, number);
  if (!comment) return false;
  const { actor } = asking;
  if (isAuthor(actor, comment, { holdsReceipt: asking.holdsItem(number) })) return true;
  const consultation = await findConsultationById(deps.db.client, comment.consultationId);
  if (!consultation) return false;
  if (maySeeUnmasked(actor, consultation)) return true;
  return isShown && displayOf(displayFacts(comment)) === "shown" && areWordsPublic(consultation, deps.now);
}

function areWordsPublic(consultation: ConsultationRecord, now: Date): boolean {
  const showComments = consultation.showComments === "during" ? "during" : "after";
  return isPublic(consultation, now) && areCommentsDue({ state: shownState(consultation, now), showComments });
}
