import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { root, sources } from "./sources";

const TOP_LEVEL = [
  ".ci",
  ".editorconfig",
  ".env.example",
  ".gitattributes",
  ".gitignore",
  ".npmrc",
  ".prettierignore",
  ".prettierrc",
  "LICENSE",
  "README.md",
  "app",
  "docs",
  "eslint.config.js",
  "knip.json",
  "package-lock.json",
  "package.json",
  "prisma",
  "public",
  "remix.config.js",
  "server",
  "test",
  "tsconfig.json",
];
const IGNORED_BY_GIT = [".env", ".git", "build", "coverage", "data", "node_modules"];

const THIS_FILE = "test/contract/repository.test.ts";
const FOLDERS = [".ci", "app", "docs", "prisma", "public", "server", "test"].filter((name) =>
  existsSync(path.join(root, name)),
);
const TEXT = /\.(ts|tsx|js|json|css|md|prisma|sql|svg|txt|html|toml|jsonl|csv)$|(^|\/)run$/;

const UNFINISHED = /\b(TODO|FIXME|XXX|HACK)\b|\b[Ff]or (now|the time being)\b/;
const OF_A_MACHINE = /(^|[\s"'`(=:])\/(tmp|work|home|root|Users)\/\w/;
const REGISTRY = /\bregistry\.[\w-]+\.\w+|npmmirror|verdaccio|artifactory/i;

const DANGEROUS =
  /dangerouslySetInnerHTML|unsafe-inline|unsafe-eval|\$(?:query|execute)RawUnsafe|\.(?:inner|outer)HTML\s*\+?=(?!=)|\beval\(|new Function\(/;
/** file → why it may. An entry whose file no longer needs it fails, too. */
const MAY: Record<string, string> = {};

describe("the repository", () => {
  it("holds at its top only what belongs there", () => {
    const allowed = new Set([...TOP_LEVEL, ...IGNORED_BY_GIT]);
    expect(readdirSync(root).filter((name) => !allowed.has(name))).toEqual([]);
  });

  it.each([
    ["says nowhere that something is unfinished", UNFINISHED],
    ["names no path of one machine", OF_A_MACHINE],
    ["names no package registry", REGISTRY],
  ])("%s", (_title, pattern) => {
    expect(linesWith(pattern, textFiles())).toEqual([]);
  });

  it("uses what opens the door to injection nowhere without a reason", () => {
    const code = sources(["app", "server", "prisma"].filter(isThere), /\.(ts|tsx|js)$/);
    const found = linesWith(DANGEROUS, code);
    expect(found.filter((line) => !(fileOf(line) in MAY))).toEqual([]);
    expect(Object.keys(MAY).filter((file) => !found.some((line) => fileOf(line) === file))).toEqual([]);
  });
});

describe("text that people read", () => {
  it("stands in i18n alone, never in routes, components and ui", () => {
    const pages = [...sources(["app"], /\.tsx?$/)].filter(([file]) => isPagePart(file));
    expect(pages.flatMap(([file, text]) => textsIn(file, text))).toEqual([]);
  });

  it.each([
    ["a Chinese string", 'const a = "征求意见";'],
    ["Chinese in a template", "const a = `第${n}条`;"],
    ["Chinese between tags", "const a = <p>意见</p>;"],
    ["English between tags", "const a = <p>Your comment</p>;"],
    ["English in a label", 'const a = <nav aria-label="Main menu" />;'],
  ])("%s is found", (_title, text) => {
    expect(textsIn("app/ui/sample.tsx", text)).toHaveLength(1);
  });

  it.each([
    ["a comment", "// 征求意见 is a consultation\nconst a = 1;"],
    ["a pattern to match", "const a = /第.条/;"],
    ["a value for machines", 'const a = <p className="lead" lang="zh-CN">{text.lead} · 1 / 2</p>;'],
  ])("%s is not", (_title, text) => {
    expect(textsIn("app/ui/sample.tsx", text)).toEqual([]);
  });
});

function textFiles(): Map<string, string> {
  const files = sources(FOLDERS, TEXT);
  for (const name of TOP_LEVEL) {
    const file = path.join(root, name);
    if (existsSync(file) && !FOLDERS.includes(name)) files.set(name, readFileSync(file, "utf8"));
  }
  files.delete(THIS_FILE);
  return files;
}

function linesWith(pattern: RegExp, files: Map<string, string>): string[] {
  return [...files].flatMap(([file, text]) =>
    pattern.test(text)
      ? text
          .split("\n")
          .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 120)}`] : []))
      : [],
  );
}

function fileOf(line: string): string {
  return line.slice(0, line.indexOf(":"));
}

function isThere(folder: string): boolean {
  return existsSync(path.join(root, folder));
}

function isPagePart(file: string): boolean {
  return /^app\/(routes|ui)\/|^app\/[^/]+\/components\/|^app\/root\.tsx$/.test(file);
}

/** String literals, templates and text between tags; comments and patterns do not reach a reader. */
function textsIn(file: string, text: string): string[] {
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isReadByPeople(node)) {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push(`${file}:${line}: ${node.getText().trim().slice(0, 80)}`);
    } else ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isReadByPeople(node: ts.Node): boolean {
  if (ts.isJsxText(node)) return /\p{L}{2}|\p{Script=Han}/u.test(withoutEntities(node.text));
  if (ts.isTemplateExpression(node)) return [node.head, ...node.templateSpans.map((span) => span.literal)].some(isHan);
  if (!ts.isStringLiteralLike(node)) return false;
  return isHan(node) || (isLabel(node.parent) && /\p{L}{2}/u.test(node.text));
}

function isHan(node: { text: string }): boolean {
  return /\p{Script=Han}/u.test(node.text);
}

function isLabel(node: ts.Node): boolean {
  return ts.isJsxAttribute(node) && /^(aria-label|aria-description|title|alt|placeholder)$/.test(node.name.getText());
}

function withoutEntities(text: string): string {
  return text.replace(/&\w+;/g, "");
}
