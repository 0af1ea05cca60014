import { useStrings } from "~/i18n/strings";
import { LocalNav } from "~/ui/local-nav";

interface OutcomeTabsProps {
  slug: string;
  hasChanges: boolean;
  current: "outcome" | "changes";
}

/** The way between draft, outcome and changes. */
export function OutcomeTabs({ slug, hasChanges, current }: OutcomeTabsProps) {
  const { page } = useStrings().consultations;
  const at = `/consultations/${slug}`;
  const items = [
    { label: page.draft, href: at, isCurrent: false },
    { label: page.outcome, href: `${at}/outcome`, isCurrent: current === "outcome" },
  ];
  if (hasChanges) items.push({ label: page.changes, href: `${at}/changes`, isCurrent: current === "changes" });
  return <LocalNav label={page.tabs} items={items} />;
}
