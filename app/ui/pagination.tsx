import { formatCount } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";

interface PaginationProps {
  page: number;
  pageSize: number;
  total: number;
  /** The query of this page (`url.search`): every filter stays while turning pages. */
  search?: string;
}

/** Which part of a list this is, and the way to the others. */
export function Pagination({ page, pageSize, total, search = "" }: PaginationProps) {
  const language = useLanguage();
  const { list } = useStrings().site;
  const count = (value: number) => formatCount(value, language);
  const last = Math.max(1, Math.ceil(total / pageSize));
  if (last === 1) return <p className="list-total">{list.total(count(total))}</p>;
  return (
    <nav className="pagination" aria-label={list.pages}>
      <p>{list.range(count((page - 1) * pageSize + 1), count(Math.min(page * pageSize, total)), count(total))}</p>
      <ul>
        {page > 1 && (
          <li>
            <a href={addressOf(page - 1, search)} rel="prev">
              {list.previous}
            </a>
          </li>
        )}
        {pagesAround(page, last).map((number, index, shown) => (
          <li key={number} className={number - (shown[index - 1] ?? 0) > 1 ? "after-gap" : undefined}>
            <a
              href={addressOf(number, search)}
              aria-label={list.page(count(number))}
              aria-current={number === page ? "page" : undefined}
            >
              {count(number)}
            </a>
          </li>
        ))}
        {page < last && (
          <li>
            <a href={addressOf(page + 1, search)} rel="next">
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

function addressOf(page: number, search: string): string {
  const query = new URLSearchParams(search);
  query.delete("lang");
  query.delete("elder");
  query.set("page", String(page));
  return `?${query}`;
}
