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

/** Of an imported record the validity is only known once the yearly review marked that it ended. */
export function StandingBadges({ validity, isImported }: { validity: Validity; isImported: boolean }) {
  const { list } = useStrings().policies;
  const isOver = validity === "expired" || validity === "repealed";
  return (
    <>
      {isImported && <StatusBadge tone="ended">{list.imported}</StatusBadge>}
      {(isOver || !isImported) && <ValidityBadge validity={validity} />}
    </>
  );
}

function ValidityBadge({ validity }: { validity: Validity }) {
  const { validities } = useStrings().policyTerms;
  return <StatusBadge tone={TONES[validity]}>{validities[validity]}</StatusBadge>;
}
