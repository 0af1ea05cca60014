import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GUEST, type Actor } from "~/accounts/actor";
import { createAccount } from "~/accounts/create-account.server";
import { ReceiptPage } from "~/consultations/components/receipt-page";
import { postComment, type CommentInput } from "~/consultations/post-comment.server";
import { addItem } from "~/receipts/receipt-cookie.server";
import { LanguageProvider } from "~/i18n/strings";
import type { Language } from "~/i18n/language";
import { setDatabase, type Database } from "~/platform/db.server";
import { loader as attachmentLoader } from "~/routes/attachments.$id";
import { loader as meLoader } from "~/routes/me";
import { action, headers, loader } from "~/routes/receipts.$code/route";
import { action as signIn } from "~/routes/sign-in/route";
import { action as track } from "~/routes/track";
import { createOpenConsultation } from "../../factories/open-consultation";
import { at } from "../../setup/clock";
import { freshDatabase, freshFolder } from "../../setup/database";
import { answerOf, contextAt, cookieOf, get, post, SITE, type Answer } from "./visit";

const NOW = at("2026-07-15");
const PASSWORD = "correct horse battery";
const SECRETS = ["老榕树", "绕行", "林小明", "13800138000"];

let db: Database;
const accountIds: Record<string, string> = {};

beforeAll(async () => {
  process.env.STORAGE_URL = `file:${freshFolder()}`;
  db = await freshDatabase();
  setDatabase(db);
  await createOpenConsultation(db);
  await db.client.unit.create({
    data: { code: "justice", name: "区司法局", nameEn: "Justice Bureau", kind: "department", position: 2 },
  });
  const system: Actor = { kind: "system", name: "test" };
  for (const [username, unit] of Object.entries({ resident: "", handler: "housing", other: "justice" })) {
    const rights = unit ? [{ role: "handling_officer" as const, unit }] : [];
    await createAccount(system, { username, name: username, password: PASSWORD, rights }, { db, now: NOW });
    accountIds[username] = (await db.client.account.findUniqueOrThrow({ where: { username } })).id;
  }
});
afterAll(() => db.close());

async function posted(more: Partial<CommentInput> = {}, data: Record<string, unknown> = {}, actor: Actor = GUEST) {
  const { slug } = await createOpenConsultation(db);
  const input: CommentInput = {
    ...{ slug, clause: "c2", from: 1, to: 2, stance: "oppose", key: null, uploads: [], submitter: "person" },
    ...{ body: "请保留老榕树。", suggestion: "绕行。", name: "林小明", contact: "13800138000" },
    ...{ publish: true, language: "zh-CN", ...more },
  };
  const receipt = await postComment(actor, input, { db, now: NOW });
  await db.client.comment.update({ where: { number: receipt.number }, data });
  const cookie = addItem(get("/"), receipt.number).split(";")[0]!;
  return { ...receipt, slug, cookie };
}

async function open(code: string, cookie = "", now = NOW) {
  const request = get(`/receipts/${code}`, cookie);
  const page = await loader({ request, params: { code }, context: contextAt(now) });
  if (page.kind !== "comment") throw new Error("not the receipt of a comment");
  return page;
}

async function htmlOf(code: string, cookie = "", language: Language = "zh-CN", now = NOW): Promise<string> {
  const page = await open(code, cookie, now);
  return renderToStaticMarkup(
    <LanguageProvider language={language}>
      <ReceiptPage {...page} />
    </LanguageProvider>,
  );
}

function act(code: string, fields: Record<string, string>, cookie = "") {
  const request = post(`/receipts/${code}`, fields, cookie);
  return answerOf<{ reasons: { code: string }[] }>(action({ request, params: { code }, context: contextAt(NOW) }));
}

function find(fields: Record<string, string>, address?: string) {
  const context = contextAt(NOW, address);
  return answerOf<{ reasons: { code: string }[] }>(track({ request: post("/track", fields), params: {}, context }));
}

async function sessionOf(username: string): Promise<string> {
  const request = post("/sign-in", { username, password: PASSWORD });
  return cookieOf(await answerOf(signIn({ request, params: {}, context: contextAt(NOW) })));
}

