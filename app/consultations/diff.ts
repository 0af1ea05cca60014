import type { Clause } from "~/drafting/clauses";
import { diffText, joinRuns, MOST_EDITS, type Run } from "~/wording/text-diff";

export interface ClauseChange {
  id: string;
  kind: "unchanged" | "changed" | "added" | "removed" | "moved";
  /** Stands in another order among its neighbours; true also of a clause that changed as well. */
  isMoved: boolean;
  /** Has another number, as every article after an inserted one: alone it is no change. */
  isRenumbered: boolean;
  before?: Clause;
  after?: Clause;
  heading: Run[];
  text: Run[];
}

/** Steps of comparison for a whole draft; with more changed clauses each gets fewer, and coarser differences. */
const EFFORT = 3_000_000;
const FEWEST_EDITS = 40;

/**
 * Compares two versions clause by clause, joined by their permanent ids, in the order of the later version; a removed
 * clause stands after the one it followed. The effort is bounded, so that two different drafts of hundreds of pages
 * end in seconds with coarser differences.
 */
export function diffClauses(before: readonly Clause[], after: readonly Clause[]): ClauseChange[] {
  const old = new Map(before.map((clause) => [clause.id, clause]));
  const stays = stayingIds(before, after);
  const edits = editsFor(after.filter((clause) => isChanged(old.get(clause.id), clause)).length);
  const rows = after.map((clause) => changeOf(old.get(clause.id), clause, !stays.has(clause.id), edits));
  return withRemoved(rows, before, after);
}

function changeOf(before: Clause | undefined, after: Clause, isMoved: boolean, edits: number): ClauseChange {
  const common = {
    id: after.id,
    isMoved: before !== undefined && isMoved,
    isRenumbered: before?.number !== after.number,
  };
  if (!before) {
    const heading = joinRuns([["inserted", after.heading]]);
    return {
      ...common,
      isRenumbered: false,
      kind: "added",
      after,
      heading,
      text: joinRuns([["inserted", after.text]]),
    };
  }
  const heading = diffText(before.heading, after.heading, edits);
  const text = diffText(before.text, after.text, edits);
  const kind = isChanged(before, after) ? "changed" : isMoved ? "moved" : "unchanged";
  return { ...common, kind, before, after, heading, text };
}

function removedRow(before: Clause): ClauseChange {
  const [heading, text] = [joinRuns([["deleted", before.heading]]), joinRuns([["deleted", before.text]])];
  return { id: before.id, kind: "removed", isMoved: false, isRenumbered: false, before, heading, text };
}

function isChanged(before: Clause | undefined, after: Clause): boolean {
  return before !== undefined && (before.heading !== after.heading || before.text !== after.text);
}

function withRemoved(
  rows: readonly ClauseChange[],
  before: readonly Clause[],
  after: readonly Clause[],
): ClauseChange[] {
  const kept = new Set(after.map((clause) => clause.id));
  const following = new Map<string, ClauseChange[]>();
  let anchor = "";
  for (const clause of before) {
    if (kept.has(clause.id)) anchor = clause.id;
    else following.set(anchor, [...(following.get(anchor) ?? []), removedRow(clause)]);
  }
  return [...(following.get("") ?? []), ...rows.flatMap((row) => [row, ...(following.get(row.id) ?? [])])];
}

/** The longest run of clauses that keep their order: whoever is not in it was moved. */
function stayingIds(before: readonly Clause[], after: readonly Clause[]): Set<string> {
  const position = new Map(before.map((clause, index) => [clause.id, index]));
  const common = after.filter((clause) => position.has(clause.id));
  const tails: number[] = [];
  const previous: number[] = [];
  const placeOf = (index: number) => position.get(common[index]?.id ?? "") ?? 0;
  common.forEach((_, index) => {
    const at = firstNotBelow(tails, placeOf, placeOf(index));
    previous[index] = tails[at - 1] ?? -1;
    tails[at] = index;
  });
  const stays = new Set<string>();
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) stays.add(common[index]?.id ?? "");
  return stays;
}

function firstNotBelow(tails: readonly number[], placeOf: (index: number) => number, place: number): number {
  let [low, high] = [0, tails.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placeOf(tails[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function editsFor(changedClauses: number): number {
  const each = Math.floor(Math.sqrt(EFFORT / Math.max(1, changedClauses)));
  return Math.min(MOST_EDITS, Math.max(FEWEST_EDITS, each));
}
