import type { ReactNode } from "react";
import { useLanguage, useStrings } from "~/i18n/strings";
import { Contents, type ContentsItem } from "./contents";
import { href } from "./href";
import { SentenceBar } from "./sentence-bar";

interface ReadingProps {
  id: string;
  title: ReactNode;
  lead?: ReactNode;
  /** The document's name, as a quotation gives it. */
  name: string;
  contents: ContentsItem[];
  /** The page on which one writes about chosen sentences; it is asked for with `clause`, `from` and `to`. */
  respondAt?: string;
  children: ReactNode;
}

/**
 * A long document to be read: its contents beside it, the size of its letters, and sentences that can be chosen, to
 * write about them or to quote them. The text itself are `ClauseText`s.
 */
export function Reading({ id, title, lead, name, contents, respondAt, children }: ReadingProps) {
  const { reading } = useStrings();
  const [one, many] = ["{sentence}", "{from}"];
  return (
    <section
      className="reading"
      id={id}
      aria-labelledby={`${id}-title`}
      data-reading=""
      data-title={name}
      data-one={reading.chosenOne("{clause}", one)}
      data-many={reading.chosenMany("{clause}", many, "{to}")}
      data-cite-one={reading.citeOne("{clause}", one)}
      data-cite-many={reading.citeMany("{clause}", many, "{to}")}
      data-citation={reading.citation("{words}", "{title}", "{place}", "{url}", "{day}")}
      data-plain={reading.plainClause}
      data-copied={reading.copied}
      data-not-copied={reading.notCopied}
      data-cancelled={reading.cancelled}
      data-keys={`${id}-keys`}
    >
      <div className="reading-head">
        <h2 id={`${id}-title`}>{title}</h2>
        <TextSize />
        {lead && <p className="section-lead">{lead}</p>}
        <p className="section-lead" data-tool="" hidden>
          {respondAt ? reading.howToChoose : reading.howToCopy}
        </p>
        <p id={`${id}-keys`} className="visually-hidden" data-tool="" hidden>
          {reading.keys}
        </p>
      </div>
      {contents.length > 3 && <Contents items={contents} isFoldable />}
      <div className="reading-text" id={`${id}-text`} data-live="">
        {children}
      </div>
      <SentenceBar respondAt={respondAt && href(respondAt)} />
      <p className="visually-hidden" role="status" data-status="" />
    </section>
  );
}

const SIZES = ["small", "standard", "large", "largest"] as const;

function TextSize() {
  const language = useLanguage();
  const { reading } = useStrings();
  return (
    <div className="text-size" role="group" aria-label={reading.size} lang={language} data-tool="" hidden>
      <span aria-hidden="true">{reading.size}</span>
      {SIZES.map((size) => (
        <button key={size} type="button" data-size={size} aria-pressed={size === "standard"}>
          {reading.sizes[size]}
        </button>
      ))}
    </div>
  );
}
