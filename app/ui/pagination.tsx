import { formatCount } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";

interface PaginationProps {
  page: number;
  pageSize: number;
  total: number;
  /** The query of this page (`url.search`): every filter stays while turning pages. */
  search?: string;
  /** Where two lists share a page: what this one holds, and its own key in the address. */
  list?: { name: string; key: string };
}

/** Which part of a list this is, and the way to the others. */
export function Pagination({ page, pageSize, total, search = "", list: own }: PaginationProps) {
  const language = useLanguage();
  const { list } = useStrings().site;
  const count = (value: number) => formatCount(value, language);
  const addressOf = (number: number) => withPage(search, own?.key ?? "page", number);
  const last = Math.max(1, Math.ceil(total / pageSize));
  if (last === 1) return <p className="list-total">{list.total(count(total))}</p>;
  return (
    <nav className="pagination" aria-label={own?.name ?? list.pages}>
      <p>{list.range(count((page - 1) * pageSize + 1), count(Math.min(page * pageSize, total)), count(total))}</p>
      <ul>
        {page > 1 && (
          <li>
            <a href={addressOf(page - 1)} rel="prev">
              {list.previous}
            </a>
          </li>
        )}
        {pagesAround(page, last).map((number, index, shown) => (
          <li key={number} className={number - (shown[index - 1] ?? 0) > 1 ? "after-gap" : undefined}>
            <a
              href={addressOf(number)}
              aria-label={list.page(count(number))}
              aria-current={number === page ? "page" : undefined}
            >
              {count(number)}
            </a>
          </li>
        ))}
        {page < last && (
          <li>
            <a href={addressOf(page + 1)} rel="next">
              {list.next}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

function pagesAround(page: number, last: number): number[] {
  const wanted = [1, page - 1, page, page + 1, last].filter((number) => number >= 1 && number <= last);
  return [...new Set(wanted)].sort((a, b) => a - b);
}

function withPage(search: string, key: string, page: number): string {
  const query = new URLSearchParams(search);
  query.delete("lang");
  query.delete("elder");
  query.set(key, String(page));
  return `?${query}`;
}
