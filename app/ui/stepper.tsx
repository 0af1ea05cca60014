import type { ReactNode } from "react";
import { useStrings } from "~/i18n/strings";

export interface Step {
  label: string;
  state: "done" | "current" | "ahead" | "skipped";
  /** A date, a holder, a link to the evidence. */
  note?: ReactNode;
}

/** The steps of a process: which are done, which is under way. */
export function Stepper({ label, steps }: { label: string; steps: Step[] }) {
  const texts = useStrings().site.steps;
  return (
    <ol className="stepper" aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.label}
          className={`step step-${step.state}`}
          aria-current={step.state === "current" ? "step" : undefined}
        >
          <span className="step-label">{step.label}</span>
          <span className="step-state">{texts[step.state]}</span>
          {step.note && <span className="step-note">{step.note}</span>}
        </li>
      ))}
    </ol>
  );
}
