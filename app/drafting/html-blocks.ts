import type { Block } from "./clauses";

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };
const TAG = /<(\/?)([a-z][a-z0-9]*)(?:\s[^>]*)?>/g;

interface State {
  blocks: Block[];
  text: string;
  depth: number;
  lists: number[];
  /** The rows that are open, the outermost first. */
  rows: OpenRow[];
}

interface OpenRow {
  cells: string[];
  /** What the cell around it said before the row began. */
  before: string;
}

/**
 * Reads the HTML that the Word reader writes (regular, escaped, of few tags; never HTML from people) as lines: headings
 * with their depth, paragraphs, list entries with their number, rows of a table as one line each.
 */
export function readWordHtml(html: string): Block[] {
  const state: State = { blocks: [], text: "", depth: 0, lists: [], rows: [] };
  let at = 0;
  for (const tag of html.matchAll(TAG)) {
    state.text += decode(html.slice(at, tag.index));
    at = tag.index + tag[0].length;
    readTag(state, tag[2] ?? "", tag[1] === "/");
  }
  state.text += decode(html.slice(at));
  endLine(state);
  return state.blocks;
}

function readTag(state: State, name: string, isEnd: boolean): void {
  if (name === "br") state.text += "\n";
  else if (/^h[1-6]$/.test(name)) readHeading(state, Number(name[1]), isEnd);
  else if (name === "ol" || name === "ul") readList(state, name, isEnd);
  else if (name === "tr") readRow(state, isEnd);
  else if (name === "td" || name === "th") readCell(state, isEnd);
  else if (name === "li" && !isEnd) numberEntry(state);
  else if (name === "p" || name === "li") endLine(state);
}

function readHeading(state: State, depth: number, isEnd: boolean): void {
  if (!isEnd) endLine(state);
  state.depth = depth;
  if (isEnd) endLine(state);
}

function readList(state: State, name: string, isEnd: boolean): void {
  endLine(state);
  if (isEnd) state.lists.pop();
  else state.lists.push(name === "ol" ? 0 : NaN);
}

function numberEntry(state: State): void {
  endLine(state);
  const number = (state.lists.pop() ?? NaN) + 1;
  state.lists.push(number);
  if (!Number.isNaN(number)) state.text = `${number}. `;
}

/** Only the outermost row is a line: paragraphs of a cell are its words, and a row within it stands there in brackets. */
function readRow(state: State, isEnd: boolean): void {
  if (!isEnd) {
    endLine(state);
    state.rows.push({ cells: [], before: state.text });
    state.text = "";
    return;
  }
  const row = state.rows.pop();
  if (!row) return;
  const text = row.cells.join(" | ");
  const isEmpty = row.cells.every((cell) => cell === "");
  if (state.rows.length > 0) state.text = isEmpty ? row.before : `${row.before.trimEnd()}（${text}）`;
  else if (!isEmpty) state.blocks.push({ kind: "verbatim", depth: 0, text });
}

function readCell(state: State, isEnd: boolean): void {
  if (!isEnd) return;
  state.rows.at(-1)?.cells.push(state.text.replace(/\s+/g, " ").trim());
  state.text = "";
}

function endLine(state: State): void {
  if (state.rows.length > 0) {
    state.text += " ";
    return;
  }
  for (const text of state.text.split("\n")) {
    if (text.trim() === "") continue;
    state.blocks.push(
      state.depth > 0 ? { kind: "heading", depth: state.depth, text } : { kind: "line", depth: 0, text },
    );
  }
  state.text = "";
  state.depth = 0;
}

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}
