import { useLanguage } from "~/i18n/strings";
import { whole } from "./whole-text";

/** What officers wrote, in the reader's language where there is a version in it; otherwise Chinese, marked as such. */
export function OfficialText({ zh, en }: { zh: string; en?: string | null }) {
  const language = useLanguage();
  if (language === "zh-CN") return <>{whole(zh)}</>;
  return en ? <>{en}</> : <span lang="zh-CN">{whole(zh)}</span>;
}

/** Text of several paragraphs as officers or the public wrote it. */
export function Paragraphs({ text }: { text: string }) {
  const paragraphs = text.split(/\n+/).filter((paragraph) => paragraph.trim() !== "");
  return (
    <>
      {paragraphs.map((paragraph, index) => (
        <p key={index} dir="auto">
          {paragraph}
        </p>
      ))}
    </>
  );
}
