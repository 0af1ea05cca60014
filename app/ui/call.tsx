import type { ReactNode } from "react";

interface CallProps {
  id: string;
  /** Nothing once there is nothing to ask, also on a page left open. */
  children?: ReactNode;
}

/** What a page asks of its reader and until when, under its title: the one thing in the colour that asks for action. */
export function Call({ id, children }: CallProps) {
  return (
    <div className="call" id={id} data-live="">
      {children}
    </div>
  );
}

/** The button, and beside it the way that fewer take. */
export function CallActs({ children }: { children: ReactNode }) {
  return <p className="call-acts">{children}</p>;
}
