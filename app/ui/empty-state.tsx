import type { ReactNode } from "react";
import { href } from "./href";

interface EmptyStateProps {
  title: string;
  children?: ReactNode;
  /** What to do next. */
  action?: { label: string; href: string };
}

/** Says that there is nothing here, why, and what to do next. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children && <div>{children}</div>}
      {action && (
        <p>
          <a href={href(action.href)}>{action.label}</a>
        </p>
      )}
    </div>
  );
}