describe("the code alone", () => {
  it.each(["zh-CN", "en"] as const)(
    "shows number, state, dates and holder, and no word of the person (%s)",
    async (language) => {
      const { code, number } = await posted();
      const html = await htmlOf(code, "", language);
      for (const secret of [...SECRETS, "oppose", "反对", "8000"]) expect(html).not.toContain(secret);
      expect(html).toContain(`>${number}<`);
      expect(html).toContain(language === "en" ? "Housing Bureau" : "区住房建设局");
      expect(html).toContain('name="tail"');
      expect(JSON.stringify((await open(code)).own)).toBe("null");
    },
  );

  it("shows no more through a forged, foreign or expired cookie", async () => {
    const { code, number, cookie } = await posted();
    const other = await posted();
    const forged = cookie.replace(/~.*/, `~${"0".repeat(32)}`);
    const widened = cookie.replace("~", `.${other.number}~`);
    const expired = `items=${Math.floor(Date.now() / 1000) - 1}.${number}~${"0".repeat(32)}`;
    for (const wrong of [forged, widened, expired, other.cookie, "items=", `items=${number}`]) {
      expect((await open(code, wrong)).own).toBeNull();
    }
  });

  it("that nobody was given is not there, in whatever form", async () => {
    const { code, number } = await posted();
    for (const wrong of ["", "0".repeat(16), code.toUpperCase(), `${code}0`, String(number), "%00", "../me"]) {
      expect((await answerOf(open(wrong))).status).toBe(404);
    }
  });

  it("is on pages that nobody keeps or lists", () => {
    expect(headers({} as never)).toEqual({ "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex" });
  });

  it("does not act", async () => {
    const { code } = await posted();
    const acts: Record<string, string>[] = [
      { act: "withdraw_consent" },
      { act: "erase", confirm: "yes" },
      { act: "object", text: "异议" },
    ];
    for (const fields of acts) {
      expect((await act(code, fields)).status).toBe(404);
    }
  });
});

describe("code and tail", () => {
  it("together open the words on this browser", async () => {
    const { code, number } = await posted();
    const answer = await find({ code: code.toUpperCase().replace(/(.{4})/g, "$1-"), tail: " 8000 " });
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, `/receipts/${code}`]);
    const html = await htmlOf(code, cookieOf(answer as Answer));
    for (const secret of SECRETS) expect(html).toContain(secret);
    expect(html).toContain("退出并清除");
    expect((await open(code, cookieOf(answer as Answer))).facts.number).toBe(number);
  });

  it("add up: one browser may hold several receipts", async () => {
    const [first, second] = [await posted(), await posted()];
    const request = get("/", first.cookie);
    const both = addItem(request, second.number).split(";")[0]!;
    expect((await open(first.code, both)).own).not.toBeNull();
    expect((await open(second.code, both)).own).not.toBeNull();
  });

  it.each([
    ["13800138000", "8000", 303],
    ["13800138000", "8001", 422],
    ["13800138000", "", 422],
    ["13800138000", "13800138000", 422],
    ["chenmei@example.org", "nmei", 303],
    ["chenmei@example.org", "NMEI", 303],
    ["chenmei@example.org", ".org", 422],
    ["li@example.org", "li", 303],
    [null, "", 303],
    [null, "0000", 422],
    [null, "null", 422],
  ])("of contact %j with %j is %i", async (contact, tail, status) => {
    const { code } = await posted({ contact });
    const answer = await find({ code, tail });
    expect(answer.status).toBe(status);
    expect(answer.headers.getSetCookie()).toHaveLength(status === 303 ? 1 : 0);
  });

  it("that are wrong get one answer, whichever half is wrong", async () => {
    const { code } = await posted();
    const wrong = [
      { code, tail: "0000" },
      { code: "0".repeat(16), tail: "8000" },
      { code: "", tail: "" },
      { code: "x".repeat(5000), tail: "1" },
    ];
    const answers = await Promise.all(wrong.map((fields) => find(fields)));
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body.reasons))).size).toBe(1);
  });

  it("are slowed down for whoever keeps guessing", async () => {
    let answer = await find({ code: "0".repeat(16), tail: "1" }, "10.8.8.8");
    for (let count = 0; answer.status === 422 && count < 100; count += 1)
      answer = await find({ code: "0".repeat(16), tail: "1" }, "10.8.8.8");
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(0);
  });
});

