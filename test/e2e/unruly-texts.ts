// Consultations as nobody would write them, put straight into a server's database: what is already there, for whatever
// reason, must not break a page.
import { randomUUID } from "node:crypto";
import BetterSqlite3 from "better-sqlite3";
import { sqliteFile } from "~/platform/db.server";

export const LONG_WORD = "Rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetz".repeat(40);
export const EMOJI = "👩‍👩‍👧‍👦".repeat(2_000) + "🏮".repeat(8_000);
/** Turns the line around and never turns it back. */
const TURNED = "\u202e\u2067\u202d";
export const TURNING = `${TURNED}倒过来的字 abc 123`;
export const ZERO_WIDTH = "零\u200b宽\u200d的\u2060字\ufeff".repeat(200);
const LONG_TITLE = `${TURNED}${"标题".repeat(120)}${"x".repeat(257)}`;

type Row = Record<string, unknown>;
type Clause = { number?: string; heading?: string; text: string };

export interface Unruly {
  open: string;
  short: string;
  many: string;
  ended: string;
}

/** Writes them beside the demonstration and returns their addresses. */
export function writeUnruly(databaseUrl: string, model: { open: string; ended: string }): Unruly {
  const db = new BetterSqlite3(sqliteFile(databaseUrl));
  const insert = (table: string, row: Row) => {
    const names = Object.keys(row);
    const columns = names.map((name) => `"${name}"`).join(", ");
    db.prepare(`INSERT INTO "${table}" (${columns}) VALUES (${names.map((name) => `@${name}`).join(", ")})`).run(row);
  };
  const consultation = (slug: string, like: string, changes: Row, clauses: Clause[]) => {
    const found = db.prepare('SELECT * FROM "Consultation" WHERE slug = ?').get(like) as Row;
    const id = randomUUID();
    const draftId = randomUUID();
    insert("Consultation", { ...found, previousRoundId: null, ...changes, id, slug });
    insert("ConsultationDraft", {
      id: draftId,
      consultationId: id,
      number: 1,
      kind: "consultation",
      createdAt: found.createdAt,
    });
    clauses.forEach(({ number = "", heading = "", text }, index) =>
      insert("Clause", {
        draftId,
        clauseId: `u${index + 1}`,
        position: index + 1,
        level: "article",
        number,
        heading,
        text,
      }),
    );
    return { id, draftId };
  };
  const published = db.prepare('SELECT * FROM "Comment" WHERE "publishedBody" IS NOT NULL').get() as Row;
  const comment = ({ id, draftId }: { id: string; draftId: string }, changes: Row) => {
    const { number: _number, ...row } = published;
    insert("Comment", { ...row, consultationId: id, draftId, key: null, receiptHash: null, ...changes });
  };
  db.transaction(() => {
    const texts = [LONG_WORD, EMOJI, TURNING, ZERO_WIDTH, "一句。两句。三句。"];
    const clauses = texts.map((text, index) => ({ number: `第${index + 1}条`, heading: text.slice(0, 500), text }));
    const open = consultation("unruly", model.open, { title: LONG_TITLE, summary: LONG_WORD }, clauses);
    texts.forEach((text, index) =>
      comment(open, {
        ...{ clauseId: `u${index + 1}`, sentenceFrom: null, sentenceTo: null, quote: text.slice(0, 9_000) },
        ...{ publishedBody: text, publishedName: TURNING, outcome: null, responseId: null, outcomeClauseId: null },
      }),
    );
    consultation("short", model.open, { title: "甲", summary: "" }, [{ text: "乙" }]);
    const many = Array.from({ length: 3_000 }, (_, index) => ({ number: `第${index + 1}条`, text: "一句。两句。" }));
    consultation("many", model.open, { title: "三千条的草案" }, many);
    const ended = consultation("crowded", model.ended, { title: LONG_TITLE }, clauses);
    for (let count = 0; count < 10_000; count += 1) {
      const text = texts[count % texts.length]!.slice(0, 400);
      comment(ended, { clauseId: "u5", publishedBody: text, publishedName: TURNING, quote: null });
    }
  })();
  db.close();
  return {
    open: "/consultations/unruly",
    short: "/consultations/short",
    many: "/consultations/many",
    ended: "/consultations/crowded",
  };
}
