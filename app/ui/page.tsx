import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "./breadcrumbs";
import { OnlyChineseNote } from "./only-chinese";
import { TitleText } from "./title-text";

interface PageProps {
  title: ReactNode;
  /** Above the title: a status badge, the kind of thing this is. */
  eyebrow?: ReactNode;
  lead?: ReactNode;
  /** What the page asks of its reader, and until when: right under the title on a phone, at its right on a wide screen. */
  call?: ReactNode;
  breadcrumbs?: Crumb[];
  /** Beside the content on a wide screen, after it on a phone. */
  aside?: ReactNode;
  asideLabel?: string;
  /** On a phone the aside comes before the content: a table of contents. */
  isAsideFirst?: boolean;
  /** `reading` for texts and forms, `wide` for tables and the desk. */
  width?: "reading" | "wide";
  children?: ReactNode;
}

/** The frame of every page: where one is, its one h1, what it is about, its content. */
export function Page(props: PageProps) {
  const {
    title,
    eyebrow,
    lead,
    call,
    breadcrumbs,
    aside,
    asideLabel,
    isAsideFirst,
    width = "reading",
    children,
  } = props;
  return (
    <div className={`page page-${width}${aside ? " page-with-aside" : ""}`}>
      <header className="page-head">
        {breadcrumbs && <Breadcrumbs trail={breadcrumbs} />}
        {eyebrow && <div className="eyebrow">{eyebrow}</div>}
        <h1>{typeof title === "string" ? <TitleText text={title} /> : title}</h1>
        {call}
        {lead && <div className="lead">{lead}</div>}
        <OnlyChineseNote />
      </header>
      {isAsideFirst && <Aside label={asideLabel}>{aside}</Aside>}
      <div className="page-body" id="page-body">
        {children}
      </div>
      {!isAsideFirst && <Aside label={asideLabel}>{aside}</Aside>}
    </div>
  );
}

function Aside({ label, children }: { label?: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <aside className="page-aside" aria-label={label}>
      {children}
    </aside>
  );
}
