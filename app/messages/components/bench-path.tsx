import { deskMessages } from "~/i18n/zh-CN/desk-messages";
import type { PathLine } from "../shown";
import { MessagePath } from "./message-path";

/** The whole path, with who did it; what stays inside is marked so. */
export function BenchPath({ lines }: { lines: PathLine[] }) {
  const { internal } = deskMessages.bench;
  const shown = lines.map((line) => ({
    ...line,
    by: [line.by, line.isInternal ? `（${internal}）` : null].filter(Boolean).join("") || null,
  }));
  return <MessagePath lines={shown} />;
}
