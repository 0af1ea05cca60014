import { diffArrays } from "diff";
import { splitSentences } from "./sentences";

export interface Run {
  kind: "same" | "inserted" | "deleted";
  text: string;
}

/** Steps of comparison for one text; with more differences they are shown coarser. */
export const MOST_EDITS = 1000;
/** A piece of up to so many characters between two changes is read as part of the change. */
const SLIVER = 1;

/** Compares two texts by characters of Chinese and words of other scripts; the runs joined give either text again. */
export function diffText(before: string, after: string, mostEdits: number = MOST_EDITS): Run[] {
  if (before === after) return joinRuns([["same", before]]);
  const fine = compare(wordsOf(before), wordsOf(after), mostEdits);
  if (fine) return mergeSlivers(fine);
  const coarse = compare(splitSentences(before), splitSentences(after), mostEdits);
  return (
    coarse ??
    joinRuns([
      ["deleted", before],
      ["inserted", after],
    ])
  );
}

/** Latin words and numbers whole, every other character by itself. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{Script=Latin}\p{M}]{1,64}|\p{Nd}{1,32}|./gsu) ?? [];
}

function compare(before: string[], after: string[], mostEdits: number): Run[] | undefined {
  const changes = diffArrays(before, after, { maxEditLength: mostEdits });
  return changes && joinRuns(changes.map((change) => [kindOf(change), change.value.join("")]));
}

function kindOf(change: { added?: boolean; removed?: boolean }): Run["kind"] {
  if (change.added) return "inserted";
  return change.removed ? "deleted" : "same";
}

/** Joins neighbours of one kind and leaves out what is empty; of a change, what was deleted comes first. */
export function joinRuns(parts: readonly (readonly [Run["kind"], string])[]): Run[] {
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
  return joinRuns(parts);
}
