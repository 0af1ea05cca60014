import { formatInstant } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { href } from "./href";
import type { SiteIdentity } from "./site-identity";

interface SiteFooterProps {
  identity: SiteIdentity;
  /** Address of the page, whole where the site knows its own. */
  address: string;
  /** When this page was made from the records. */
  asOf?: Date | string;
  isDemo?: boolean;
}

/** Who answers for the site, what must be said by law, and the pages about it. */
export function SiteFooter({ identity, address, asOf, isDemo = false }: SiteFooterProps) {
  const { site } = useStrings();
  return (
    <footer className="site-footer" aria-label={site.footer.label}>
      <div className="wrap site-footer-line">
        <div>
          <p className="site-footer-name">{identity.name}</p>
          <Identity identity={identity} />
          {isDemo && <p>{site.demoSources}</p>}
        </div>
        <About />
      </div>
      <PrintRecord address={address} asOf={asOf} />
    </footer>
  );
}

function Identity({ identity }: { identity: SiteIdentity }) {
  const { footer } = useStrings().site;
  const legal = [
    [footer.organiser, identity.organiser],
    [footer.operator, identity.operator],
    [footer.contact, identity.contact],
    [footer.siteCode, identity.siteCode],
    [footer.icp, identity.icp],
    [footer.police, identity.police],
  ] as const;
  return (
    <ul className="site-footer-legal">
      {legal.map(([label, value]) => value && <li key={label}>{`${label} ${value}`}</li>)}
    </ul>
  );
}

function About() {
  const { footer } = useStrings().site;
  const pages = [
    ["/timeline", footer.timeline],
    ["/accessibility", footer.accessibility],
    ["/privacy", footer.privacy],
  ] as const;
  return (
    <nav aria-label={footer.about}>
      <ul>
        {pages.map(([path, label]) => (
          <li key={path}>
            <a href={href(path)}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** On paper a page is an archive copy: where it stands, and from which moment. The script adds the time of printing. */
function PrintRecord({ address, asOf }: Pick<SiteFooterProps, "address" | "asOf">) {
  const language = useLanguage();
  const { footer } = useStrings().site;
  return (
    <div className="print-only print-record wrap">
      <p>
        {footer.address} <span data-print-address="">{address}</span>
      </p>
      {asOf && <p>{footer.asOf(formatInstant(asOf, language))}</p>}
      <p hidden data-print-time="">
        {footer.printed} <span />
      </p>
    </div>
  );
}
