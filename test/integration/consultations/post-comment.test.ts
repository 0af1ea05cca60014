import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GUEST } from "~/accounts/actor";
import { postComment, type CommentInput } from "~/consultations/post-comment.server";
import { wordsOf } from "~/consultations/receive-comments.server";
import { readReceiptCode } from "~/receipts/receipt.server";
import { receiptCode } from "~/platform/receipt-code.server";
import type { Database } from "~/platform/db.server";
import { sha256 } from "~/platform/ids.server";
import { Refused } from "~/platform/refusal";
import { digest } from "~/timeline/chain.server";
import { onCommitted } from "~/timeline/transact.server";
import { historyOf } from "~/timeline/queries.server";
import { verifyTimeline } from "~/timeline/verify.server";
import { createOpenConsultation } from "../../factories/open-consultation";
import { freshDatabase, testEngine } from "../../setup/database";

const MID_JULY = new Date("2026-07-15T02:00:00Z");

let db: Database;

beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(async () => {
  expect(await verifyTimeline(db)).toMatchObject({ ok: true });
  await db.close();
});

function words(slug: string, more: Partial<CommentInput> = {}): CommentInput {
  return {
    slug,
    clause: null,
    from: null,
    to: null,
    stance: null,
    body: "建议增加座椅。",
    suggestion: null,
    submitter: "person",
    name: null,
    contact: null,
    publish: false,
    key: null,
    uploads: [],
    language: "zh-CN",
    ...more,
  };
}

function post(input: CommentInput, now = MID_JULY) {
  return postComment(GUEST, input, { db, now });
}

async function codesOf(work: Promise<unknown>): Promise<string[]> {
  const refused = await work.then(
    () => null,
    (error: unknown) => error,
  );
  expect(refused).toBeInstanceOf(Refused);
  return (refused as Refused).reasons.map(({ code }) => code);
}

/** Lets the database itself refuse a comment with this body, as it would a value that it cannot hold. */
async function refuseBody(body: string, when: "at once" | "at commit"): Promise<void> {
  const run = (statement: string) => db.client.$executeRawUnsafe(statement);
  if (testEngine === "sqlite") {
    await run(`CREATE TABLE refused (unit TEXT REFERENCES "Unit" (code) DEFERRABLE INITIALLY DEFERRED)`);
    const refuse =
      when === "at once" ? "SELECT RAISE(ABORT, 'refused')" : "INSERT INTO refused VALUES ('no such unit')";
    await run(`CREATE TRIGGER refuse_body AFTER INSERT ON "Comment" WHEN NEW.body = '${body}' BEGIN ${refuse}; END`);
    return;
  }
  await run(`CREATE FUNCTION refuse_body() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN IF NEW.body = '${body}' THEN RAISE EXCEPTION 'refused'; END IF; RETURN NEW; END $$`);
  const late = when === "at commit" ? "DEFERRABLE INITIALLY DEFERRED" : "";
  await run(`CREATE CONSTRAINT TRIGGER refuse_body AFTER INSERT ON "Comment" ${late}
    FOR EACH ROW EXECUTE FUNCTION refuse_body()`);
}

async function allowBodies(): Promise<void> {
  const undo =
    testEngine === "sqlite"
      ? ["DROP TRIGGER refuse_body", "DROP TABLE refused"]
      : ['DROP TRIGGER refuse_body ON "Comment"', "DROP FUNCTION refuse_body()"];
  for (const statement of undo) await db.client.$executeRawUnsafe(statement);
}

