import { Fragment, type ReactNode } from "react";

/** A day, a weekday, the figures of a document's number: 2026年12月26日, 星期六, 〔2026〕4号, 26 Dec 2026. */
const WHOLE = /(\d{4}年\d{1,2}月\d{1,2}日|星期[一二三四五六日]|〔\d{4}〕\d+号|\d{1,2} [A-Z][a-z]{2} \d{4})/u;

/** A sentence with days and document numbers in it, which no line cuts in two. */
export function WholeText({ text }: { text: string }) {
  return (
    <>
      {text.split(WHOLE).map((part, index) => (
        <Fragment key={index}>{index % 2 === 1 ? <span className="whole">{part}</span> : part}</Fragment>
      ))}
    </>
  );
}

/** The same for what may be a plain sentence or anything else. */
export function whole(content: ReactNode): ReactNode {
  return typeof content === "string" && WHOLE.test(content) ? <WholeText text={content} /> : content;
}
