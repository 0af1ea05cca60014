import { useStrings } from "~/i18n/strings";
import { StatusBadge, type StatusTone } from "~/ui/status-badge";
import type { Validity } from "../validity";

const TONES: Record<Validity, StatusTone> = {
  upcoming: "draft",
  in_force: "settled",
  amended: "settled",
  expired: "ended",
  repealed: "ended",
};

export function ValidityBadge({ validity }: { validity: Validity }) {
  const { validities } = useStrings().policyTerms;
  return <StatusBadge tone={TONES[validity]}>{validities[validity]}</StatusBadge>;
}
