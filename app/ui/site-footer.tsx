import { useStrings } from "~/i18n/strings";
import { href } from "./href";
import type { SiteIdentity } from "./site-identity";

/** Who answers for the site, what must be said by law, and the pages about it. */
export function SiteFooter({ identity, path }: { identity: SiteIdentity; path: string }) {
  const { footer } = useStrings().site;
  const legal = [
    [footer.organiser, identity.organiser],
    [footer.operator, identity.operator],
    [footer.siteCode, identity.siteCode],
    [footer.icp, identity.icp],
    [footer.police, identity.police],
  ] as const;
  return (
    <footer className="site-footer" aria-label={footer.label}>
      <div className="wrap site-footer-line">
        <div>
          <p className="site-footer-name">{identity.name}</p>
          <ul className="site-footer-legal">
            {legal.map(([label, value]) => value && <li key={label}>{`${label} ${value}`}</li>)}
          </ul>
        </div>
        <nav aria-label={footer.about}>
          <ul>
            <li>
              <a href={href("/timeline")}>{footer.timeline}</a>
            </li>
            <li>
              <a href={href("/accessibility")}>{footer.accessibility}</a>
            </li>
            <li>
              <a href={href("/privacy")}>{footer.privacy}</a>
            </li>
          </ul>
        </nav>
      </div>
      <p className="print-only">{`${footer.address} ${path}`}</p>
    </footer>
  );
}
