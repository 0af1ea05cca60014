import type { ReactNode } from "react";
import { whole } from "./whole-text";

export interface Definition {
  term: string;
  description: ReactNode;
}

/** Terms and what they are: the data of a document, the facts of a receipt. What has no description is left out. */
export function DefinitionList({ items }: { items: Definition[] }) {
  return (
    <dl className="definitions">
      {items
        .filter(({ description }) => description !== null && description !== undefined && description !== "")
        .map(({ term, description }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{whole(description)}</dd>
          </div>
        ))}
    </dl>
  );
}
