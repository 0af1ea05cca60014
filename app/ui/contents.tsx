import { useStrings } from "~/i18n/strings";

interface ContentsProps {
  items: { href: string; label: string; count?: string; isNested?: boolean }[];
}

/** Table of contents of a long document; it stays in sight on a wide screen. */
export function Contents({ items }: ContentsProps) {
  const { list } = useStrings().site;
  return (
    <nav className="contents" aria-labelledby="contents-title">
      <h2 id="contents-title">{list.contents}</h2>
      <ul>
        {items.map((item) => (
          <li key={item.href} className={item.isNested ? "contents-nested" : undefined}>
            <a href={item.href}>
              <span>{item.label}</span>
              {item.count !== undefined && <span className="contents-count">{item.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
