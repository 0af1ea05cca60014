// Bare Node servers to stand beside the product: what the same work costs without a framework.
//   buffer FILE            sends the bytes of an answer that the product gave, with its headers
//   render DATABASE SLUG   three queries and one React page like the product's draft page
//   list DATABASE          two queries and one React page like the product's list
//   insert FILE            reads a posted form and makes one durable insert
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import BetterSqlite3 from "better-sqlite3";
import { bareDraft, bareList } from "./bare-pages.js";

const HTML = { "Content-Type": "text/html; charset=utf-8" };

const HANDLERS = { buffer: sendBuffer, render: renderDraft, list: renderList, insert: insertPosted };

const [mode, ...args] = process.argv.slice(2);
const server = createServer(HANDLERS[mode](...args));
server.listen(0, "127.0.0.1", () => console.log(`ready at ${server.address().port}`));
process.once("SIGTERM", () => process.exit(0));

function sendBuffer(file) {
  const { headers, body } = JSON.parse(readFileSync(file, "utf8"));
  const bytes = Buffer.from(body, "base64");
  return (_request, response) => {
    response.writeHead(200, headers);
    response.end(bytes);
  };
}

function renderDraft(file, slug) {
  const db = new BetterSqlite3(file, { readonly: true });
  const consultation = db.prepare(
    `SELECT c.*, u.name AS unit FROM Consultation c JOIN Unit u ON u.code = c.unitCode WHERE slug = ?`,
  );
  const clauses = db.prepare(
    `SELECT cl.* FROM Clause cl JOIN ConsultationDraft d ON d.id = cl.draftId WHERE d.consultationId = ? ORDER BY position`,
  );
  const comments = db.prepare(
    `SELECT number, clauseId, quote, stance, publishedBody, publishedSuggestion, publishedName, receivedAt FROM Comment
     WHERE consultationId = ? AND publishedAt IS NOT NULL ORDER BY publishedAt, number LIMIT 200`,
  );
  return (_request, response) => {
    const found = consultation.get(slug);
    sendPage(response, bareDraft(found, clauses.all(found.id), comments.all(found.id)));
  };
}

function renderList(file) {
  const db = new BetterSqlite3(file, { readonly: true });
  const shown = `state NOT IN ('preparing', 'in_review')`;
  const count = db.prepare(`SELECT COUNT(*) FROM Consultation WHERE ${shown}`).pluck();
  const items = db.prepare(
    `SELECT c.slug, c.title, c.summary, c.opensOn, c.closesOn, c.state, u.name AS unit FROM Consultation c
     JOIN Unit u ON u.code = c.unitCode WHERE ${shown} ORDER BY opensOn DESC, createdAt DESC, id DESC LIMIT 20 OFFSET ?`,
  );
  return (request, response) => {
    const page = Number(new URL(request.url, "http://bare").searchParams.get("page") ?? 1);
    sendPage(response, bareList(items.all((page - 1) * 20), count.get(), page));
  };
}

function sendPage(response, html) {
  const bytes = Buffer.from(html);
  response.writeHead(200, { ...HTML, "Content-Length": bytes.length });
  response.end(bytes);
}

function insertPosted(file) {
  const db = new BetterSqlite3(file);
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.exec(
    "CREATE TABLE posted (number INTEGER PRIMARY KEY, at TEXT, key TEXT UNIQUE, body TEXT, suggestion TEXT, name TEXT)",
  );
  const insert = db.prepare("INSERT INTO posted (at, key, body, suggestion, name) VALUES (?, ?, ?, ?, ?)");
  return (request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const form = new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
      const words = ["key", "body", "suggestion", "name"].map((name) => form.get(name));
      const { lastInsertRowid } = insert.run(new Date().toISOString(), ...words);
      response.writeHead(303, { Location: `/receipts/${lastInsertRowid}`, "Content-Length": 0 });
      response.end();
    });
  };
}
