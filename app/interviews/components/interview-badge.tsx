import { useStrings } from "~/i18n/strings";
import { StatusBadge, type StatusTone } from "~/ui/status-badge";
import type { ShownState } from "../interview";

const TONES: Record<ShownState, StatusTone> = {
  preparing: "draft",
  in_review: "working",
  announced: "ask",
  live: "ask",
  ended: "working",
  closed: "settled",
  cancelled: "ended",
};

export function InterviewBadge({ state }: { state: ShownState }) {
  const { states } = useStrings().interviews;
  return <StatusBadge tone={TONES[state]}>{states[state]}</StatusBadge>;
}
