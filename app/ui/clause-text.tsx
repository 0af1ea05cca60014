import type { ReactNode } from "react";
import { useStrings } from "~/i18n/strings";

interface ClauseTextProps {
  /** The clause's permanent id: the anchor of its link. */
  id: string;
  /** As printed: 第三条, (九). */
  number?: string;
  heading?: string;
  level?: "part" | "chapter" | "article" | "paragraph" | "item";
  /** The text sentence by sentence; put together they are the text. */
  sentences?: string[];
  /** Numbers of the sentences that are meant, from 1. */
  marked?: number[];
  note?: ReactNode;
  /** The way to comment, the thread in one line. */
  tools?: ReactNode;
  /** Comments and answers: beside the clause on a wide screen, under it on a phone. */
  aside?: ReactNode;
}

/** One clause of a document, each sentence with its own anchor. */
export function ClauseText(props: ClauseTextProps) {
  const { id, number, heading, level = "article", sentences = [], marked = [], note, tools, aside } = props;
  const { clause } = useStrings().site;
  const isDivision = level === "part" || level === "chapter";
  const Heading = isDivision ? "h2" : "h3";
  const name = number || heading;
  const classes = ["clause", `clause-${level}`];
  if (aside) classes.push("clause-with-aside");
  if (!heading && !isDivision) classes.push("clause-run-in");
  return (
    <div className={classes.join(" ")} id={id}>
      <div className="clause-main">
        {name && (
          <Heading className="clause-head">
            <a href={`#${id}`} className="clause-number" aria-label={clause.permalink(name)} hidden={!number}>
              {number}
            </a>
            {heading && <span className="clause-heading">{heading}</span>}
          </Heading>
        )}
        {sentences.length > 0 && <Sentences id={id} sentences={sentences} marked={marked} />}
        {note && (
          <p className="clause-note">
            <span className="clause-note-label">{clause.note}</span> {note}
          </p>
        )}
        {tools && <div className="clause-tools">{tools}</div>}
      </div>
      {aside && <div className="clause-aside">{aside}</div>}
    </div>
  );
}

function Sentences({ id, sentences, marked }: { id: string; sentences: string[]; marked: number[] }) {
  return (
    <p className="clause-text">
      {sentences.map((sentence, index) => {
        const number = index + 1;
        const Tag = marked.includes(number) ? "mark" : "span";
        return (
          <Tag key={number} id={`${id}-s${number}`}>
            {sentence}
          </Tag>
        );
      })}
    </p>
  );
}
