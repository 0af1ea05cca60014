import { href } from "./href";

interface LocalNavProps {
  label: string;
  /** `shortcut`: the key that follows the link, on pages that listen for keys. */
  items: { label: string; href: string; count?: string; isCurrent?: boolean; shortcut?: string }[];
}

/** The pages that belong together (draft, outcome, changes) as tabs: plain links, each with its own address. */
export function LocalNav({ label, items }: LocalNavProps) {
  return (
    <nav className="local-nav" aria-label={label}>
      <ul>
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
    </nav>
  );
}
