import type { ReactNode } from "react";
import { useStrings } from "~/i18n/strings";

interface FilterBarProps {
  label: string;
  children: ReactNode;
  submitLabel?: string;
  /** The address without any filter, when one is set. */
  resetHref?: string;
  /** What else of the query must stay. */
  keep?: Record<string, string>;
}

/** Fields that narrow a list; a plain GET form, so that the filters stand in the address. */
export function FilterBar({ label, children, submitLabel, resetHref, keep = {} }: FilterBarProps) {
  const { list } = useStrings().site;
  return (
    <form method="get" className="filter-bar" role="search" aria-label={label}>
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <div className="filter-actions">
        <button type="submit" className="button button-plain">
          {submitLabel ?? list.filter}
        </button>
        {resetHref && <a href={resetHref}>{list.reset}</a>}
      </div>
    </form>
  );
}
