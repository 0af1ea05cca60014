import path from "node:path";
import ts from "typescript";

/** One import of one file: where it stands, what it names, and whether it vanishes when types are removed. */
interface Import {
  line: number;
  target: Target;
  typeOnly: boolean;
}

/** Either a file of ours, named from the root of the repository, or a package. */
type Target = { kind: "file"; file: string } | { kind: "package"; name: string };

type Layer =
  "route" | "ui" | "i18n" | "platform" | "component" | "store" | "domain-server" | "pure" | "server" | "other";

interface Place {
  layer: Layer;
  /** Empty outside the domains. */
  domain: string;
  isServer: boolean;
}

type Rule = (place: Place, to: Place, item: Import) => string | null;

const TECHNICAL = new Set(["routes", "ui", "i18n", "platform", "decisions"]);
const MAIN = new Set(["consultations", "policies", "messages", "nominations"]);
/** The main domains stand on these, so these cannot stand on them. */
const UNDERNEATH = new Set([
  "reviews",
  "disclosure",
  "calendar",
  "timeline",
  "units",
  "privacy",
  "drafting",
  "forms",
  "receipts",
  "wording",
  "media",
]);
/** Predicates, day arithmetic, pieces of forms and clauses that every domain's rules are made of. */
const VOCABULARY = new Set(["calendar", "accounts", "forms", "drafting", "disclosure", "wording"]);
const DATABASE = /^app\/platform\/(db\.server|prisma[\w-]*\.server)(\/|\.|$)/;
const CLIENT = /^app\/platform\/prisma[\w-]*\.server(\/|$)/;
const PRISMA = /^(@prisma\/|prisma$)/;

/**
 * Checks the imports of all files against the table of who may import whom. `files` maps a path from the root, such as
 * app/calendar/plain-date.ts, to its text. Each line of the answer names file, line and rule; none means all is well.
 */
export function violations(files: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  const edges = new Map<string, Map<string, string>>();
  for (const [file, text] of files) {
    const place = placeOf(file);
    const source = parse(file, text);
    for (const item of importsOf(source, file)) {
      const rule = brokenRule(place, item);
      if (rule) found.push(`${file}:${item.line}: ${rule}`);
      noteEdge(edges, place, item, `${file}:${item.line}`);
    }
    if (isPureLayer(place)) found.push(...impureCalls(source).map(({ line, what }) => `${file}:${line}: ${what}`));
  }
  return [...found, ...cycles(edges)];
}

function brokenRule(from: Place, item: Import): string | null {
  const rules = item.target.kind === "package" ? PACKAGE_RULES : FILE_RULES;
  const to: Place =
    item.target.kind === "file" ? placeOf(item.target.file) : { layer: "other", domain: "", isServer: false };
  for (const rule of rules) {
    const broken = rule(from, to, item);
    if (broken) return broken;
  }
  return null;
}

const PACKAGE_RULES: Rule[] = [
  (from, _to, item) => {
    const name = packageName(item);
    if (from.layer === "pure") {
      if (name.startsWith("node:")) return "a pure file never imports node:";
      if (PRISMA.test(name)) return "a pure file never imports Prisma";
      if (/^react(-dom)?(\/|$)/.test(name)) return "a pure file never imports React";
      if (name.startsWith("@remix-run/")) return "a pure file never imports Remix";
    }
    if (PRISMA.test(name) && from.layer !== "platform" && !mayUseClient(from)) {
      return "only stores, timeline, search and platform import Prisma";
    }
    if (name.startsWith("node:") && ["component", "ui", "i18n"].includes(from.layer)) {
      return `${from.layer} never imports node:`;
    }
    return null;
  },
];

