import type { PlainDate } from "~/calendar/plain-date";
import type { Reason } from "~/platform/refusal";
import { isBlank } from "~/forms/words";
import { because } from "./reasons";

/** What a body asked in writing (函询) answers: an opinion, which becomes a comment, or 无意见. */
export const REPLY_KINDS = ["opinion", "no_comment"] as const;
export type ReplyKind = (typeof REPLY_KINDS)[number];

/** Why a letter asking a body for its opinion cannot be entered in the register. */
export function inquiryRefusals(
  inquiry: { bodyName: string; askedOn: PlainDate; dueOn: PlainDate },
  today: PlainDate,
): Reason[] {
  const reasons: Reason[] = [];
  if (isBlank(inquiry.bodyName)) reasons.push(because("body_name_missing", "bodyName"));
  if (inquiry.askedOn > today) reasons.push(because("asked_in_future", "askedOn", { today }));
  if (inquiry.dueOn <= inquiry.askedOn)
    reasons.push(because("inquiry_due_too_early", "dueOn", { askedOn: inquiry.askedOn }));
  return reasons;
}

/** Why a reply cannot be entered. One that comes after its deadline still counts. */
export function replyRefusals(
  inquiry: { askedOn: PlainDate; repliedOn: PlainDate | null },
  reply: { repliedOn: PlainDate; kind: ReplyKind; opinion: string | null },
  today: PlainDate,
): Reason[] {
  const reasons: Reason[] = [];
  if (inquiry.repliedOn) reasons.push(because("replied_already"));
  if (reply.repliedOn > today) reasons.push(because("replied_in_future", "repliedOn", { today }));
  if (reply.repliedOn < inquiry.askedOn)
    reasons.push(because("replied_before_asked", "repliedOn", { askedOn: inquiry.askedOn }));
  if (reply.kind === "opinion" && isBlank(reply.opinion)) reasons.push(because("body_missing", "body"));
  return reasons;
}
