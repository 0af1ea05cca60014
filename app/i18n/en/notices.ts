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
};
