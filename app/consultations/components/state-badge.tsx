import { useStrings } from "~/i18n/strings";
import { StatusBadge, type StatusTone } from "~/ui/status-badge";
import type { ShownState } from "../consultation";

const TONES: Record<ShownState, StatusTone> = {
  preparing: "draft",
  in_review: "draft",
  approved: "working",
  open: "ask",
  closed: "working",
  outcome_in_review: "working",
  outcome_published: "settled",
  decided: "settled",
  withdrawn: "ended",
  imported: "ended",
};

/** The state of a consultation in words; only an open one asks something of the reader. */
export function StateBadge({ state }: { state: ShownState }) {
  return <StatusBadge tone={TONES[state]}>{useStrings().consultationTerms.states[state]}</StatusBadge>;
}
