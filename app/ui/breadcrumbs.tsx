import { createContext, useContext } from "react";
import { useStrings } from "~/i18n/strings";
import { href } from "./href";
import { MixedText } from "./mixed-text";

export interface Crumb {
  label: string;
  /** Absent for the page itself. */
  href?: string;
}

/** What every trail begins with, after the home page: the desk, on pages of staff. */
export const TrailRoot = createContext<Crumb[]>([]);

/** Where this page stands, from the home page down. */
export function Breadcrumbs({ trail }: { trail: Crumb[] }) {
  const { site } = useStrings();
  const root = useContext(TrailRoot).filter(({ label }) => trail.every((crumb) => crumb.label !== label));
  return (
    <nav className="breadcrumbs" aria-label={site.breadcrumbs}>
      <ol>
        {[{ label: site.nav.home, href: "/" }, ...root, ...trail].map((crumb) => (
          <li key={`${crumb.href ?? ""} ${crumb.label}`}>
            {crumb.href ? (
              <a href={href(crumb.href)}>
                <MixedText text={crumb.label} />
              </a>
            ) : (
              <span aria-current="page">
                <MixedText text={crumb.label} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
