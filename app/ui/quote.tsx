import type { ReactNode } from "react";

interface QuoteProps {
  children: ReactNode;
  /** Whose words or which clause. */
  source?: ReactNode;
  /** Where they stand. */
  href?: string;
}

/** Someone's own words, set off from ours; their direction and length cannot disturb the page. */
export function Quote({ children, source, href }: QuoteProps) {
  return (
    <figure className="quote">
      <blockquote dir="auto">{children}</blockquote>
      {source && <figcaption>{href ? <a href={href}>{source}</a> : source}</figcaption>}
    </figure>
  );
}
