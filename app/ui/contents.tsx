import { useStrings } from "~/i18n/strings";
import { MixedText } from "./mixed-text";

export interface ContentsItem {
  href: string;
  label: string;
  count?: string;
  isNested?: boolean;
}

interface ContentsProps {
  items: ContentsItem[];
  /** Can be folded away, for the sake of phones; open until it is. */
  isFoldable?: boolean;
}

/** Table of contents of a long document; it stays in sight on a wide screen. */
export function Contents({ items, isFoldable }: ContentsProps) {
  const { list } = useStrings().site;
  const title = <h2 id="contents-title">{list.contents}</h2>;
  return (
    <nav className="contents" aria-labelledby="contents-title">
      {isFoldable ? (
        <details open>
          <summary>{title}</summary>
          <Items items={items} />
        </details>
      ) : (
        <>
          {title}
          <Items items={items} />
        </>
      )}
    </nav>
  );
}

function Items({ items }: Pick<ContentsProps, "items">) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.href} className={item.isNested ? "contents-nested" : undefined}>
          <a href={item.href}>
            <span>
              <MixedText text={item.label} />
            </span>
            {item.count !== undefined && <span className="contents-count">{item.count}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}