describe("a comment", () => {
  it("is kept with its event, and the receipt opens it by its hash alone", async () => {
    const { slug } = await createOpenConsultation(db);
    const { number, code, isOwn } = await post(words(slug, { contact: "13800138000", stance: "support" }));
    expect(isOwn).toBe(true);
    expect(code).toMatch(/^[0-9a-z]{16}$/);
    const row = await db.client.comment.findUniqueOrThrow({ where: { number } });
    expect(row).toMatchObject({ receiptHash: sha256(code), channel: "online", review: "pending", stance: "support" });
    expect(row.receivedAt).toEqual(MID_JULY);
    const [event] = await historyOf({ db }, { kind: "comment", id: String(number) });
    expect(event).toMatchObject({ kind: "comment.received", actorKind: "guest" });
    expect(event!.payload).toEqual({
      consultation: slug,
      channel: "online",
      stance: "support",
      submitter: "person",
      digest: digest(row.salt, wordsOf(row)),
    });
    expect(JSON.stringify(event)).not.toContain("座椅");
    expect(JSON.stringify(event)).not.toContain("13800138000");
  });

  it("takes the quoted sentences from the draft", async () => {
    const { slug } = await createOpenConsultation(db);
    const { number } = await post(words(slug, { clause: "c2", from: 2, to: 3 }));
    const row = await db.client.comment.findUniqueOrThrow({ where: { number } });
    expect(row).toMatchObject({ clauseId: "c2", sentenceFrom: 2, sentenceTo: 3, quote: "逐条答复。一年内完成！" });
  });

  it("may be sent twice in the same words without a key: people repeat each other", async () => {
    const { slug } = await createOpenConsultation(db);
    const [first, second] = [await post(words(slug)), await post(words(slug))];
    expect(second.number).not.toBe(first.number);
  });

  it("keeps no stance where none is asked", async () => {
    const { slug } = await createOpenConsultation(db, { askStance: false });
    const { number } = await post(words(slug, { stance: "oppose" }));
    expect((await db.client.comment.findUniqueOrThrow({ where: { number } })).stance).toBeNull();
  });

  it("of 10,000 characters beyond the basic plane, with direction marks, is kept whole", async () => {
    const { slug } = await createOpenConsultation(db);
    const body = `\u202e${"🌳".repeat(9_998)}\u2066`;
    const { number } = await post(words(slug, { body }));
    expect((await db.client.comment.findUniqueOrThrow({ where: { number } })).body).toBe(body);
    expect(await codesOf(post(words(slug, { body: "🌳".repeat(10_001) })))).toEqual(["body_too_long"]);
  });

  it("queues a notice of receipt to a mail address and troubles nobody by telephone", async () => {
    const { slug } = await createOpenConsultation(db);
    const mailed = await post(words(slug, { contact: "chen@example.org" }));
    const phoned = await post(words(slug, { contact: "020-84567890" }));
    const subjectIds = [mailed, phoned].map(({ number }) => String(number));
    const notices = await db.client.notice.findMany({
      where: { subjectKind: "comment", subjectId: { in: subjectIds } },
    });
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatchObject({ kind: "comment_received", channel: "email", recipient: "chen@example.org" });
    expect(notices[0]!.params).not.toContain("座椅");
  });
});

describe("the same key", () => {
  it("gives the same receipt, and lets whoever sent other words read nothing", async () => {
    const { slug } = await createOpenConsultation(db);
    const key = "0123456789abcdef";
    const first = await post(words(slug, { key }));
    expect(await post(words(slug, { key }))).toEqual(first);
    expect(await post(words(slug, { key, body: "别的话" }))).toEqual({ ...first, isOwn: false });
    const other = await createOpenConsultation(db);
    expect((await post(words(other.slug, { key }))).number).not.toBe(first.number);
  });

  it("gives the receipt of what was taken in time even after closing", async () => {
    const { slug } = await createOpenConsultation(db);
    const input = words(slug, { key: "sent-before-closing-1" });
    const first = await post(input);
    expect(await post(input, new Date("2026-09-01T00:00:00Z"))).toEqual(first);
  });

  it("sent twenty times at once is one comment with one event and one receipt", async () => {
    const { slug, id } = await createOpenConsultation(db);
    const input = words(slug, { key: "twenty-times-at-once" });
    const receipts = await Promise.all(Array.from({ length: 20 }, () => post(input)));
    expect(new Set(receipts.map(({ code }) => code)).size).toBe(1);
    expect(await db.client.comment.count({ where: { consultationId: id } })).toBe(1);
    const number = String(receipts[0]!.number);
    expect(await historyOf({ db }, { kind: "comment", id: number })).toHaveLength(1);
  });
});

