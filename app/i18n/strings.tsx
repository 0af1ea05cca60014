import { createContext, useContext, type ReactNode } from "react";
import { site as siteEn } from "./en/site";
import type { Language } from "./language";
import { site } from "./zh-CN/site";

// A domain adds its table here in both languages. Chinese is the source: what English lacks does not compile.
const chinese = { site };

export type Strings = typeof chinese;

const english: Strings = { site: siteEn };

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
