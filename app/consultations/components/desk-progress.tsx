import { useStrings } from "~/i18n/strings";
import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import { Stepper, type Step } from "~/ui/stepper";
import type { ShownState, Turn } from "../consultation";

const { bench } = deskConsultations;

type StepName = keyof typeof bench.steps;

const NAMES = Object.keys(bench.steps) as StepName[];

/** Which step each state stands at. */
const CURRENT: Record<ShownState, StepName> = {
  preparing: "prepare",
  in_review: "review",
  approved: "open",
  open: "open",
  closed: "process",
  outcome_in_review: "outcome",
  outcome_published: "decided",
  decided: "decided",
  withdrawn: "process",
  imported: "decided",
};

interface DeskProgressProps {
  state: ShownState;
  turn: Turn | null;
}

/** From the first word to the decision: what is done, where it stands, what is ahead. */
export function DeskProgress({ state, turn }: DeskProgressProps) {
  const { states } = useStrings().consultationTerms;
  const current = state === "in_review" && turn === "approver" ? "sign" : CURRENT[state];
  const at = NAMES.indexOf(current);
  const isOver = state === "decided" || state === "imported";
  const steps = NAMES.map((name, index): Step => {
    const isCurrent = index === at && !isOver;
    return {
      label: bench.steps[name],
      state: isCurrent ? (state === "withdrawn" ? "skipped" : "current") : stepState(index, at, state, isOver),
      note: isCurrent ? (turn ? bench.turn[turn] : states[state]) : undefined,
    };
  });
  return <Stepper label={bench.progress} steps={steps} />;
}

function stepState(index: number, at: number, state: ShownState, isOver: boolean): Step["state"] {
  if (isOver || index < at) return "done";
  return state === "withdrawn" ? "skipped" : "ahead";
}