describe("posts that arrive together", () => {
  it("are each answered for themselves, in their order, and stored in one transaction", async () => {
    const [one, two] = [await createOpenConsultation(db), await createOpenConsultation(db)];
    const closed = await createOpenConsultation(db, { state: "withdrawn" });
    const commits: number[] = [];
    const stop = onCommitted((events) => void commits.push(events.length));
    const posts = [
      post(words(one.slug, { clause: "c2", from: 1, to: 1, stance: "support" })),
      post(words(one.slug, { clause: "c9" })),
      post(words(two.slug, { key: "twice-in-one-burst-1", contact: "chen@example.org" })),
      post(words(closed.slug)),
      post(words(two.slug, { key: "twice-in-one-burst-1", body: "别的话" })),
      post(words(one.slug, { uploads: ["nosuchupload0000"] })),
      post(words("no-such-consultation")),
      post(words(one.slug), new Date("2026-08-01T00:00:00+08:00")),
      post(words(one.slug, { clause: "c1" })),
    ];
    const results = await Promise.allSettled(posts);
    stop();
    expect(commits).toEqual([3]);
    const said = results.map((result) =>
      result.status === "fulfilled" ? result.value.isOwn : (result.reason as Refused).reasons.map(({ code }) => code),
    );
    expect(said).toEqual([
      true,
      ["clause_unknown"],
      true,
      ["comments_withdrawn"],
      false,
      ["upload_gone"],
      ["not_found"],
      ["comments_closed"],
      true,
    ]);
    const numbers = results.flatMap((result) => (result.status === "fulfilled" ? [result.value.number] : []));
    const [first, keyed, again, last] = numbers as [number, number, number, number];
    expect(again).toBe(keyed);
    expect([first, keyed, last]).toEqual([first, keyed, last].toSorted((a, b) => a - b));
    const rows = await db.client.comment.findMany({ where: { number: { in: numbers } }, orderBy: { number: "asc" } });
    expect(rows.map(({ consultationId, clauseId, quote }) => ({ consultationId, clauseId, quote }))).toEqual([
      { consultationId: one.id, clauseId: "c2", quote: expect.stringContaining("。") as string },
      { consultationId: two.id, clauseId: null, quote: null },
      { consultationId: one.id, clauseId: "c1", quote: null },
    ]);
    expect(rows.map(({ receiptHash }) => receiptHash)).toEqual(
      [first, keyed, last].map((number) => sha256(receiptCode(number))),
    );
    expect(await db.client.notice.count({ where: { subjectKind: "comment", subjectId: String(keyed) } })).toBe(1);
  });

  it("are stored without the one that the database cannot store", async () => {
    const { slug, id } = await createOpenConsultation(db);
    await refuseBody("storeless", "at once");
    try {
      const results = await Promise.allSettled(
        ["storeless", "建议增加路灯。", "建议增加绿荫。"].map((body) => post(words(slug, { body }))),
      );
      expect(results.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
      expect((results[0] as PromiseRejectedResult).reason).not.toBeInstanceOf(Refused);
    } finally {
      await allowBodies();
    }
    const rows = await db.client.comment.findMany({ where: { consultationId: id }, orderBy: { number: "asc" } });
    expect(rows.map(({ body }) => body)).toEqual(["建议增加路灯。", "建议增加绿荫。"]);
  });

  it("are not tried again when the commit itself fails: it might have happened", async () => {
    const { slug, id } = await createOpenConsultation(db);
    await refuseBody("uncommitted", "at commit");
    try {
      const results = await Promise.allSettled(
        ["uncommitted", "建议增加路灯。"].map((body) => post(words(slug, { body }))),
      );
      expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    } finally {
      await allowBodies();
    }
    expect(await db.client.comment.count({ where: { consultationId: id } })).toBe(0);
    await expect(post(words(slug))).resolves.toMatchObject({ isOwn: true });
  });
});

describe("the closing moment in Asia/Shanghai, wherever the server stands", () => {
  it.each(["America/Los_Angeles", "Asia/Shanghai", "Pacific/Kiritimati"])("is the same in %s", async (zone) => {
    const before = process.env.TZ;
    process.env.TZ = zone;
    try {
      const { slug } = await createOpenConsultation(db);
      await expect(post(words(slug), new Date("2026-07-31T23:59:59.999+08:00"))).resolves.toMatchObject({
        isOwn: true,
      });
      expect(await codesOf(post(words(slug), new Date("2026-08-01T00:00:00+08:00")))).toEqual(["comments_closed"]);
      expect(await codesOf(post(words(slug), new Date("2026-06-30T23:59:59+08:00")))).toEqual([
        "comments_not_yet_open",
      ]);
      await expect(post(words(slug), new Date("2026-07-01T00:00:00+08:00"))).resolves.toMatchObject({ isOwn: true });
    } finally {
      process.env.TZ = before;
    }
  });

  it("takes what arrived in time although the outcome went to review meanwhile, and the outcome goes back", async () => {
    const { slug, id } = await createOpenConsultation(db, {
      state: "outcome_in_review",
      outcomeSubmittedById: "officer",
      outcomeSubmittedAt: new Date("2026-08-01T00:00:00+08:00"),
    });
    const inTime = new Date("2026-07-31T23:59:59+08:00");
    const receipts = await Promise.all([post(words(slug), inTime), post(words(slug), inTime)]);
    expect(receipts).toHaveLength(2);
    const after = await db.client.consultation.findUniqueOrThrow({ where: { id } });
    expect(after).toMatchObject({ state: "approved", outcomeSubmittedById: null });
    const kinds = (await historyOf({ db }, { kind: "consultation", id: slug })).map(({ kind }) => kind);
    expect(kinds).toEqual(["consultation.outcome_returned"]);
  });
});

describe("refusals", () => {
  it.each(["preparing", "in_review"])("a consultation that is %s is not there", async (state) => {
    const { slug } = await createOpenConsultation(db, { state });
    expect(await codesOf(post(words(slug)))).toEqual(["not_found"]);
    expect(await codesOf(post(words("no-such-consultation")))).toEqual(["not_found"]);
  });

  it.each([
    ["withdrawn", "comments_withdrawn"],
    ["imported", "comments_not_taken"],
    ["decided", "comments_closed"],
  ])("one that is %s takes none and says so", async (state, code) => {
    const { slug } = await createOpenConsultation(db, { state });
    expect(await codesOf(post(words(slug), new Date("2026-08-15T00:00:00Z")))).toEqual([code]);
  });

  it("names the place that is not in the draft", async () => {
    const { slug } = await createOpenConsultation(db);
    expect(await codesOf(post(words(slug, { clause: "c9" })))).toEqual(["clause_unknown"]);
    expect(await codesOf(post(words(slug, { clause: "c2", from: 3, to: 4 })))).toEqual(["sentences_out_of_range"]);
    expect(await codesOf(post(words(slug, { from: 1, to: 1 })))).toEqual(["sentences_without_clause"]);
  });

  it("leave neither comment nor event, and a file that is gone refuses the whole post", async () => {
    const { slug, id } = await createOpenConsultation(db);
    const before = await db.client.timelineEvent.count();
    expect(await codesOf(post(words(slug, { uploads: ["nosuchupload0000"] })))).toEqual(["upload_gone"]);
    expect(await db.client.comment.count({ where: { consultationId: id } })).toBe(0);
    expect(await db.client.timelineEvent.count()).toBe(before);
  });
});

describe("a receipt code", () => {
  it("is read as people type it", () => {
    const code = receiptCode(7);
    expect(readReceiptCode(` ${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8).toUpperCase()}`)).toBe(code);
    expect(readReceiptCode("0O1lIi0000000000")).toBe("0011110000000000");
    for (const wrong of ["", "short", `${code}x`, "uuuuuuuuuuuuuuuu", "'; drop table--"])
      expect(readReceiptCode(wrong)).toBeNull();
  });
});
