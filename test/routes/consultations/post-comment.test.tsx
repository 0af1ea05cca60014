import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { CommentFormPage, type RefusedComment } from "~/consultations/components/comment-form-page";
import { LanguageProvider } from "~/i18n/strings";
import { setDatabase, type Database } from "~/platform/db.server";
import { action } from "~/routes/consultations.$slug.comments";
import { loader as formLoader } from "~/routes/consultations.$slug.comments_.new";
import { createOpenConsultation } from "../../factories/open-consultation";
import { at } from "../../setup/clock";
import { freshDatabase, freshFolder } from "../../setup/database";
import { answerOf, contextAt, cookieOf, get, post, postFiles, type Fields } from "./visit";

const NOW = at("2026-07-15");

let db: Database;

beforeAll(async () => {
  process.env.STORAGE_URL = `file:${freshFolder()}`;
  db = await freshDatabase();
  setDatabase(db);
});
afterAll(() => db.close());
afterEach(() => vi.unstubAllEnvs());

function send(slug: string, fields: Fields, now = NOW, address?: string) {
  const request = post(`/consultations/${slug}/comments`, fields);
  return answerOf<RefusedComment>(action({ request, params: { slug }, context: contextAt(now, address) }));
}

function sendFiles(slug: string, fields: Record<string, string>, files: File[]) {
  const request = postFiles(`/consultations/${slug}/comments`, fields, files);
  return answerOf<RefusedComment>(action({ request, params: { slug }, context: contextAt(NOW) }));
}

function codes({ body }: { body: RefusedComment }): string[] {
  return body.reasons.map(({ code }) => code);
}

async function form(slug: string, query = "") {
  const request = get(`/consultations/${slug}/comments/new${query}`);
  return formLoader({ request, params: { slug }, context: contextAt(NOW) });
}

describe("the form", () => {
  it("asks for consent with two answers, neither of them given", async () => {
    const { slug } = await createOpenConsultation(db);
    const html = render(<CommentFormPage {...await form(slug, "?clause=c2")} />);
    expect(html.match(/name="publish"/g)).toHaveLength(2);
    expect(html).not.toContain("checked");
    expect(html).toContain("意见征集不是投票");
  });

  it("offers the sentences of the clause without script, and asks no stance where none is asked", async () => {
    const { slug } = await createOpenConsultation(db, { askStance: false });
    const html = render(<CommentFormPage {...await form(slug, "?clause=c2")} />);
    expect(html.match(/name="sentence"/g)).toHaveLength(3);
    expect(html).toContain("逐条答复。");
    expect(html).not.toContain('name="stance"');
  });

  it("gets a key of its own at each visit and is kept by nobody", async () => {
    const { slug } = await createOpenConsultation(db);
    expect((await form(slug)).formKey).not.toBe((await form(slug)).formKey);
    const context = contextAt(NOW);
    await formLoader({ request: get("/"), params: { slug }, context });
    expect(context.page.keep).toBeNull();
  });

  it.each(["preparing", "in_review"])("of a consultation that is %s is not there", async (state) => {
    const { slug } = await createOpenConsultation(db, { state });
    expect((await answerOf(form(slug))).status).toBe(404);
    expect((await answerOf(form("absent"))).status).toBe(404);
  });
});

function render(page: React.ReactNode, language: "zh-CN" | "en" = "zh-CN"): string {
  return renderToStaticMarkup(<LanguageProvider language={language}>{page}</LanguageProvider>);
}

