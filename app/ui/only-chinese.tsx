import type { ReactNode } from "react";
import { useLanguage, useStrings } from "~/i18n/strings";

/** Official content that exists only in Chinese, marked as such for whoever listens to an English page. */
export function OnlyChinese({ children }: { children: ReactNode }) {
  if (useLanguage() === "zh-CN") return <>{children}</>;
  return <div lang="zh-CN">{children}</div>;
}

/** Says on an English page that what stands there in Chinese has no other version; the style sheet shows it where there is any. */
export function OnlyChineseNote() {
  const { site } = useStrings();
  if (useLanguage() === "zh-CN") return null;
  return <p className="only-chinese">{site.onlyChinese}</p>;
}
