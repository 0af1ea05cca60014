import type { Reviewed } from "~/reviews/read-sheet.server";
import type { MessageRecord } from "./message-store.server";

/** What the release sheet of a reply is about: the words to the sender, and those that the public will read. */
export function replyReviewed(message: Pick<MessageRecord, "number" | "replies">): Reviewed | null {
  const reply = message.replies.find(({ state }) => state === "in_review");
  if (!reply) return null;
  const { id, text: body, display, publicTitle, publicBody, publicReply, authorId } = reply;
  const shown = display === "none" ? {} : { publicTitle, publicBody, publicReply };
  const parts = Object.entries({ reply: body, ...shown }).flatMap(([place, text]) => (text ? [{ place, text }] : []));
  return { subject: { kind: "message", id: message.number, part: `reply-${id}` }, parts, submittedById: authorId };
}
