import { href } from "./href";

export interface LocalPlace {
  label: string;
  href: string;
  count?: string;
  isCurrent?: boolean;
  /** The key that follows the link, on pages that listen for keys. */
  shortcut?: string;
}

interface LocalNavProps {
  label: string;
  items: LocalPlace[];
  /** Of less weight, in a second line. */
  more?: LocalPlace[];
}

/** The pages that belong together (draft, outcome, changes) as tabs: plain links, each with its own address. */
export function LocalNav({ label, items, more = [] }: LocalNavProps) {
  return (
    <nav className="local-nav" aria-label={label}>
      <Places items={items} />
      {more.length > 0 && <Places items={more} className="local-nav-more" />}
    </nav>
  );
}

function Places({ items, className }: { items: LocalPlace[]; className?: string }) {
  return (
    <ul className={className}>
      {items.map((item) => (
        <li key={item.href}>
          <a
            href={href(item.href)}
            aria-current={item.isCurrent ? "page" : undefined}
            aria-keyshortcuts={item.shortcut}
          >
            {item.label}
            {item.count !== undefined && <span className="local-nav-count">{item.count}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}
