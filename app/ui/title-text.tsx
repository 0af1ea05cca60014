import { Fragment } from "react";
import { useLanguage } from "~/i18n/strings";
import { phrases } from "./phrases";

/** A title whose lines end between words: 「优秀/案例」, never 「优/秀案例」. */
export function TitleText({ text }: { text: string }) {
  return (
    <>
      {phrases(text).map((piece, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {piece}
        </Fragment>
      ))}
    </>
  );
}

/** The title officers gave, in the reader's language where there is one in it; otherwise Chinese, marked as such. */
export function OfficialTitle({ zh, en }: { zh: string; en?: string | null }) {
  const language = useLanguage();
  if (language === "zh-CN") return <TitleText text={zh} />;
  if (en) return <>{en}</>;
  return (
    <span lang="zh-CN">
      <TitleText text={zh} />
    </span>
  );
}