const FILE_RULES: Rule[] = [
  (from, to) => (from.layer !== "server" && to.layer === "server" ? "app never imports server/" : null),
  (from, to) =>
    to.layer === "store" && to.domain !== from.domain ? "a store is imported in its own domain only" : null,
  (from, to, item) => (from.layer === "route" ? routeRule(to, item) : null),
  (from, to) => (from.layer === "server" ? serverRule(to) : null),
  (from, to) =>
    from.layer === "platform" && to.layer !== "platform" && to.layer !== "other"
      ? "platform imports packages and platform only"
      : null,
  (from, to) =>
    from.layer === "ui" && !["ui", "i18n", "other"].includes(to.layer) ? "ui imports i18n, packages and ui only" : null,
  (from, to, item) => (from.layer === "i18n" ? i18nRule(to, item) : null),
  (from, to, item) => (from.layer === "component" ? componentRule(from, to, item) : null),
  (from, to, item) => (from.layer === "pure" ? pureRule(from, to, item) : null),
  (from, to, item) => (isServerFile(from) ? domainServerRule(from, to, item) : null),
  (from, to) =>
    UNDERNEATH.has(from.domain) && MAIN.has(to.domain) ? `${from.domain} never imports ${to.domain}` : null,
];

function routeRule(to: Place, item: Import): string | null {
  if (DATABASE.test(fileOf(item))) return "a route never imports the database";
  if (to.layer === "store") return "a route never imports a store";
  return null;
}

function serverRule(to: Place): string | null {
  if (to.layer === "route") return "server/ never imports routes";
  if (to.layer === "component") return "server/ never imports components";
  return null;
}

function i18nRule(to: Place, item: Import): string | null {
  if (to.layer === "i18n" || to.layer === "pure" || to.layer === "other") return null;
  if (to.layer === "platform" && !to.isServer && item.typeOnly) return null;
  return "i18n imports pure files only";
}

function componentRule(from: Place, to: Place, item: Import): string | null {
  if (to.isServer) return "a component never imports a .server file";
  if (["ui", "i18n", "other"].includes(to.layer)) return null;
  if (to.layer === "platform") return item.typeOnly ? null : "a component imports types only from platform";
  if (to.domain === from.domain || VOCABULARY.has(to.domain) || UNDERNEATH.has(to.domain)) return null;
  return item.typeOnly ? null : "a component imports its own domain, the domains underneath, ui and i18n only";
}

function pureRule(from: Place, to: Place, item: Import): string | null {
  if (to.isServer) return "a pure file never imports a .server file";
  if (to.layer === "other") return null;
  if (to.layer === "platform") return item.typeOnly ? null : "a pure file imports types only from platform";
  if (to.layer === "i18n") return item.typeOnly ? null : "a pure file imports types only from i18n";
  if (to.layer !== "pure") return `a pure file never imports ${to.layer}`;
  if (to.domain === from.domain || VOCABULARY.has(to.domain) || item.typeOnly) return null;
  return "a pure file imports types only from another domain";
}

function domainServerRule(from: Place, to: Place, item: Import): string | null {
  if (to.layer === "route") return "a domain never imports routes";
  if (CLIENT.test(fileOf(item)) && !mayUseClient(from))
    return "only stores, timeline and search import the Prisma client";
  return null;
}

function mayUseClient(place: Place): boolean {
  return place.layer === "store" || place.domain === "timeline" || place.domain === "search";
}

function isServerFile(place: Place): boolean {
  return place.layer === "store" || place.layer === "domain-server";
}

function isPureLayer(place: Place): boolean {
  return place.layer === "pure" || place.layer === "component" || place.layer === "i18n";
}

/** `app/ui/scripts` runs in the browser beside the pages and belongs to ui; `app/root` and the entries act as routes. */
function placeOf(file: string): Place {
  const isServer = /\.server(\.[jt]sx?)?$|\.server\//.test(file);
  const parts = file.split("/");
  const inDomain = parts[0] === "app" && parts.length > 2 && !TECHNICAL.has(parts[1] ?? "");
  return { layer: layerOf(file, parts, isServer, inDomain), domain: inDomain ? (parts[1] ?? "") : "", isServer };
}

function layerOf(file: string, parts: string[], isServer: boolean, inDomain: boolean): Layer {
  if (parts[0] === "server") return "server";
  if (parts[0] !== "app") return "other";
  if (inDomain) {
    if (/(^|[/-])store\.server(\.ts)?$/.test(file)) return "store";
    if (isServer) return "domain-server";
    return parts.includes("components") || file.endsWith(".tsx") ? "component" : "pure";
  }
  if (/\.(css|svg|png)(\?.*)?$/.test(file)) return "other";
  if (parts[1] === "ui" || parts[1] === "i18n" || parts[1] === "platform") return parts[1];
  return "route";
}

