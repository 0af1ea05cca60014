import { diffArrays } from "diff";

import type { Clause } from "~/consultations/clauses";
import { splitSentences } from "~/words/sentences";

export interface Run {
  kind: "same" | "inserted" | "deleted";
  text: string;
}

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
const MOST_EDITS = 1000;
const FEWEST_EDITS = 40;
/** A piece of up to so many characters between two changes is read as part of the change. */
const SLIVER = 1;

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

/** Compares two texts by characters of Chinese and words of other scripts; the runs joined give either text again. */
export function diffText(before: string, after: string, mostEdits: number = MOST_EDITS): Run[] {
  if (before === after) return runs([["same", before]]);
  const fine = compare(wordsOf(before), wordsOf(after), mostEdits);
  if (fine) return mergeSlivers(fine);
  const coarse = compare(splitSentences(before), splitSentences(after), mostEdits);
  return (
    coarse ??
    runs([
      ["deleted", before],
      ["inserted", after],
    ])
  );
}

function changeOf(before: Clause | undefined, after: Clause, isMoved: boolean, edits: number): ClauseChange {
  const common = {
    id: after.id,
    isMoved: before !== undefined && isMoved,
    isRenumbered: before?.number !== after.number,
  };
  if (!before) {
    const heading = runs([["inserted", after.heading]]);
    return { ...common, isRenumbered: false, kind: "added", after, heading, text: runs([["inserted", after.text]]) };
  }
  const heading = diffText(before.heading, after.heading, edits);
  const text = diffText(before.text, after.text, edits);
  const kind = isChanged(before, after) ? "changed" : isMoved ? "moved" : "unchanged";
  return { ...common, kind, before, after, heading, text };
}

function removedRow(before: Clause): ClauseChange {
  const [heading, text] = [runs([["deleted", before.heading]]), runs([["deleted", before.text]])];
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

/** Latin words and numbers whole, every other character by itself. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{Script=Latin}\p{M}]{1,64}|\p{Nd}{1,32}|./gsu) ?? [];
}

function compare(before: string[], after: string[], mostEdits: number): Run[] | undefined {
  const changes = diffArrays(before, after, { maxEditLength: mostEdits });
  return changes && runs(changes.map((change) => [kindOf(change), change.value.join("")]));
}

function kindOf(change: { added?: boolean; removed?: boolean }): Run["kind"] {
  if (change.added) return "inserted";
  return change.removed ? "deleted" : "same";
}

/** Joins neighbours of one kind and leaves out what is empty; of a change, what was deleted comes first. */
function runs(parts: readonly (readonly [Run["kind"], string])[]): Run[] {
  const joined: Run[] = [];
  let [deleted, inserted] = ["", ""];
  const flush = () => {
    if (deleted) joined.push({ kind: "deleted", text: deleted });
    if (inserted) joined.push({ kind: "inserted", text: inserted });
    [deleted, inserted] = ["", ""];
  };
  for (const [kind, text] of parts) {
    if (text === "") continue;
    if (kind === "deleted") deleted += text;
    else if (kind === "inserted") inserted += text;
    else {
      flush();
      const last = joined.at(-1);
      if (last?.kind === "same") last.text += text;
      else joined.push({ kind, text });
    }
  }
  flush();
  return joined;
}

/** 十五个工作日 → 三十个自然日: a single character that happens to stay between two changes only confuses the reader. */
function mergeSlivers(changes: readonly Run[]): Run[] {
  const parts = changes.flatMap((run, index): [Run["kind"], string][] => {
    const isBetween = index > 0 && index < changes.length - 1;
    const isSliver = run.kind === "same" && isBetween && run.text.length <= SLIVER && run.text !== "\n";
    return isSliver
      ? [
          ["deleted", run.text],
          ["inserted", run.text],
        ]
      : [[run.kind, run.text]];
  });
  return runs(parts);
}
