import type { ReactNode } from "react";
import { useLanguage, useStrings } from "~/i18n/strings";

/** Official content that exists only in Chinese: marked as such for English readers and for screen readers. */
export function OnlyChinese({ children, isSaid = true }: { children: ReactNode; isSaid?: boolean }) {
  const language = useLanguage();
  const { site } = useStrings();
  if (language === "zh-CN") return <>{children}</>;
  return (
    <>
      {isSaid && <p className="hint">{site.onlyChinese}</p>}
      <div lang="zh-CN">{children}</div>
    </>
  );
}
