import type { NoticeKind, NoticeParams } from "~/notifications/notice";
import { notices as en } from "./en/notices";
import type { Language } from "./language";
import { notices as zh } from "./zh-CN/notices";

/** One kind of notice: a mail's subject and text, and a short message without personal content. */
export interface NoticeText {
  subject: string;
  text: string;
  sms: string;
}

/** A whole notice in the person's language. Places in braces are filled with titles, codes and days. */
export function composeNotice(language: Language, kind: NoticeKind, params: NoticeParams): NoticeText {
  const { subject, text, sms } = (language === "en" ? en : zh)[kind];
  return { subject: fill(subject, params), text: fill(text, params), sms: fill(sms, params) };
}

function fill(template: string, params: NoticeParams): string {
  return template.replace(/\{(\w+)\}/g, (_place, name: string) => String(params[name] ?? ""));
}
