import type { ReactNode } from "react";
import { useStrings } from "~/i18n/strings";

interface FilterBarProps {
  label: string;
  children: ReactNode;
  /** Fields that few people need: behind a word, open when one of them is set. */
  more?: ReactNode;
  isMoreOpen?: boolean;
  submitLabel?: string;
  /** The address without any filter, when one is set. */
  resetHref?: string;
  /** What else of the query must stay. */
  keep?: Record<string, string>;
}

/** Fields that narrow a list; a plain GET form, so that the filters stand in the address. */
export function FilterBar(props: FilterBarProps) {
  const { label, children, more, isMoreOpen, submitLabel, resetHref, keep = {} } = props;
  const { list } = useStrings().site;
  return (
    <form method="get" className="filter-bar" role="search" aria-label={label}>
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      {more && (
        <details className="filter-more" open={isMoreOpen}>
          <summary>{list.more}</summary>
          <div className="filter-more-fields">{more}</div>
        </details>
      )}
      <div className="filter-actions">
        <button type="submit" className="button button-plain">
          {submitLabel ?? list.filter}
        </button>
        {resetHref && <a href={resetHref}>{list.reset}</a>}
      </div>
    </form>
  );
}
