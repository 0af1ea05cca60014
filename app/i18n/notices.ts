import type { Outcome, WithheldGround } from "~/consultations/comment";
import type { NoticeKind, NoticeParams } from "~/notifications/notice";
import { consultationTerms as englishTerms } from "./en/consultations-terms";
import { notices as english } from "./en/notices";
import { formatDay } from "./format";
import type { Language } from "./language";
import { consultationTerms as chineseTerms } from "./zh-CN/consultations-terms";
import { notices as chinese } from "./zh-CN/notices";

/** One kind of notice: a mail's subject and text, and a short message without personal content. */
export interface NoticeText {
  subject: string;
  text: string;
  sms: string;
}

/**
 * A whole notice in the person's language. Places in braces are filled with titles and numbers; codes of outcomes and
 * grounds become the words the site uses for them, days are written out.
 */
export function composeNotice(language: Language, kind: NoticeKind, params: NoticeParams): NoticeText {
  const { subject, text, sms } = (language === "en" ? english : chinese)[kind];
  const spoken = inWords(language, params);
  return { subject: fill(subject, spoken), text: fill(text, spoken), sms: fill(sms, spoken) };
}

function inWords(language: Language, { outcome, ground, ...params }: NoticeParams): NoticeParams {
  const { outcomes, undecided, withheldGrounds } = language === "en" ? englishTerms : chineseTerms;
  const days = Object.entries(params).map(([name, value]) => [name, isDay(value) ? formatDay(value, language) : value]);
  return {
    ...(Object.fromEntries(days) as NoticeParams),
    outcome: outcomes[outcome as Outcome] ?? undecided,
    ground: withheldGrounds[ground as WithheldGround] ?? "",
  };
}

function isDay(value: string | number): value is string {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

function fill(template: string, params: NoticeParams): string {
  return template.replace(/\{(\w+)\}/g, (_place, name: string) => String(params[name] ?? ""));
}
