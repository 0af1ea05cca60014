import type { ReactNode } from "react";
import { TitleText } from "./title-text";
import { whole } from "./whole-text";

interface SectionProps {
  title: ReactNode;
  id?: string;
  level?: 2 | 3;
  lead?: ReactNode;
  /** Links or buttons at the end of the heading's line. */
  actions?: ReactNode;
  children?: ReactNode;
}

/** So many signs stand in one line even where a heading stands in the margin. */
const MOST_IN_MARGIN = 8;

/** A part of a page under its own heading. */
export function Section({ title, id, level = 2, lead, actions, children }: SectionProps) {
  const Heading = `h${level}` as const;
  return (
    <section className={`section section-${level}`} id={id} aria-labelledby={id && `${id}-title`}>
      <div className="section-head">
        <Heading id={id && `${id}-title`}>
          {typeof title === "string" && title.length > MOST_IN_MARGIN ? <TitleText text={title} /> : title}
        </Heading>
        {actions && <div className="section-actions">{actions}</div>}
      </div>
      {lead && <p className="section-lead">{whole(lead)}</p>}
      {children}
    </section>
  );
}
