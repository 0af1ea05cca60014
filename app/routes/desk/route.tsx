import { Outlet } from "@remix-run/react";
import { LanguageProvider } from "~/i18n/strings";

/** Staff pages are in Chinese, whatever language the frame around them is in. */
export default function Desk() {
  return (
    <LanguageProvider language="zh-CN">
      <div lang="zh-CN">
        <Outlet />
      </div>
    </LanguageProvider>
  );
}
