import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GUEST } from "~/accounts/actor";
import { postComment, wordsOf, type CommentInput } from "~/consultations/post-comment.server";
import { readReceiptCode } from "~/receipts/receipt.server";
import { receiptCode } from "~/platform/receipt-code.server";
import type { Database } from "~/platform/db.server";
import { sha256 } from "~/platform/ids.server";
import { Refused } from "~/platform/refusal";
import { digest } from "~/timeline/chain.server";
import { historyOf } from "~/timeline/queries.server";
import { verifyTimeline } from "~/timeline/verify.server";
import { createOpenConsultation } from "../../factories/open-consultation";
import { freshDatabase } from "../../setup/database";

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
