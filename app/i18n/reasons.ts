import { accountsReasons as accountsEnglish } from "./en/accounts-reasons";
import { answeringReasons as answeringEnglish } from "./en/answering-reasons";
import { calendarReasons as calendarEnglish } from "./en/calendar-reasons";
import { consultationReasons as consultationsEnglish } from "./en/consultations-reasons";
import { deputiesReasons as deputiesEnglish } from "./en/deputies-reasons";
import { draftImportReasons as draftImportEnglish } from "./en/draft-import-reasons";
import { inspectionReasons as inspectionsEnglish } from "./en/inspections-reasons";
import { mediaReasons as mediaEnglish } from "./en/media-reasons";
import { messageReasons as messagesEnglish } from "./en/message-reasons";
import { interviewReasons as interviewsEnglish } from "./en/interviews-reasons";
import { nominationReasons as nominationsEnglish } from "./en/nominations-reasons";
import { policyReasons as policiesEnglish } from "./en/policies-reasons";
import { qualityReasons as qualityEnglish } from "./en/quality-reasons";
import { reasons as english } from "./en/reasons";
import { receiptReasons as receiptsEnglish } from "./en/receipts-reasons";
import { reviewReasons as reviewsEnglish } from "./en/reviews-reasons";
import { tableFileReasons as tableFilesEnglish } from "./en/table-file-reasons";
import { formatCount, formatDay, formatInstant } from "./format";
import type { Language } from "./language";
import type { ReasonParams, ReasonText } from "./reason-text";
import { accountsReasons as accountsChinese } from "./zh-CN/accounts-reasons";
import { answeringReasons as answeringChinese } from "./zh-CN/answering-reasons";
import { calendarReasons as calendarChinese } from "./zh-CN/calendar-reasons";
import { consultationReasons as consultationsChinese } from "./zh-CN/consultations-reasons";
import { deputiesReasons as deputiesChinese } from "./zh-CN/deputies-reasons";
import { draftImportReasons as draftImportChinese } from "./zh-CN/draft-import-reasons";
import { inspectionReasons as inspectionsChinese } from "./zh-CN/inspections-reasons";
import { mediaReasons as mediaChinese } from "./zh-CN/media-reasons";
import { messageReasons as messagesChinese } from "./zh-CN/message-reasons";
import { interviewReasons as interviewsChinese } from "./zh-CN/interviews-reasons";
import { nominationReasons as nominationsChinese } from "./zh-CN/nominations-reasons";
import { policyReasons as policiesChinese } from "./zh-CN/policies-reasons";
import { qualityReasons as qualityChinese } from "./zh-CN/quality-reasons";
import { reasons as chinese } from "./zh-CN/reasons";
import { receiptReasons as receiptsChinese } from "./zh-CN/receipts-reasons";
import { reviewReasons as reviewsChinese } from "./zh-CN/reviews-reasons";
import { tableFileReasons as tableFilesChinese } from "./zh-CN/table-file-reasons";

export interface ReasonToTell {
  code: string;
  field?: string;
  params?: ReasonParams;
}

// A domain adds its table here in both languages; codes are one namespace.
const tables: Record<Language, Record<string, ReasonText>> = {
  "zh-CN": {
    ...chinese,
    ...receiptsChinese,
    ...accountsChinese,
    ...consultationsChinese,
    ...calendarChinese,
    ...draftImportChinese,
    ...mediaChinese,
    ...messagesChinese,
    ...deputiesChinese,
    ...answeringChinese,
    ...interviewsChinese,
    ...reviewsChinese,
    ...policiesChinese,
    ...tableFilesChinese,
    ...qualityChinese,
    ...nominationsChinese,
    ...inspectionsChinese,
  },
  en: {
    ...english,
    ...receiptsEnglish,
    ...accountsEnglish,
    ...consultationsEnglish,
    ...calendarEnglish,
    ...draftImportEnglish,
    ...mediaEnglish,
    ...messagesEnglish,
    ...deputiesEnglish,
    ...answeringEnglish,
    ...interviewsEnglish,
    ...reviewsEnglish,
    ...policiesEnglish,
    ...tableFilesEnglish,
    ...qualityEnglish,
    ...nominationsEnglish,
    ...inspectionsEnglish,
  },
};

/** Every code that has its text; the Chinese tables are the source. */
export type ReasonCode =
  | keyof typeof chinese
  | keyof typeof receiptsChinese
  | keyof typeof accountsChinese
  | keyof typeof consultationsChinese
  | keyof typeof calendarChinese
  | keyof typeof messagesChinese
  | keyof typeof answeringChinese
  | keyof typeof deputiesChinese
  | keyof typeof interviewsChinese
  | keyof typeof mediaChinese
  | keyof typeof draftImportChinese
  | keyof typeof policiesChinese
  | keyof typeof tableFilesChinese
  | keyof typeof qualityChinese
  | keyof typeof nominationsChinese
  | keyof typeof inspectionsChinese;

/** Why something was refused, in the reader's language. Days and instants among the parameters are written out. */
export function reasonText(reason: ReasonToTell, language: Language): string {
  const table = tables[language];
  const text = (Object.hasOwn(table, reason.code) ? table[reason.code] : undefined) ?? table.refused ?? reason.code;
  const params = { code: reason.code, ...reason.params };
  if (typeof text === "function")
    return text(mapValues(params, (value) => spoken(value, language, { numbers: false })));
  return text.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(params, name)
      ? String(spoken(params[name as keyof typeof params], language, { numbers: true }))
      : place,
  );
}

/** The first reason of each field, as text to stand at that field. */
export function reasonsByField(reasons: ReasonToTell[], language: Language): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const reason of reasons) if (reason.field) texts[reason.field] ??= reasonText(reason, language);
  return texts;
}

function spoken(value: string | number, language: Language, options: { numbers: boolean }): string | number {
  if (typeof value === "number") return options.numbers ? formatCount(value, language) : value;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value, language);
  if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return formatInstant(value, language);
  return value;
}

function mapValues(params: ReasonParams, change: (value: string | number) => string | number): ReasonParams {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, change(value)]));
}
