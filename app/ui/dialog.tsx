import type { ReactNode } from "react";

interface DialogProps {
  /** What opens it, as on a button. */
  open: ReactNode;
  /** The question it asks. */
  label: string;
  kind?: "plain" | "danger";
  /** Open from the start: when what stands in it was refused. */
  isOpen?: boolean;
  children: ReactNode;
}

/** A second question before something that cannot be taken back. The browser opens it, so it needs no script. */
export function Dialog({ open, label, kind = "plain", isOpen, children }: DialogProps) {
  return (
    <details className="dialog" open={isOpen}>
      <summary className={`button button-${kind}`}>{open}</summary>
      <div className="dialog-panel" role="group" aria-label={label}>
        {children}
      </div>
    </details>
  );
}
