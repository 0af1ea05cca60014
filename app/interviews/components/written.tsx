import { useLanguage } from "~/i18n/strings";

/** What officers wrote, in the reader's language where there is a version in it; otherwise Chinese, marked as such. */
export function Written({ zh, en }: { zh: string; en?: string | null }) {
  const language = useLanguage();
  if (language === "zh-CN") return <>{zh}</>;
  return en ? <>{en}</> : <span lang="zh-CN">{zh}</span>;
}

/** Text of several paragraphs. */
export function Lines({ text }: { text: string }) {
  const lines = text.split(/\n+/).filter((line) => line.trim() !== "");
  return (
    <>
      {lines.map((line, index) => (
        <p key={index} dir="auto">
          {line}
        </p>
      ))}
    </>
  );
}