describe("the author's own page", () => {
  it("shows the quoted sentences, the answer once it is public, and the change in the final text", async () => {
    const { code, cookie, number, slug } = await posted();
    const consultation = await db.client.consultation.findUniqueOrThrow({ where: { slug } });
    const response = await db.client.response.create({
      data: { consultationId: consultation.id, text: "已写入。", authorId: "x", createdAt: NOW, changedAt: NOW },
    });
    const decided = { outcome: "adopted", outcomeClauseId: "c2", responseId: response.id };
    await db.client.comment.update({ where: { number }, data: decided });
    expect(await htmlOf(code, cookie)).not.toContain("已写入");
    expect(await htmlOf(code, cookie)).toContain("全面公开。逐条答复。");

    await db.client.consultationDraft.create({
      data: {
        ...{ id: `final-${number}`, consultationId: consultation.id, number: 2, kind: "final", createdAt: NOW },
        clauses: {
          create: {
            clauseId: "c2",
            position: 1,
            level: "item",
            number: "（一）",
            heading: "目标",
            text: "全面公开。逐条答复，保留古树。一年内完成！",
          },
        },
      },
    });
    const state = { state: "decided", decidedAt: NOW, outcomePublishedAt: NOW };
    await db.client.consultation.update({ where: { slug }, data: state });
    const html = await htmlOf(code, cookie, "zh-CN", at("2026-09-15"));
    expect(html).toContain("已写入。");
    expect(html).toMatch(/<ins>.*保留古树.*<\/ins>/);
    expect(html).toContain(`/consultations/${slug}/changes`);
    expect(await htmlOf(code, "", "zh-CN", at("2026-09-15"))).not.toContain("已写入");
  });

  it("lets the consent be withdrawn, once", async () => {
    const { code, cookie } = await posted();
    expect(await htmlOf(code, cookie)).toContain('value="withdraw_consent"');
    const answer = await act(code, { act: "withdraw_consent" }, cookie);
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, `/receipts/${code}`]);
    expect(await htmlOf(code, cookie)).not.toContain('value="withdraw_consent"');
    expect((await act(code, { act: "withdraw_consent" }, cookie)).status).toBe(422);
  });

  it("takes one objection when the comment is withheld, and keeps what was typed when it is refused", async () => {
    const withheld = { review: "withheld", withheldGround: "unsuitable", withheldReason: "与事项无关。" };
    const { code, cookie } = await posted({}, withheld);
    expect(await htmlOf(code, cookie)).toContain("与事项无关。");
    const blank = await act(code, { act: "object", text: " " }, cookie);
    expect([blank.status, blank.body.reasons[0]?.code]).toEqual([422, "objection_text_missing"]);
    expect((await act(code, { act: "object", text: "没有不妥。" }, cookie)).status).toBe(303);
    expect(await htmlOf(code, cookie)).not.toContain('value="object"');
    expect((await posted()).cookie && (await htmlOf((await posted()).code))).not.toContain('value="object"');
  });

  it("erases everything, when that was confirmed", async () => {
    const { code, cookie, number } = await posted();
    const unconfirmed = await act(code, { act: "erase" }, cookie);
    expect([unconfirmed.status, unconfirmed.body.reasons[0]?.code]).toEqual([422, "erase_not_confirmed"]);
    expect((await act(code, { act: "erase", confirm: "yes" }, cookie)).status).toBe(303);
    const html = await htmlOf(code, cookie);
    for (const secret of SECRETS) expect(html).not.toContain(secret);
    expect(html).toContain("依法遮盖");
    expect((await db.client.comment.findUniqueOrThrow({ where: { number } })).body).toBe("");
  });

  it.each([{ act: "publish" }, { act: "erase", confirm: "yes", number: "1" }, {}])("refuses %j", async (fields) => {
    const { code, cookie } = await posted();
    expect((await act(code, fields as Record<string, string>, cookie)).status).toBe(422);
  });

  it("is forgotten on a shared computer", async () => {
    const { code, cookie } = await posted();
    const answer = await act(code, { act: "leave" }, cookie);
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/track"]);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^items=; Max-Age=0/);
  });
});

