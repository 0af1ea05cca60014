/** Text of at most so many characters; what is left out shows as an ellipsis. */
export function shortened(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most).join("")}…`;
}

export interface Piece {
  kind: "same" | "inserted" | "deleted";
  text: string;
}

const AROUND = 16;
const MOST_CHANGED = 90;

/** A comparison cut down to its first change and a few characters around it, for a place with little room. */
export function shortenedRuns(runs: readonly Piece[]): Piece[] {
  const first = runs.findIndex(({ kind }) => kind !== "same");
  if (first < 0) return [];
  const rest = runs.slice(first);
  const end = rest.findIndex(({ kind }) => kind === "same");
  const changed = (end < 0 ? rest : rest.slice(0, end)).map(({ kind, text }) => ({
    kind,
    text: shortened(text, MOST_CHANGED),
  }));
  const before = runs[first - 1]?.text ?? "";
  const after = end < 0 ? "" : (rest[end]?.text ?? "");
  const pieces: Piece[] = [
    { kind: "same", text: ending(before) },
    ...changed,
    { kind: "same", text: shortened(after, AROUND) },
  ];
  return pieces.filter(({ text }) => text !== "");
}

function ending(text: string): string {
  const characters = [...text];
  return characters.length <= AROUND ? text : `…${characters.slice(-AROUND).join("")}`;
}
