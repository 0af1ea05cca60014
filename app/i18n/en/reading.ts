import type { ReadingStrings } from "../zh-CN/reading";
import { counted } from "../english-count";

export const reading: ReadingStrings = {
  size: "Text size",
  sizes: { small: "Small", standard: "Standard", large: "Large", largest: "Largest" },
  howToChoose:
    "Tap a sentence to choose it, tap another of the same clause to choose all between; then comment on them, or copy them with their source.",
  howToCopy:
    "Tap a sentence to choose it, tap another of the same clause to choose all between; then copy them with their source.",
  keys: "Enter chooses this sentence, the arrow keys move to another, Shift with an arrow key chooses several, Escape cancels.",
  chosenLabel: "Chosen sentences",
  chosenOne: (clause, sentence) => `Chosen: ${clause}, sentence ${sentence}`,
  chosenMany: (clause, from, to) => `Chosen: ${clause}, sentences ${from} to ${to}`,
  plainClause: "this paragraph",
  fewer: "One fewer",
  more: "One more",
  respond: "Comment",
  copy: "Copy",
  copyWhy: "Copy with the source",
  cancel: "Cancel",
  copied: "Copied with the source",
  notCopied: "Copying did not work; please press and hold the text to copy it",
  cancelled: "Nothing is chosen any more",
  citeOne: (clause, sentence) => `${clause}, sentence ${sentence}`,
  citeMany: (clause, from, to) => `${clause}, sentences ${from} to ${to}`,
  citation: (words, title, place, url, day) => `“${words}”\n— ${title}, ${place}, ${url}, read on ${day}`,
  moreComments: (count) => `${counted(count, "more comment")} on this clause`,
};
