import { useStrings } from "~/i18n/strings";
import { StatusBadge, type StatusTone } from "~/ui/status-badge";
import type { Colour } from "../clocks";
import type { MessageState } from "../message";

const TONES: Record<MessageState, StatusTone> = {
  received: "ask",
  accepted: "working",
  declined: "ended",
  assigned: "working",
  returned: "ask",
  waiting: "ask",
  reply_in_review: "working",
  replied: "settled",
  rated: "settled",
  reopened: "ask",
  referred: "ended",
  merged: "ended",
  withdrawn: "ended",
  closed: "settled",
};

export function MessageBadge({ state }: { state: MessageState }) {
  return <StatusBadge tone={TONES[state]}>{useStrings().messageTerms.states[state]}</StatusBadge>;
}

const COLOURS: Record<Colour, StatusTone> = { green: "working", yellow: "due", red: "overdue" };

export function ColourBadge({ colour }: { colour: Colour }) {
  return <StatusBadge tone={COLOURS[colour]}>{useStrings().messageTerms.colours[colour]}</StatusBadge>;
}
