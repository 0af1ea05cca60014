import { caseState, isDue, type CaseFacts } from "./reinterpretation";

/** What of a case may be signed on paper now, and under which part its papers are kept. */
export interface PaperPlace {
  what: "report" | "recheck";
  part: string;
}

/** A leader's decision on a report, or the second check that ends an order; null while neither waits. */
export function paperPlaceOf(
  { report, order }: { report: { id: number } | null; order: { id: number } | null },
  facts: CaseFacts,
): PaperPlace | null {
  if (report && caseState(facts) === "reported") return { what: "report", part: partOf("report", report.id) };
  return order && isDue("recheck", facts) ? { what: "recheck", part: partOf("order", order.id) } : null;
}

export function partOf(what: "report" | "order", id: number): string {
  return `${what}-${id}`;
}
