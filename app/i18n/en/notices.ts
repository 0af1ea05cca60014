import type { NoticeKind } from "~/notifications/notice";
import type { NoticeText } from "../notices";

const receipt =
  "See it with receipt code {code}:\n{site}/receipts/{code}\nOn another device you also need the last four characters of the contact you left.";
const ending = "\n\nThis notice was sent automatically; replies are not read. {unit}";

export const notices: Record<NoticeKind, NoticeText> = {
  comment_received: {
    subject: "Your comment was received: {title}",
    text: `Your comment on “{title}” was received. Its number is {number}.\n\nEvery comment is considered and you will be told what became of it.\n${receipt}${ending}`,
    sms: "Your comment {number} was received. Receipt code {code}.",
  },
  comment_withheld: {
    subject: "Your comment will not be shown publicly: {title}",
    text: `After review, your comment {number} on “{title}” will not be shown on the site. Ground: {ground}.\n\nIt is considered all the same and you will be told its outcome. You may object once on the receipt page; the open-government office decides.\n${receipt}${ending}`,
    sms: "Your comment {number} will not be shown publicly; it is considered all the same. Receipt code {code}.",
  },
  objection_decided: {
    subject: "Your objection was decided: {title}",
    text: `The open-government office has decided your objection about comment {number}.\n${receipt}${ending}`,
    sms: "Your objection about comment {number} was decided. Receipt code {code}.",
  },
  outcome_published: {
    subject: "What became of your comment: {title}",
    text: `The outcome of the consultation “{title}” is published. Your comment {number}: {outcome}.\n\nAll comments and their outcomes: {site}/consultations/{slug}/outcome\n${receipt}${ending}`,
    sms: "Your comment {number} has an outcome. Receipt code {code}.",
  },
  consultation_withdrawn: {
    subject: "Consultation withdrawn: {title}",
    text: `The consultation “{title}” was withdrawn. The reason is published and the page stays. Your comment {number} is on record.\n\n{site}/consultations/{slug}\n${receipt}${ending}`,
    sms: "A consultation you commented on was withdrawn. Receipt code {code}.",
  },
  consultation_extended: {
    subject: "Consultation extended: {title}",
    text: `The consultation “{title}” now ends on {closesOn} (at 24:00). The reason is published.\n\n{site}/consultations/{slug}${ending}`,
    sms: "A consultation you commented on was extended to {closesOn}.",
  },
  message_received: {
    subject: "Your message was received: {number}",
    text: `Your message was received. Its number is {number}.\n\nThe receipt page shows which department has it and when it is to answer.\n${receipt}${ending}`,
    sms: "Your message {number} was received. Receipt code {code}.",
  },
  message_declined: {
    subject: "Why message {number} was not accepted",
    text: `Your message {number} was not accepted. The reason, and where you may turn, stand on the receipt page.\n${receipt}${ending}`,
    sms: "Your message {number} was not accepted. Reason: receipt code {code}.",
  },
  message_referred: {
    subject: "Message {number} was referred",
    text: `Your message {number} was referred to the channel that the law provides. Who handles it, how to reach them and the rule stand on the receipt page.\n${receipt}${ending}`,
    sms: "Your message {number} was referred. Who handles it: receipt code {code}.",
  },
  message_merged: {
    subject: "Message {number} was merged",
    text: `Your message {number} is about the same matter as another one and is handled together with it. Your receipt code stays valid, and you will be told the answer.\n${receipt}${ending}`,
    sms: "Your message {number} was merged with another. Receipt code {code} stays valid.",
  },
  message_asked: {
    subject: "A question about your message {number}",
    text: `To handle your message {number} we need to know more. The question stands on the receipt page. Please answer by {endsOn}; without an answer the work goes on.\n${receipt}${ending}`,
    sms: "There is a question about your message {number}. Receipt code {code}.",
  },
  message_extended: {
    subject: "More time for message {number}",
    text: `The time limit of your message {number} was extended to {dueOn}. The reason stands on the receipt page.\n${receipt}${ending}`,
    sms: "The time limit of your message {number} was extended to {dueOn}. Receipt code {code}.",
  },
  message_replied: {
    subject: "Your message {number} was answered",
    text: `Your message {number} was answered. Please read the answer on the receipt page and rate it. If the matter is not solved, you may ask once to have it handled again.\n${receipt}${ending}`,
    sms: "Your message {number} was answered. Receipt code {code}.",
  },
  message_corrected: {
    subject: "The answer to message {number} was corrected",
    text: `The answer to your message {number} was corrected. The receipt page says what was corrected; the earlier answer is kept.\n${receipt}${ending}`,
    sms: "The answer to your message {number} was corrected. Receipt code {code}.",
  },
  message_promise_kept: {
    subject: "What was promised for message {number} is done",
    text: `What was promised in the answer to your message {number} is done. The receipt page says what was done.\n${receipt}${ending}`,
    sms: "What was promised for your message {number} is done. Receipt code {code}.",
  },
  message_late: {
    subject: "Message {number} is overdue",
    text: `Message {number} was due on {dueOn} and is not settled. Please see that it is.\n\n{site}/desk/messages/{number}${ending}`,
    sms: "Message {number} was due on {dueOn} and is not settled. Please see to it at the desk.",
  },
};
