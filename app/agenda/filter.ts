import { CLOCKS, MODULES, TASKS, type AgendaFilter } from "./agenda";

const MAX_WORDS = 100;

/** Reads the filter from an address; what is no filter is ignored. */
export function readAgendaFilter(query: URLSearchParams): AgendaFilter {
  const given = (name: string) => (query.get(name) ?? "").trim().slice(0, MAX_WORDS);
  const oneOf = <T extends string>(values: readonly T[], name: string) =>
    values.find((value) => value === query.get(name)) ?? null;
  return {
    q: given("q"),
    unit: given("unit"),
    module: oneOf(MODULES, "module"),
    task: oneOf(TASKS, "task"),
    clock: oneOf(CLOCKS, "clock"),
  };
}

/** The filter as the query of an address, with some of it changed; the page starts anew. */
export function agendaSearch(filter: AgendaFilter, change: Partial<AgendaFilter> = {}): string {
  const entries = Object.entries({ ...filter, ...change }).filter((entry): entry is [string, string] => !!entry[1]);
  return entries.length > 0 ? `?${new URLSearchParams(entries)}` : "";
}
