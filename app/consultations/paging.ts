import { LARGEST_PAGE, USUAL_PAGE } from "./open-data";

/** Page and page size of a list from its address: plain decimals, otherwise the first page and the usual size. */
export function pagingOf(query: URLSearchParams): { page: number; pageSize: number } {
  const size = numberOf(query.get("pageSize"), USUAL_PAGE);
  return { page: numberOf(query.get("page"), 1), pageSize: Math.min(size, LARGEST_PAGE) };
}

function numberOf(text: string | null, usual: number): number {
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : usual;
}
