import { createContext, useContext, type ReactNode } from "react";
import { accessibility as accessibilityEn, accessibilityResults as accessibilityResultsEn } from "./en/accessibility";
import { accounts as accountsEn } from "./en/accounts";
import { calendar as calendarEn } from "./en/calendar";
import { charts as chartsEn } from "./en/charts";
import { components as componentsEn } from "./en/components";
import { consultations as consultationsEn } from "./en/consultations";
import { consultationTerms as consultationTermsEn } from "./en/consultations-terms";
import { home as homeEn } from "./en/home";
import { media as mediaEn } from "./en/media";
import { messageTerms as messageTermsEn } from "./en/message-terms";
import { inspections as inspectionsEn } from "./en/inspections";
import { interviews as interviewsEn } from "./en/interviews";
import { messages as messagesEn } from "./en/messages";
import { nominations as nominationsEn } from "./en/nominations";
import { outcome as outcomeEn } from "./en/outcome";
import { policies as policiesEn } from "./en/policies";
import { policyTerms as policyTermsEn } from "./en/policies-terms";
import { privacy as privacyEn } from "./en/privacy";
import { quality as qualityEn } from "./en/quality";
import { reading as readingEn } from "./en/reading";
import { receipts as receiptsEn } from "./en/receipts";
import { site as siteEn } from "./en/site";
import { statistics as statisticsEn } from "./en/statistics";
import { timeline as timelineEn } from "./en/timeline";
import { units as unitsEn } from "./en/units";
import type { Language } from "./language";
import { accessibility, accessibilityResults } from "./zh-CN/accessibility";
import { accounts } from "./zh-CN/accounts";
import { calendar } from "./zh-CN/calendar";
import { charts } from "./zh-CN/charts";
import { components } from "./zh-CN/components";
import { consultations } from "./zh-CN/consultations";
import { consultationTerms } from "./zh-CN/consultations-terms";
import { home } from "./zh-CN/home";
import { media } from "./zh-CN/media";
import { messageTerms } from "./zh-CN/message-terms";
import { inspections } from "./zh-CN/inspections";
import { interviews } from "./zh-CN/interviews";
import { messages } from "./zh-CN/messages";
import { nominations } from "./zh-CN/nominations";
import { outcome } from "./zh-CN/outcome";
import { policies } from "./zh-CN/policies";
import { policyTerms } from "./zh-CN/policies-terms";
import { privacy } from "./zh-CN/privacy";
import { quality } from "./zh-CN/quality";
import { reading } from "./zh-CN/reading";
import { receipts } from "./zh-CN/receipts";
import { site } from "./zh-CN/site";
import { statistics } from "./zh-CN/statistics";
import { timeline } from "./zh-CN/timeline";
import { units } from "./zh-CN/units";

// A domain adds its table here in both languages. Chinese is the source: what English lacks does not compile.
const chinese = {
  site,
  accessibility,
  accessibilityResults,
  accounts,
  calendar,
  charts,
  components,
  consultations,
  consultationTerms,
  home,
  inspections,
  media,
  interviews,
  messageTerms,
  messages,
  nominations,
  outcome,
  policies,
  policyTerms,
  privacy,
  quality,
  reading,
  receipts,
  statistics,
  timeline,
  units,
};

export type Strings = typeof chinese;

const english: Strings = {
  site: siteEn,
  accessibility: accessibilityEn,
  accessibilityResults: accessibilityResultsEn,
  accounts: accountsEn,
  calendar: calendarEn,
  charts: chartsEn,
  components: componentsEn,
  consultations: consultationsEn,
  consultationTerms: consultationTermsEn,
  home: homeEn,
  inspections: inspectionsEn,
  media: mediaEn,
  interviews: interviewsEn,
  messageTerms: messageTermsEn,
  messages: messagesEn,
  nominations: nominationsEn,
  outcome: outcomeEn,
  policies: policiesEn,
  policyTerms: policyTermsEn,
  privacy: privacyEn,
  quality: qualityEn,
  reading: readingEn,
  receipts: receiptsEn,
  statistics: statisticsEn,
  timeline: timelineEn,
  units: unitsEn,
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
