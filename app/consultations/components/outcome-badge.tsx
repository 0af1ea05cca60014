import { useStrings } from "~/i18n/strings";
import { StatusBadge, type StatusTone } from "~/ui/status-badge";
import type { Outcome } from "../comment";

const TONES: Record<Outcome, StatusTone> = {
  adopted: "settled",
  partly_adopted: "settled",
  not_adopted: "ended",
  explained: "ended",
  referred: "working",
  out_of_scope: "ended",
};

export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  return <StatusBadge tone={TONES[outcome]}>{useStrings().consultationTerms.outcomes[outcome]}</StatusBadge>;
}