describe("my comments", () => {
  it("are those sent from this account, and a guest is asked to sign in", async () => {
    const resident: Actor = {
      kind: "person",
      accountId: accountIds.resident!,
      username: "resident",
      name: "居民",
      rights: [],
    };
    const { number, code } = await posted({}, {}, resident);
    await posted();
    const load = (cookie: string, query = "") =>
      answerOf<{ comments: { items: { number: number; code: string }[]; total: number } }>(
        meLoader({ request: get(`/me${query}`, cookie), params: {}, context: contextAt(NOW) }),
      );
    const guest = await load("");
    expect([guest.status, guest.headers.get("Location")]).toEqual([303, "/sign-in?next=%2Fme"]);
    const session = await sessionOf("resident");
    const { body } = await load(session);
    expect(body.comments.items).toMatchObject([{ number, code }]);
    expect((await load(session, "?messages=2")).body.comments.items).toMatchObject([{ number, code }]);
    expect((await load(session, "?page=2")).body.comments.items).toEqual([]);
    expect((await load(await sessionOf("other"))).body.comments.items).toEqual([]);
    expect((await open(code, session)).own).not.toBeNull();
  });
});

describe("an attachment", () => {
  async function attached(owner: Record<string, unknown>, isPublic = false) {
    const id = Math.random().toString(32).slice(2).padEnd(16, "0").slice(0, 16);
    const { mkdirSync, writeFileSync } = await import("node:fs");
    const { uploadsFolder } = await import("~/platform/files.server");
    mkdirSync(`${uploadsFolder()}/${id.slice(0, 2)}`, { recursive: true });
    writeFileSync(`${uploadsFolder()}/${id.slice(0, 2)}/${id}`, "内容");
    await db.client.attachment.create({
      data: {
        id,
        fileName: "说明 '1'.txt",
        mediaType: "text/plain",
        size: 6,
        sha256: "x",
        createdAt: NOW,
        isPublic,
        ...owner,
      },
    });
    return id;
  }

  function read(id: string, cookie = "") {
    return answerOf(
      attachmentLoader({ request: get(`/attachments/${id}`, cookie), params: { id }, context: contextAt(NOW) }),
    );
  }

  it("of a comment is read by its author and the officer who handles it", async () => {
    const { number, cookie } = await posted();
    const id = await attached({ commentNumber: number });
    expect((await read(id, cookie)).status).toBe(200);
    expect((await read(id, await sessionOf("handler"))).status).toBe(200);
    for (const other of ["", (await posted()).cookie, await sessionOf("other"), await sessionOf("resident")]) {
      expect((await read(id, other)).status).toBe(404);
    }
  });

  it("is always a download, and nothing sniffs it", async () => {
    const { number, cookie } = await posted();
    const { headers } = await read(await attached({ commentNumber: number }), cookie);
    expect(headers.get("Content-Disposition")).toBe(`attachment; filename*=UTF-8''%E8%AF%B4%E6%98%8E%20%271%27.txt`);
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Cache-Control")).toContain("no-store");
  });

  it.each([
    ["preparing", 404, 200],
    ["in_review", 404, 200],
    ["approved", 200, 200],
    ["withdrawn", 200, 200],
  ])("of a consultation that is %s answers a guest with %i and its unit with %i", async (state, guest, unit) => {
    const { id: consultationId } = await createOpenConsultation(db, { state });
    const id = await attached({ consultationId });
    expect((await read(id)).status).toBe(guest);
    expect((await read(id, await sessionOf("handler"))).status).toBe(unit);
    expect((await read(id, await sessionOf("other"))).status).toBe(guest);
  });

  it("that waits for its form, or never was, is not there", async () => {
    const staged = await attached({ stagedUntil: at("2026-07-16") });
    for (const id of [staged, "0".repeat(16), "..", "../../etc/passwd", ""]) {
      expect((await read(id, await sessionOf("handler"))).status).toBe(404);
    }
  });
});

it("the picture of the code leads to this page", async () => {
  const { code } = await posted();
  const { qr } = await open(code);
  expect(qr.path).toMatch(/^(M\d+ \d+h1v1h-1z)+$/);
  const { default: QRCode } = await import("qrcode");
  expect(qr.size).toBe(QRCode.create(`${SITE}/receipts/${code}`, { errorCorrectionLevel: "M" }).modules.size + 8);
});
