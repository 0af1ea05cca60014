import { useLanguage } from "~/i18n/strings";

/** From the first Chinese sign of a run to its last, with the brackets around it and the signs and figures between. */
const CHINESE = /([(（〔《“]?\p{Script=Han}(?:[\p{Script=Han}\p{P}\d\s]*[\p{Script=Han}\p{P}])?)/u;

/** A name or label that may hold Chinese inside an English page: what is Chinese is marked, so that it is read as such. */
export function MixedText({ text, isDrawn }: { text: string; isDrawn?: boolean }) {
  const Run = isDrawn ? "tspan" : "span";
  if (useLanguage() === "zh-CN") return <>{text}</>;
  return (
    <>
      {text.split(CHINESE).map((part, index) =>
        index % 2 === 1 ? (
          <Run key={index} lang="zh-CN">
            {part}
          </Run>
        ) : (
          part
        ),
      )}
    </>
  );
}
