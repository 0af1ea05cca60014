import type { Language } from "~/i18n/language";

/** What a person is told of. The texts stand in app/i18n, whole per language. */
export const NOTICE_KINDS = [
  "comment_received",
  "comment_withheld",
  "objection_decided",
  "outcome_published",
  "consultation_withdrawn",
  "consultation_extended",
  "message_received",
  "message_declined",
  "message_referred",
  "message_merged",
  "message_asked",
  "message_extended",
  "message_replied",
  "message_corrected",
  "message_promise_kept",
  "message_late",
] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];

export const NOTICE_CHANNELS = ["email", "sms", "phone"] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

/** What a notice's text needs: titles, codes and days, never the person's own words or name. */
export type NoticeParams = Record<string, string | number>;

/** What a notice about a sealed message belongs to: it is sent, and no desk lists it. */
export const SEALED_SUBJECT = "sealed_message";

export interface NewNotice {
  kind: NoticeKind;
  /** As the person left it: a mail address, a phone number, or none. */
  contact: string | null;
  language: Language;
  subject: { kind: string; id: string };
  /** The unit whose desk lists it. */
  unitCode: string;
  params: NoticeParams;
}

const EMAIL = /^[^\s@<>,;:"()]{1,64}@[^\s@<>,;:"()]{1,190}\.[^\s@<>,;:"().]{2,24}$/;
const MOBILE = /^1[3-9]\d{9}$/;

/**
 * The way to reach someone: mail to an address; SMS to a mobile number where a gateway is set; otherwise an officer
 * telephones or writes (待电话告知). Null when no contact was left.
 */
export function channelFor(contact: string | null, hasSmsGateway: boolean): NoticeChannel | null {
  const text = contact?.trim() ?? "";
  if (text === "") return null;
  if (EMAIL.test(text)) return "email";
  return MOBILE.test(digitsOf(text)) && hasSmsGateway ? "sms" : "phone";
}

/** Digits as a gateway wants them: full-width ones made plain, separators and the country code dropped. */
export function digitsOf(contact: string): string {
  return contact
    .normalize("NFKC")
    .replace(/[\s-]/g, "")
    .replace(/^\+?86(?=1)/, "");
}

/** A recipient as whoever does not tell people may see it: of what kind it is, and whether it is the one they know. */
export function maskRecipient(recipient: string): string {
  const text = recipient.trim();
  if (text === "") return "";
  if (EMAIL.test(text)) return `${[...text][0]}***${text.slice(text.indexOf("@"))}`;
  const characters = [...text];
  if (characters.length < 8) return "****";
  return `${characters.slice(0, 3).join("")}****${characters.slice(-2).join("")}`;
}