describe("a post", () => {
  it("goes on to the receipt, with a cookie that opens its words", async () => {
    const { slug, id } = await createOpenConsultation(db);
    const answer = await send(slug, {
      body: "多种树。",
      clause: "c2",
      sentence: ["2", "3"],
      publish: "yes",
      suggestion: "",
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("Location")).toMatch(/^\/receipts\/[0-9a-z]{16}$/);
    expect(cookieOf(answer as never)).toMatch(/^items=/);
    expect(answer.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax/);
    const row = await db.client.comment.findFirstOrThrow({ where: { consultationId: id } });
    expect(row).toMatchObject({ clauseId: "c2", sentenceFrom: 2, sentenceTo: 3, consentsToPublish: true });
    expect(row).toMatchObject({ submitter: "person", suggestion: null, receivedAt: NOW });
  });

  it("without an answer on consent is not for publication", async () => {
    const { slug, id } = await createOpenConsultation(db);
    await send(slug, { body: "多种树。" });
    await send(slug, { body: "多种花。", publish: "no" });
    const rows = await db.client.comment.findMany({ where: { consultationId: id } });
    expect(rows.map(({ consentsToPublish }) => consentsToPublish)).toEqual([false, false]);
  });

  it.each([
    ["of blanks alone", { body: " \u3000\u200b\n" }, ["body_missing"]],
    ["with an unknown field", { body: "a", role: "admin" }, ["unknown_field"]],
    [
      "that would set what is not its own",
      { body: "a", review: "published", outcome: "adopted" },
      ["unknown_field", "unknown_field"],
    ],
    ["with a field twice", { body: ["a", "b"] }, ["repeated_field"]],
    ["with __proto__", { body: "a", __proto__x: "1" }, ["unknown_field"]],
    ["with an unknown stance", { body: "a", stance: "maybe" }, ["stance_unknown"]],
    ["with full-width digits for a sentence", { body: "a", clause: "c2", from: "２" }, ["number_invalid"]],
    ["with half a number", { body: "a", clause: "c2", from: "1x" }, ["number_invalid"]],
    ["about sentences apart", { body: "a", clause: "c2", sentence: ["1", "3"] }, ["sentences_not_adjacent"]],
    ["about a clause of another draft", { body: "a", clause: "c99" }, ["clause_unknown"]],
    ["with a key too short", { body: "a", key: "short" }, ["key_invalid"]],
    ["with a name too long", { body: "a", name: "长".repeat(51) }, ["name_too_long"]],
    ["with a suggestion too long", { body: "a", suggestion: "长".repeat(10_001) }, ["suggestion_too_long"]],
    ["with a body too long", { body: "🌳".repeat(10_001) }, ["body_too_long"]],
    ["with an unknown answer on consent", { body: "a", publish: "maybe" }, ["publish_unknown"]],
  ])("%s is refused and kept by nobody", async (_what, fields, expected) => {
    const { slug, id } = await createOpenConsultation(db);
    const answer = await send(slug, fields as Fields);
    expect([answer.status, codes(answer)]).toEqual([422, expected]);
    expect(await db.client.comment.count({ where: { consultationId: id } })).toBe(0);
  });

  it("keeps the characters that matter and drops those that nothing can store", async () => {
    const { slug, id } = await createOpenConsultation(db);
    const answer = await send(slug, { body: "a\u0000b\u0007\r\n\u202e🌳" });
    expect(answer.status).toBe(303);
    const { body } = await db.client.comment.findFirstOrThrow({ where: { consultationId: id } });
    expect(body).toBe("ab\n\u202e🌳");
  });

  it("that was refused comes back with everything typed and the same key", async () => {
    const { slug } = await createOpenConsultation(db);
    const typed = {
      body: "长".repeat(10_001),
      name: "<b>林</b>",
      contact: "lin@example.org",
      publish: "yes",
      stance: "oppose",
    };
    const key = "0123456789abcdefXYZ";
    const { body: refused } = await send(slug, { ...typed, clause: "c2", sentence: "2", submitter: "company", key });
    expect(refused.values).toMatchObject({ ...typed, clause: "c2", sentences: ["2"], submitter: "company" });
    expect(refused.key).toBe(key);
    const html = render(<CommentFormPage {...await form(slug)} clauseId="c2" refused={refused} />);
    expect(html).toContain("&lt;b&gt;林&lt;/b&gt;");
    expect(html.match(/checked=""/g)).toHaveLength(4);
    expect(html).toContain('role="alert"');
    expect(html).toContain('href="#body"');
    expect(html).toContain('aria-describedby="body-hint body-error"');
  });

  it("after closing is refused with the day and the rule, and the words stay on the page", async () => {
    const { slug } = await createOpenConsultation(db);
    const answer = await send(slug, { body: "迟到的意见" }, at("2026-08-01", "00:00:00"));
    expect([answer.status, codes(answer)]).toEqual([422, ["comments_closed"]]);
    const place = await form(slug);
    const zh = render(<CommentFormPage {...place} refused={answer.body} />);
    expect(zh).toContain("2026年7月31日");
    expect(zh).toContain("迟到的意见");
    expect(render(<CommentFormPage {...place} refused={answer.body} />, "en")).toContain("31 Jul 2026");
  });

  it.each(["preparing", "in_review"])(
    "to a consultation that is %s meets nothing, as one that does not exist",
    async (state) => {
      const { slug } = await createOpenConsultation(db, { state });
      expect((await send(slug, { body: "a" })).status).toBe(404);
      expect((await send("absent", { body: "a" })).status).toBe(404);
    },
  );

  it("in another language than forms are written in is refused without a fault", async () => {
    const { slug } = await createOpenConsultation(db);
    const request = new Request("http://127.0.0.1:3000/x", {
      method: "POST",
      body: "{}",
      headers: { "Content-Type": "application/json" },
    });
    const answer = await answerOf(action({ request, params: { slug }, context: contextAt(NOW) }));
    expect(answer.status).toBe(400);
  });

  it("too large is refused with 413", async () => {
    const { slug } = await createOpenConsultation(db);
    expect((await send(slug, { body: "x".repeat(1_100_000) })).status).toBe(413);
  });

  it("too often from one address is told when to try again, and keeps the words", async () => {
    const { slug } = await createOpenConsultation(db);
    let answer = await send(slug, { body: "" }, NOW, "10.9.9.9");
    for (let count = 0; answer.status !== 429 && count < 200; count += 1)
      answer = await send(slug, { body: "" }, NOW, "10.9.9.9");
    expect(answer.status).toBe(429);
    answer = await send(slug, { body: "不想丢失的话" }, NOW, "10.9.9.9");
    expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(answer.body.values.body).toBe("不想丢失的话");
    expect((await send(slug, { body: "别处来的" })).status).toBe(303);
  });
});

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const picture = () => new File([PNG], "榕树.png", { type: "image/png" });

describe("files", () => {
  it("go with the comment under the name they had", async () => {
    const { slug, id } = await createOpenConsultation(db);
    const note = new File(["说明。"], "../../说明\u202e.txt", { type: "text/html" });
    const answer = await sendFiles(slug, { body: "见附件" }, [picture(), note]);
    expect(answer.status).toBe(303);
    const files = await db.client.attachment.findMany({
      where: { comment: { consultationId: id } },
      orderBy: { fileName: "asc" },
    });
    expect(
      files.map(({ fileName, mediaType, isPublic, stagedUntil }) => ({ fileName, mediaType, isPublic, stagedUntil })),
    ).toEqual(
      [
        { fileName: "榕树.png", mediaType: "image/png", isPublic: false, stagedUntil: null },
        { fileName: "说明.txt", mediaType: "text/plain", isPublic: false, stagedUntil: null },
      ].sort((a, b) => (a.fileName < b.fileName ? -1 : 1)),
    );
  });

  it.each([
    ["a page called a picture", new File(["<html><script>alert(1)</script>"], "a.png", { type: "image/png" })],
    ["a picture called a paper", new File([PNG], "a.pdf", { type: "application/pdf" })],
    [
      "a drawing that can run scripts",
      new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], "a.svg", { type: "image/svg+xml" }),
    ],
    ["a program", new File([Buffer.from("4d5a9000", "hex")], "a.pdf.exe", { type: "application/pdf" })],
    ["a text with a NUL in it", new File(["a\0b"], "a.txt", { type: "text/plain" })],
  ])("that are %s are refused, and the words stay", async (_what, file) => {
    const { slug, id } = await createOpenConsultation(db);
    const answer = await sendFiles(slug, { body: "见附件" }, [file]);
    expect([answer.status, codes(answer)]).toEqual([422, ["file_type"]]);
    expect(answer.body.values.body).toBe("见附件");
    expect(await db.client.comment.count({ where: { consultationId: id } })).toBe(0);
  });

  it("that were accepted with a refused form go along with the next one, once", async () => {
    const { slug, id } = await createOpenConsultation(db);
    const refused = await sendFiles(slug, { body: "" }, [picture()]);
    expect(refused.body.kept).toMatchObject([{ name: "榕树.png", size: PNG.length }]);
    const kept = refused.body.kept[0]!.id;
    expect((await send(slug, { body: "见附件", kept })).status).toBe(303);
    const files = await db.client.attachment.findMany({ where: { comment: { consultationId: id } } });
    expect(files.map((file) => file.id)).toEqual([kept]);
    const again = await send(slug, { body: "我也要", kept });
    expect([again.status, codes(again)]).toEqual([422, ["upload_gone"]]);
  });

  it("of one address are not set aside without bound: then the words stay, and nothing is stored", async () => {
    const { slug } = await createOpenConsultation(db);
    const sendFrom = (address: string) => {
      const request = postFiles(`/consultations/${slug}/comments`, { body: "" }, [picture()]);
      request.headers.set("Content-Length", String(100 * 1024 * 1024));
      return answerOf<RefusedComment>(action({ request, params: { slug }, context: contextAt(NOW, address) }));
    };
    for (let count = 1; count <= 5; count += 1) {
      expect((await sendFrom("10.9.0.1")).body.kept).toHaveLength(1);
    }
    const refused = await sendFrom("10.9.0.1");
    expect([refused.status, codes(refused), refused.body.kept]).toEqual([429, ["too_many"], []]);
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect((await sendFrom("10.9.0.2")).body.kept).toHaveLength(1);
    const words = await send(slug, { body: "没有附件。" }, NOW, "10.9.0.1");
    expect(words.status).toBe(303);
  });

  it("are at most five, those kept from before among them", async () => {
    const { slug } = await createOpenConsultation(db);
    const six = await sendFiles(slug, { body: "a" }, Array.from({ length: 6 }, picture));
    expect([six.status, codes(six)]).toEqual([422, ["too_many_files"]]);
    expect(six.body.kept).toHaveLength(5);
    const more = await answerOf<RefusedComment>(
      action({
        request: postFiles(
          `/consultations/${slug}/comments`,
          { body: "a", kept: six.body.kept[0]!.id },
          Array.from({ length: 5 }, picture),
        ),
        params: { slug },
        context: contextAt(NOW),
      }),
    );
    expect([more.status, codes(more)]).toEqual([422, ["too_many_files"]]);
  });
});
