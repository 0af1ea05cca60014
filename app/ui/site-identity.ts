import type { Language } from "~/i18n/language";
import { strings } from "~/i18n/strings";

/** Whose site this is: data of the installation, with the demonstration's own as default. */
export interface SiteIdentity {
  name: string;
  organiser?: string;
  operator?: string;
  siteCode?: string;
  icp?: string;
  police?: string;
  /** Telephone and mail of whoever answers for accessibility and personal data. */
  contact?: string;
}

/** Reads settings such as `site.name`, `site.name.en`, `site.organiser`, `site.icp`. */
export function siteIdentityOf(settings: Record<string, string>, language: Language): SiteIdentity {
  const { identity } = strings(language).site;
  const of = (key: keyof SiteIdentity) =>
    (language === "en" && settings[`site.${key}.en`]) || settings[`site.${key}`] || undefined;
  return {
    name: of("name") ?? identity.name,
    organiser: of("organiser") ?? identity.organiser,
    operator: of("operator"),
    siteCode: of("siteCode"),
    icp: of("icp"),
    police: of("police"),
    contact: of("contact"),
  };
}
