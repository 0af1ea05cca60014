import { createContext, useContext, type ReactNode } from "react";
import { accessibility as accessibilityEn } from "./en/accessibility";
import { accounts as accountsEn } from "./en/accounts";
import { calendar as calendarEn } from "./en/calendar";
import { consultations as consultationsEn } from "./en/consultations";
import { consultationTerms as consultationTermsEn } from "./en/consultations-terms";
import { home as homeEn } from "./en/home";
import { messageTerms as messageTermsEn } from "./en/message-terms";
import { interviews as interviewsEn } from "./en/interviews";
import { messages as messagesEn } from "./en/messages";
import { outcome as outcomeEn } from "./en/outcome";
import { privacy as privacyEn } from "./en/privacy";
import { receipts as receiptsEn } from "./en/receipts";
import { site as siteEn } from "./en/site";
import { timeline as timelineEn } from "./en/timeline";
import type { Language } from "./language";
import { accessibility } from "./zh-CN/accessibility";
import { accounts } from "./zh-CN/accounts";
import { calendar } from "./zh-CN/calendar";
import { consultations } from "./zh-CN/consultations";
import { consultationTerms } from "./zh-CN/consultations-terms";
import { home } from "./zh-CN/home";
import { messageTerms } from "./zh-CN/message-terms";
import { interviews } from "./zh-CN/interviews";
import { messages } from "./zh-CN/messages";
import { outcome } from "./zh-CN/outcome";
import { privacy } from "./zh-CN/privacy";
import { receipts } from "./zh-CN/receipts";
import { site } from "./zh-CN/site";
import { timeline } from "./zh-CN/timeline";

// A domain adds its table here in both languages. Chinese is the source: what English lacks does not compile.
const chinese = {
  site,
  accessibility,
  accounts,
  calendar,
  consultations,
  consultationTerms,
  home,
  interviews,
  messageTerms,
  messages,
  outcome,
  privacy,
  receipts,
  timeline,
};

export type Strings = typeof chinese;

const english: Strings = {
  site: siteEn,
  accessibility: accessibilityEn,
  accounts: accountsEn,
  calendar: calendarEn,
  consultations: consultationsEn,
  consultationTerms: consultationTermsEn,
  home: homeEn,
  interviews: interviewsEn,
  messageTerms: messageTermsEn,
  messages: messagesEn,
  outcome: outcomeEn,
  privacy: privacyEn,
  receipts: receiptsEn,
  timeline: timelineEn,
};

const tables: Record<Language, Strings> = { "zh-CN": chinese, en: english };

export function strings(language: Language): Strings {
  return tables[language];
}

const LanguageContext = createContext<Language>("zh-CN");

/** Says which language everything inside is written in; staff pages wrap their content in Chinese. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

export function useStrings(): Strings {
  return strings(useLanguage());
}
