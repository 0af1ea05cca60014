import type { ReactNode } from "react";

/** `ask` wants something of the reader, `settled` has come to its end, the clocks alone are `due` and `overdue`. */
export type StatusTone = "ask" | "working" | "settled" | "ended" | "draft" | "due" | "overdue";

// Each tone has its own shape, so that it can be told in black and white.
const SHAPES: Record<StatusTone, ReactNode> = {
  ask: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  working: (
    <>
      <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 1.75a4.25 4.25 0 0 1 0 8.5z" fill="currentColor" />
    </>
  ),
  settled: <path d="M1.5 6.5 4.7 9.6 10.5 2.8" fill="none" stroke="currentColor" strokeWidth="2" />,
  ended: <path d="M2 2h8v8H2z" fill="currentColor" />,
  draft: (
    <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.2 1.6" />
  ),
  due: <path d="M6 1 11 10.5H1z" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />,
  overdue: <path d="M6 .5 11.7 11H.3z" fill="currentColor" />,
};

/** A state in words, with the shape of its tone. */
export function StatusBadge({ tone, children }: { tone: StatusTone; children: ReactNode }) {
  return (
    <span className={`badge badge-${tone}`}>
      <svg className="badge-shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
        {SHAPES[tone]}
      </svg>
      {children}
    </span>
  );
}
