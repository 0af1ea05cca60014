import { useLanguage, useStrings } from "~/i18n/strings";
import { href } from "./href";
import { ReadingAids, ReadingAidsButton } from "./reading-aids";
import { SiteMark } from "./site-mark";
import { TitleText } from "./title-text";

interface SiteHeaderProps {
  name: string;
  /** The address asked for, where the switches stay; null where there is none to stay at: they lead to the first page. */
  path: string | null;
  isElder: boolean;
  isDemo?: boolean;
}

/** Name and navigation of the site. The same for everyone who asks for an address: it never knows who is signed in. */
export function SiteHeader({ name, path, isElder, isDemo = false }: SiteHeaderProps) {
  const { nav } = useStrings().site;
  return (
    <header className="masthead">
      <div className="strip">
        <div className="wrap strip-line">
          <DemoNotice isDemo={isDemo} />
          <Settings path={path ?? href("/")} isElder={isElder} />
        </div>
      </div>
      <ReadingAids />
      <div className="wrap masthead-line">
        <a className="site-name" href={href("/")}>
          <SiteMark />
          <span>
            <TitleText text={name} />
          </span>
        </a>
        {/* On a phone the navigation after it shows while this is open; no script, and one list for every width. */}
        <details className="menu">
          <summary>{nav.menu}</summary>
        </details>
        <nav className="site-nav" aria-label={nav.label}>
          <Sections path={path ?? ""} />
        </nav>
      </div>
    </header>
  );
}

function DemoNotice({ isDemo }: { isDemo: boolean }) {
  const { site } = useStrings();
  if (!isDemo) return <span />;
  return (
    <section className="strip-demo" aria-label={site.demoLabel}>
      {site.demo}
      <span className="strip-more">{site.demoMore}</span>
    </section>
  );
}

/** The sections for everyone, in the order of the plan, and after them what is for those who sign in. */
function Sections({ path }: { path: string }) {
  const { nav } = useStrings().site;
  const open = [
    { label: nav.home, address: "/" },
    { label: nav.consultations, address: "/consultations" },
    { label: nav.messages, address: "/messages" },
    { label: nav.policies, address: "/policies" },
    { label: nav.interpretations, address: "/interpretations" },
    { label: nav.cases, address: "/cases" },
    { label: nav.interviews, address: "/interviews" },
    { label: nav.track, address: "/track" },
  ];
  const own = [
    { label: nav.me, address: "/me" },
    { label: nav.desk, address: "/desk", also: "/office" },
  ];
  return (
    <>
      <Links items={open} path={path} />
      <Links items={own} path={path} className="site-nav-own" />
    </>
  );
}

interface LinksProps {
  /** `also`: where else one is in this section. */
  items: { label: string; address: string; also?: string }[];
  path: string;
  className?: string;
}

function Links({ items, path, className }: LinksProps) {
  return (
    <ul className={className}>
      {items.map(({ label, address, also = address }) => (
        <li key={address}>
          <a href={href(address)} aria-current={currentOf(path, href(address)) ?? currentOf(path, href(also))}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Settings({ path, isElder }: { path: string; isElder: boolean }) {
  const language = useLanguage();
  const { nav } = useStrings().site;
  const other = language === "en" ? "zh-CN" : "en";
  return (
    <ul className="settings" aria-label={nav.settings}>
      <ReadingAidsButton />
      <li>
        <a href={withChoice(path, "elder", isElder ? "0" : "1")} rel="nofollow">
          {isElder ? nav.elderOff : nav.elderOn}
        </a>
      </li>
      <li>
        <a href={withChoice(path, "lang", other)} lang={other} hrefLang={other} rel="nofollow">
          {nav.otherLanguage}
        </a>
      </li>
    </ul>
  );
}

function withChoice(path: string, name: string, value: string): string {
  return `${path}${path.includes("?") ? "&" : "?"}${name}=${value}`;
}

function currentOf(path: string, address: string): "page" | "true" | undefined {
  const pathname = path.split("?", 1)[0] ?? "/";
  if (pathname === address) return "page";
  return address !== href("/") && pathname.startsWith(`${address}/`) ? "true" : undefined;
}
