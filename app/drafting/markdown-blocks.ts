import { Lexer, type Token, type Tokens } from "marked";

import type { Block } from "./clauses";

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n(?:(?!---)[^\n]{0,2000}\n){0,200}---[ \t]*(?:\r?\n|$)/;
/** A longer paragraph is kept as it stands: nobody formats at that length, and hostile nesting costs too much. */
const LONGEST_INLINE = 20_000;
/** Emphasis is matched in quadratic time. */
const MOST_MARKS = 400;
const DEEPEST_NESTING = 20;

/** Reads Markdown as lines: marks of emphasis go, the words, link targets and numbers of lists stay. */
export function readMarkdown(source: string): Block[] {
  const body = source.replace(FRONT_MATTER, "");
  const tokens = lex(body);
  return tokens ? blocksOf(tokens, 0) : lines(body);
}

/** Thousands of nested quotations exhaust the stack of the lexer: such a text is not Markdown that anybody wrote. */
function lex(body: string): Token[] | undefined {
  try {
    return new Lexer().blockTokens(body, []);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function blocksOf(tokens: readonly Token[], nesting: number): Block[] {
  return tokens.flatMap((token) => blocksOfToken(token, nesting));
}

function blocksOfToken(token: Token, nesting: number): Block[] {
  if (nesting > DEEPEST_NESTING) return lines(token.raw);
  switch (token.type) {
    case "space":
    case "hr":
      return [];
    case "heading":
      return [
        { kind: "heading", depth: (token as Tokens.Heading).depth, text: plainInline((token as Tokens.Heading).text) },
      ];
    case "list":
      return (token as Tokens.List).items.flatMap((item) => blocksOfItem(item, nesting));
    case "blockquote":
      return blocksOf((token as Tokens.Blockquote).tokens, nesting + 1);
    case "table":
      return rowsOf(token as Tokens.Table);
    case "code":
      return verbatim((token as Tokens.Code).text);
    case "paragraph":
    case "text":
      return lines(plainInline((token as Tokens.Text).text));
    default:
      return verbatim(token.raw);
  }
}

function blocksOfItem(item: Tokens.ListItem, nesting: number): Block[] {
  const [first, ...others] = blocksOf(item.tokens, nesting + 1);
  if (!first) return [];
  const number = /^\s{0,9}(\d{1,9}[.)])/.exec(item.raw)?.[1];
  return [number ? { ...first, text: `${number} ${first.text}` } : first, ...others];
}

function rowsOf(table: Tokens.Table): Block[] {
  return [table.header, ...table.rows].map((row) => ({
    kind: "verbatim",
    depth: 0,
    text: row.map((cell) => plainInline(cell.text).replaceAll("\n", " ")).join(" | "),
  }));
}

function plainInline(source: string): string {
  if (source.length > LONGEST_INLINE || source.split(/[*_~]/).length > MOST_MARKS) return source;
  return Lexer.lexInline(source).map(plainToken).join("");
}

function plainToken(token: Token): string {
  switch (token.type) {
    case "br":
      return "\n";
    case "link":
      return linkText(token as Tokens.Link);
    case "image":
      return (token as Tokens.Image).text;
    case "html":
      return /^<br\s*\/?>$/i.test(token.raw) ? "\n" : token.raw;
    default:
      return "tokens" in token && token.tokens ? token.tokens.map(plainToken).join("") : textOf(token);
  }
}

function linkText(link: Tokens.Link): string {
  const words = link.tokens.map(plainToken).join("");
  return words === link.href || link.href === `mailto:${words}` || link.href === `http://${words}`
    ? words
    : `${words} (${link.href})`;
}

function textOf(token: Token): string {
  return "text" in token && typeof token.text === "string" ? token.text : token.raw;
}

function lines(text: string): Block[] {
  return text.split("\n").map((line) => ({ kind: "line", depth: 0, text: line }));
}

function verbatim(text: string): Block[] {
  return text.split("\n").map((line) => ({ kind: "verbatim", depth: 0, text: line }));
}
