import { useLanguage, useStrings } from "~/i18n/strings";
import { href } from "./href";
import { SiteMark } from "./site-mark";

interface SiteHeaderProps {
  name: string;
  /** The address asked for, where the switches stay. */
  path: string;
  isElder: boolean;
}

/** Name and navigation of the site. The same for everyone who asks for an address: it never knows who is signed in. */
export function SiteHeader({ name, path, isElder }: SiteHeaderProps) {
  const { nav } = useStrings().site;
  const items = [
    { label: nav.home, address: href("/") },
    { label: nav.consultations, address: href("/consultations") },
    { label: nav.interviews, address: href("/interviews") },
    { label: nav.messages, address: href("/messages") },
    { label: nav.track, address: href("/track") },
    { label: nav.me, address: href("/me") },
    { label: nav.desk, address: href("/desk") },
  ];
  return (
    <header className="masthead">
      <div className="wrap masthead-line">
        <a className="site-name" href={href("/")}>
          <SiteMark />
          <span>{name}</span>
        </a>
        <Settings path={path} isElder={isElder} />
      </div>
      <nav className="wrap site-nav" aria-label={nav.label}>
        <ul>
          {items.map(({ label, address }) => (
            <li key={address}>
              <a href={address} aria-current={currentOf(path, address)}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

function Settings({ path, isElder }: Omit<SiteHeaderProps, "name">) {
  const language = useLanguage();
  const { nav } = useStrings().site;
  const other = language === "en" ? "zh-CN" : "en";
  return (
    <ul className="settings" aria-label={nav.settings}>
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
