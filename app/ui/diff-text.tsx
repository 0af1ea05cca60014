import { useStrings } from "~/i18n/strings";

export interface DiffPart {
  kind: "same" | "added" | "removed";
  text: string;
}

/** What changed in a text: signs and lines say it without colour, words say it to screen readers. */
export function DiffText({ parts }: { parts: DiffPart[] }) {
  return (
    <div className="diff" dir="auto">
      {parts.map((part, index) => (
        <Part key={index} part={part} />
      ))}
    </div>
  );
}

/** How to read a comparison; once per page. */
export function DiffLegend() {
  return <p className="hint">{useStrings().site.diff.legend}</p>;
}

function Part({ part }: { part: DiffPart }) {
  const { diff } = useStrings().site;
  if (part.kind === "same") return <span>{part.text}</span>;
  const isAdded = part.kind === "added";
  const Tag = isAdded ? "ins" : "del";
  return (
    <Tag>
      <span className="diff-sign" aria-hidden="true">
        {isAdded ? "＋" : "－"}
      </span>
      <span className="visually-hidden">[{isAdded ? diff.added : diff.removed}]</span>
      {part.text}
    </Tag>
  );
}
