import { useStrings } from "~/i18n/strings";
import { deskNominations } from "~/i18n/zh-CN/desk-nominations";
import { StatusBadge, type StatusTone } from "~/ui/status-badge";
import type { NominationState } from "../nomination";
import type { PublicRoundState, RoundState } from "../round";

const ROUND_TONES: Record<RoundState, StatusTone> = {
  collecting: "ask",
  selecting: "working",
  signed: "working",
  published: "settled",
  archived: "ended",
};

const TONES: Record<NominationState, StatusTone> = {
  drafting: "draft",
  in_review: "working",
  nominated: "settled",
  withdrawn: "ended",
};

/** As everyone is told. */
export function PublicRoundBadge({ state }: { state: PublicRoundState }) {
  const { states } = useStrings().nominations;
  return <StatusBadge tone={ROUND_TONES[state]}>{states[state]}</StatusBadge>;
}

/** As the staff is told. */
export function RoundBadge({ state }: { state: RoundState }) {
  return <StatusBadge tone={ROUND_TONES[state]}>{deskNominations.roundStates[state]}</StatusBadge>;
}

export function NominationBadge({ state }: { state: NominationState }) {
  return <StatusBadge tone={TONES[state]}>{deskNominations.states[state]}</StatusBadge>;
}