function parse(file: string, text: string): ts.SourceFile {
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, kind);
}

function importsOf(source: ts.SourceFile, file: string): Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node, specifier: ts.Node | undefined, kind: { typeOnly: boolean }) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    found.push({ line: lineOf(source, node), target: targetOf(file, specifier.text), ...kind });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, { typeOnly: isTypeImport(node) });
    if (ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, { typeOnly: isTypeExport(node) });
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node, node.argument.literal, { typeOnly: true });
    }
    if (ts.isCallExpression(node) && isLoad(node)) add(node, node.arguments[0], { typeOnly: false });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isLoad(call: ts.CallExpression): boolean {
  if (call.expression.kind === ts.SyntaxKind.ImportKeyword) return true;
  return ts.isIdentifier(call.expression) && call.expression.text === "require";
}

function isTypeImport({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false;
  if (importClause.isTypeOnly) return true;
  const { name, namedBindings } = importClause;
  if (name || !namedBindings || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.length > 0 && namedBindings.elements.every((element) => element.isTypeOnly);
}

function isTypeExport({ isTypeOnly, exportClause }: ts.ExportDeclaration): boolean {
  if (isTypeOnly) return true;
  if (!exportClause || !ts.isNamedExports(exportClause)) return false;
  return exportClause.elements.length > 0 && exportClause.elements.every((element) => element.isTypeOnly);
}

function targetOf(file: string, specifier: string): Target {
  if (specifier.startsWith("~/")) return { kind: "file", file: `app/${specifier.slice(2)}` };
  if (!specifier.startsWith(".")) return { kind: "package", name: specifier };
  return { kind: "file", file: path.posix.join(path.posix.dirname(file), specifier) };
}

/** The clock and chance enter pure code as arguments, never by themselves. */
function impureCalls(source: ts.SourceFile): { line: number; what: string }[] {
  const found: { line: number; what: string }[] = [];
  const visit = (node: ts.Node): void => {
    const what = impurity(node);
    if (what) found.push({ line: lineOf(source, node), what: `a pure file never calls ${what}` });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function impurity(node: ts.Node): string | null {
  if (ts.isNewExpression(node) && isName(node.expression, "Date") && !node.arguments?.length) return "new Date()";
  if (ts.isCallExpression(node) && isName(node.expression, "Date")) return "Date()";
  if (!ts.isPropertyAccessExpression(node)) return null;
  const name = `${isName(node.expression) ? node.expression.text : ""}.${node.name.text}`;
  const known = [
    "Date.now",
    "Math.random",
    "performance.now",
    "crypto.randomUUID",
    "crypto.getRandomValues",
    "process.env",
  ];
  return known.includes(name) ? name : null;
}

function isName(node: ts.Node, name?: string): node is ts.Identifier {
  return ts.isIdentifier(node) && (name === undefined || node.text === name);
}

/** Types vanish at run time, so only imports of values tie one domain to another. */
function noteEdge(edges: Map<string, Map<string, string>>, from: Place, item: Import, where: string): void {
  if (item.typeOnly || item.target.kind !== "file" || !from.domain) return;
  const { domain } = placeOf(item.target.file);
  if (!domain || domain === from.domain) return;
  const known = edges.get(from.domain) ?? new Map<string, string>();
  if (!known.has(domain)) known.set(domain, where);
  edges.set(from.domain, known);
}

function cycles(edges: Map<string, Map<string, string>>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (trail: string[]): void => {
    const domain = trail.at(-1) ?? "";
    for (const [next, where] of edges.get(domain) ?? []) {
      const start = trail.indexOf(next);
      if (start >= 0) found.push(`${where}: domains import each other: ${[...trail.slice(start), next].join(" → ")}`);
      else if (!done.has(next)) walk([...trail, next]);
    }
    done.add(domain);
  };
  for (const domain of edges.keys()) if (!done.has(domain)) walk([domain]);
  return found;
}

function fileOf({ target }: Import): string {
  return target.kind === "file" ? target.file : "";
}

function packageName({ target }: Import): string {
  return target.kind === "package" ? target.name : "";
}

function lineOf(source: ts.SourceFile, node: ts.Node): number {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}
