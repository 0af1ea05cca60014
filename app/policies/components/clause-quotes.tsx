import { useLanguage, useStrings } from "~/i18n/strings";
import { href } from "~/ui/href";
import { Quote } from "~/ui/quote";
import type { ReactNode } from "react";

export interface QuotedClauseFacts {
  id: string;
  number: string;
  heading: string;
  sentences: string[];
}

interface PairProps {
  policySlug: string;
  clauses: QuotedClauseFacts[];
  /** The clauses this passage explains. */
  ids: readonly string[];
  /** Where the links beside the clauses of the document lead to. */
  isAnchored?: boolean;
  children: ReactNode;
}

/** A passage of interpretation with the clauses it explains beside it: on a phone they stand under it, to be opened. */
export function Paired({ policySlug, clauses, ids, isAnchored, children }: PairProps) {
  const named = ids.flatMap((id) => clauses.find((clause) => clause.id === id) ?? []);
  if (named.length === 0) return <div className="pair-words">{children}</div>;
  return (
    <div className="pair">
      <div className="pair-words">{children}</div>
      <div className="pair-clauses">
        {named.map((clause) => (
          <ClauseQuote key={clause.id} policySlug={policySlug} clause={clause} isAnchored={isAnchored} />
        ))}
      </div>
    </div>
  );
}

/** One clause as the document has it, closed until somebody wants to read it; the link leads to its place in the text. */
export function ClauseQuote({
  policySlug,
  clause,
  isAnchored,
}: {
  policySlug: string;
  clause: QuotedClauseFacts;
  isAnchored?: boolean;
}) {
  const language = useLanguage();
  const { materials } = useStrings().policies;
  const { id, number, heading, sentences } = clause;
  return (
    <details className="clause-quote" id={isAnchored ? id : undefined}>
      <summary>
        <span>
          {materials.beside} <span lang="zh-CN">{[number, heading].filter(Boolean).join(" ")}</span>
        </span>
      </summary>
      <div lang="zh-CN">
        <Quote>{sentences.join("")}</Quote>
      </div>
      <p lang={language}>
        <a href={href(`/policies/${policySlug}#${id}`)}>{materials.openInText}</a>
      </p>
    </details>
  );
}
