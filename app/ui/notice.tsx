import type { ReactNode } from "react";
import { useStrings } from "~/i18n/strings";
import { whole } from "./whole-text";

interface NoticeProps {
  /** `ask` wants the reader to act, `warn` is for lateness and loss, `settled` says that something is done. */
  kind?: "info" | "ask" | "warn" | "settled";
  title?: ReactNode;
  children?: ReactNode;
  /** Read out at once by screen readers; for what answers an act. */
  isLive?: boolean;
}

/** A passage set apart by a rule at its side; what kind it is stands in words. */
export function Notice({ kind = "info", title, children, isLive }: NoticeProps) {
  const texts = useStrings().site.notice;
  return (
    <div className={`notice notice-${kind}`} role={isLive ? "status" : "note"}>
      <p className="notice-title">{whole(title ?? texts[kind])}</p>
      {children && <div className="notice-text">{children}</div>}
    </div>
  );
}
