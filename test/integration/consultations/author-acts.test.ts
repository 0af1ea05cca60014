import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GUEST, type Actor } from "~/accounts/actor";
import { eraseComment } from "~/consultations/erase-comment.server";
import { objectToWithholding } from "~/consultations/object-to-withholding.server";
import { postComment } from "~/consultations/post-comment.server";
import { publicConsultation } from "~/consultations/public-queries.server";
import { withdrawConsent } from "~/consultations/withdraw-consent.server";
import type { Database } from "~/platform/db.server";
import { historyOf } from "~/timeline/queries.server";
import { verifyTimeline } from "~/timeline/verify.server";
import { createOpenConsultation } from "../../factories/open-consultation";
import { at } from "../../setup/clock";
import { freshDatabase } from "../../setup/database";
import { refusalOf } from "../../setup/refusal";

const NOW = at("2026-07-15");
const OFFICE: Actor = person("office", "supervisor", "office");
const HANDLER: Actor = person("handler", "handling_officer", "housing");

let db: Database;

beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(async () => {
  expect(await verifyTimeline(db)).toMatchObject({ ok: true });
  await db.close();
});

function person(name: string, role: "supervisor" | "handling_officer", unit: string): Actor {
  return { kind: "person", accountId: name, username: name, name, rights: [{ role, unit }] };
}

const WORDS = {
  ...{ clause: null, from: null, to: null, stance: null, key: null, uploads: [], submitter: "person" as const },
  ...{ body: "请保留老榕树。", suggestion: "绕行。", name: "林小明", contact: "lin@example.org" },
  ...{ publish: true, language: "zh-CN" as const },
};

async function posted(data: Record<string, unknown> = {}) {
  const { slug } = await createOpenConsultation(db);
  const { number } = await postComment(GUEST, { slug, ...WORDS }, { db, now: NOW });
  await db.client.comment.update({ where: { number }, data });
  return { slug, number };
}

const PUBLISHED = {
  review: "published",
  publishedAt: NOW,
  publishedBody: "请保留老榕树。",
  publishedSuggestion: "绕行。",
  publishedName: "林**",
};
const WITHHELD = { review: "withheld", withheldGround: "unsuitable", withheldReason: "与事项无关。" };

async function shownTo(slug: string): Promise<string> {
  return JSON.stringify((await publicConsultation({ db, now: NOW }, slug))?.comments);
}

describe("taking back the consent", () => {
  it("takes the words off the page and out of the public record at once", async () => {
    const { slug, number } = await posted(PUBLISHED);
    expect(await shownTo(slug)).toContain("老榕树");
    await withdrawConsent(GUEST, { number, holdsReceipt: true }, { db, now: NOW });
    expect(await shownTo(slug)).toBe("[]");
    expect((await publicConsultation({ db, now: NOW }, slug))?.publishedCount).toBe(0);
    const row = await db.client.comment.findUniqueOrThrow({ where: { number } });
    expect(row).toMatchObject({ publishedBody: null, publishedName: null, consentWithdrawnAt: NOW, body: WORDS.body });
    const kinds = (await historyOf({ db }, { kind: "comment", id: String(number) })).map(({ kind }) => kind);
    expect(kinds).toEqual(["comment.received", "comment.consent_withdrawn"]);
  });

  it("is possible once, by the author alone", async () => {
    const { number } = await posted(PUBLISHED);
    for (const actor of [GUEST, HANDLER, OFFICE]) {
      const input = { number, holdsReceipt: false };
      expect(await refusalOf(withdrawConsent(actor, input, { db, now: NOW }))).toMatchObject({ status: 404 });
    }
    const own = { number, holdsReceipt: true };
    await withdrawConsent(GUEST, own, { db, now: NOW });
    expect((await refusalOf(withdrawConsent(GUEST, own, { db, now: NOW }))).codes).toEqual([
      "consent_already_withdrawn",
    ]);
    const never = await posted({ consentsToPublish: false });
    const input = { number: never.number, holdsReceipt: true };
    expect((await refusalOf(withdrawConsent(GUEST, input, { db, now: NOW }))).codes).toEqual(["no_consent"]);
  });

  it("works from the account the comment was sent from", async () => {
    const { number } = await posted(PUBLISHED);
    const account = { id: "resident", username: "resident", name: "居民", passwordHash: "x", createdAt: NOW };
    await db.client.account.create({ data: account });
    await db.client.comment.update({ where: { number }, data: { accountId: "resident" } });
    const resident: Actor = { kind: "person", accountId: "resident", username: "resident", name: "居民", rights: [] };
    await withdrawConsent(resident, { number, holdsReceipt: false }, { db, now: NOW });
    const row = await db.client.comment.findUniqueOrThrow({ where: { number } });
    expect(row.consentWithdrawnAt).toEqual(NOW);
  });
});

