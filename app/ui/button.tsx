import type { ReactNode } from "react";
import { href as inSite } from "./href";

type ButtonKind = "primary" | "plain" | "quiet" | "danger";

interface ButtonProps {
  children: ReactNode;
  /** One primary per page: it is what the page asks for. */
  kind?: ButtonKind;
  name?: string;
  value?: string;
  /** Sends the form without the browser's own checks: saving unfinished work. */
  formNoValidate?: boolean;
  formAction?: string;
}

/** Sends the form it stands in. */
export function Button({ children, kind = "plain", ...button }: ButtonProps) {
  return (
    <button type="submit" className={`button button-${kind}`} {...button}>
      {children}
    </button>
  );
}

/** A step of staff work: sends the form with `act` = the verb. */
export function ActButton({ act, ...button }: Omit<ButtonProps, "name" | "value"> & { act: string }) {
  return <Button {...button} name="act" value={act} />;
}

/** A link that looks like a button: it leads to a page where something is done. */
export function ButtonLink({
  href,
  kind = "plain",
  children,
}: {
  href: string;
  kind?: ButtonKind;
  children: ReactNode;
}) {
  return (
    <a href={inSite(href)} className={`button button-${kind}`}>
      {children}
    </a>
  );
}