describe("objecting to being withheld", () => {
  it("is possible once, and the timeline holds no word of it", async () => {
    const { number } = await posted(WITHHELD);
    const input = { number, holdsReceipt: true, text: "这条意见没有不妥。" };
    await objectToWithholding(GUEST, input, { db, now: NOW });
    const event = (await historyOf({ db }, { kind: "comment", id: String(number) })).at(-1);
    expect(event?.kind).toBe("comment.objected");
    expect(JSON.stringify(event)).not.toContain("不妥");
    expect((await refusalOf(objectToWithholding(GUEST, input, { db, now: NOW }))).codes).toEqual(["objected_before"]);
  });

  it("needs a comment that is withheld, a text, and its author", async () => {
    const shown = await posted(PUBLISHED);
    const toShown = { number: shown.number, holdsReceipt: true, text: "异议" };
    expect((await refusalOf(objectToWithholding(GUEST, toShown, { db, now: NOW }))).codes).toEqual(["not_withheld"]);
    const { number } = await posted(WITHHELD);
    const blank = { number, holdsReceipt: true, text: " \u200b" };
    expect((await refusalOf(objectToWithholding(GUEST, blank, { db, now: NOW }))).codes).toEqual([
      "objection_text_missing",
    ]);
    const stranger = { number, holdsReceipt: false, text: "异议" };
    expect((await refusalOf(objectToWithholding(GUEST, stranger, { db, now: NOW }))).status).toBe(404);
  });
});

describe("erasing", () => {
  it("leaves nothing a person said or left, the public mark, and a chain that verifies", async () => {
    const { slug, number } = await posted(PUBLISHED);
    await db.client.attachment.create({
      data: {
        ...{ id: "0123456789abcdef", fileName: "老榕树.jpg", mediaType: "image/jpeg", size: 1, sha256: "x" },
        ...{ commentNumber: number, createdAt: NOW },
      },
    });
    await eraseComment(GUEST, { number, holdsReceipt: true, ground: null }, { db, now: NOW });
    const row = await db.client.comment.findUniqueOrThrow({
      where: { number },
      include: { attachments: true, objection: true },
    });
    expect(row).toMatchObject({ body: "", salt: "", erasedGround: "author_request", attachments: [] });
    for (const word of ["榕", "绕行", "林", "lin@"]) expect(JSON.stringify(row)).not.toContain(word);
    const notices = await db.client.notice.findMany({ where: { subjectKind: "comment", subjectId: String(number) } });
    expect(JSON.stringify(notices)).not.toContain("lin@example.org");
    const page = await publicConsultation({ db, now: NOW }, slug);
    expect(page?.comments).toMatchObject([
      { number, display: "erased", words: null, erasure: { ground: "author_request" } },
    ]);
    expect(page?.receivedCount).toBe(1);
  });

  it("is for the author and the open-government office, once", async () => {
    const { number } = await posted(PUBLISHED);
    const asked = { number, holdsReceipt: false, ground: "personal_data" as const };
    for (const actor of [GUEST, HANDLER]) {
      expect((await refusalOf(eraseComment(actor, asked, { db, now: NOW }))).status).toBe(404);
    }
    const without = { ...asked, ground: null };
    expect((await refusalOf(eraseComment(OFFICE, without, { db, now: NOW }))).codes).toEqual(["ground_missing"]);
    await eraseComment(OFFICE, asked, { db, now: NOW });
    expect((await refusalOf(eraseComment(OFFICE, asked, { db, now: NOW }))).codes).toEqual(["comment_erased"]);
  });

  it("sent twice at once happens once", async () => {
    const { number } = await posted(PUBLISHED);
    const input = { number, holdsReceipt: true, ground: null };
    const tries = await Promise.allSettled([1, 2, 3].map(() => eraseComment(GUEST, input, { db, now: NOW })));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const kinds = (await historyOf({ db }, { kind: "comment", id: String(number) })).map(({ kind }) => kind);
    expect(kinds).toEqual(["comment.received", "comment.erased"]);
  });
});
