import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Person } from "~/accounts/actor";
import { openSession } from "~/accounts/session.server";
import { sessionCookie } from "~/accounts/session-cookie.server";
import { mediaOf } from "~/media/attach-media.server";
import type { Database } from "~/platform/db.server";
import { emptyContent, readContent } from "~/policies/material-content";
import { releasePolicy } from "~/policies/release-policy.server";
import { actOnMaterial } from "~/policies/sign-material.server";
import { createStaff, type Staff } from "../../factories/desk";
import * as files from "../../factories/media-files";
import { createPackage, createReleased, materialOf, signAndIssue, writeMaterial } from "../../factories/policies";
import { at } from "../../setup/clock";
import { freshDatabase, freshFolder } from "../../setup/database";
import { openSite, type Site } from "../../setup/site";

const JUNE = at("2026-06-20");
const JULY = at("2026-07-10");

let db: Database;
let staff: Staff;
let site: Site;

beforeAll(async () => {
  process.env.STORAGE_URL = `file:${freshFolder()}`;
  db = await freshDatabase();
  staff = await createStaff(db);
  site = await openSite(db, JUNE);
});

describe("a film in a package", () => {
  it("comes with the form, is not public before the document and public with it, then gone when it is taken down", async () => {
    const policy = await createPackage(db, staff);
    const slug = await begun(policy, "audio_video");
    expect((await post(slug, policy, film())).status).toBe(303);
    const [media] = await mediaOf({ db }, { kind: "interpretation", id: slug });
    expect(media).toMatchObject({ kind: "video", title: "一分钟看懂", hasStill: true, transcript: "第一句。" });
    const parts = ["", "/still", "/captions.vtt"].map((part) => `/media/${media!.id}${part}`);
    const statuses = async () => Promise.all(parts.map(async (part) => (await site.get(part)).status));
    await signAndIssue(db, staff, policy);
    site.setNow(at("2026-06-25"));
    expect(await statuses()).toEqual([404, 404, 404]);
    expect((await site.get(`/interpretations/${slug}`)).status).toBe(404);

    await releasePolicy(staff.handler, { slug: policy, version: null }, { db, now: at("2026-06-25") });
    expect(await statuses()).toEqual([200, 200, 200]);
    const page = (await site.get(`/interpretations/${slug}`)).text;
    for (const part of ["<video controls", `src="/media/${media!.id}"`, 'kind="captions"', "第一句。"])
      expect(page).toContain(part);
    expect(page).not.toContain("autoplay");
    expect((await site.get(`/policies/${policy}`)).text).toContain(`/interpretations/${slug}`);
    expect((await site.get(`/interpretations?kind=audio_video`)).text).toContain(`/interpretations/${slug}`);
    expect((await site.get("/feed.xml")).text).toContain(`/interpretations/${slug}`);
    const open = JSON.parse((await site.get(`/api/v1/interpretations/${slug}`)).text) as { media: object };
    expect(open.media).toMatchObject({ kind: "video", url: parts[0], still: parts[1], captions: parts[2] });
    const range = await site.get(parts[0]!, { Range: "bytes=4-11" });
    expect([range.status, range.bytes.length]).toEqual([206, 8]);

    site.setNow(JULY);
    const act = { slug, version: null, reason: "画面有误。" };
    await actOnMaterial(staff.approver, "take_down_material", act, { db, now: JULY });
    expect(await statuses()).toEqual([404, 404, 404]);
    expect((await site.get(`/interpretations/${slug}`)).status).toBe(404);
    expect((await site.get("/feed.xml")).text).not.toContain(`/interpretations/${slug}`);
  });

  it("without captions, poster and words is refused; the form keeps the film and what was typed", async () => {
    const policy = await createPackage(db, staff);
    const slug = await begun(policy, "audio_video");
    const refused = await post(
      slug,
      policy,
      film({ captions: undefined, still: undefined, transcript: "", body: "先看短片。" }),
    );
    expect(refused.status).toBe(422);
    const html = await refused.text();
    for (const words of ["字幕", "封面", "文字稿", "先看短片。", "已收到“一分钟.mp4”"]) expect(html).toContain(words);
    const [, upload = ""] = /name="fileUpload" value="([0-9a-z]{16})"/.exec(html) ?? [];
    expect((await post(slug, policy, film({ file: undefined, fileUpload: upload }))).status).toBe(303);
    expect(await mediaOf({ db }, { kind: "interpretation", id: slug })).toHaveLength(1);
  });

  it("stops the package while it is missing, and the gate says so", async () => {
    const policy = await createPackage(db, staff);
    await begun(policy, "animation", "三步动画");
    const bench = await site.get(`/desk/policies/${policy}`, await cookie(staff.handler));
    expect(bench.text).toContain("三步动画");
    const half = film({ file: undefined, still: undefined, captions: undefined });
    const slug = await begun(policy, "animation");
    const refused = await post(slug, policy, half);
    expect([refused.status, (await refused.text()).includes("请选择")]).toEqual([422, true]);
  });

  it("is chosen among the unit's own, and is free again when another takes its place or the material goes", async () => {
    const policy = await createPackage(db, staff);
    const slug = await begun(policy, "audio_video");
    await post(slug, policy, film());
    const first = (await mediaOf({ db }, { kind: "interpretation", id: slug }))[0]!.id;
    await post(slug, policy, film({ version: "" }));
    const second = (await mediaOf({ db }, { kind: "interpretation", id: slug }))[0]!.id;
    expect(second).not.toBe(first);
    const other = await begun(policy, "audio_video");
    const words = { file: undefined, still: undefined, captions: undefined, transcript: "" };
    expect((await post(other, policy, film({ ...words, media: second }))).status).toBe(422);
    expect((await post(other, policy, film({ ...words, media: first }))).status).toBe(303);
    const removed = new URLSearchParams({ act: "remove", version: "" });
    await send(staff.handler, `/desk/policies/${policy}/materials/${slug}`, { method: "POST", body: removed });
    expect((await post(other, policy, film({ ...words, media: second }))).status).toBe(303);
  });

  it("that follows a released document is seen by its reviewer, and by the public once it is signed", async () => {
    const policy = await createReleased(db, staff);
    site.setNow(JULY);
    const slug = await begun(policy, "audio_video");
    await post(slug, policy, film());
    const deps = { db, now: JULY };
    const address = `/desk/policies/${policy}/materials/${slug}`;
    const input = { slug, version: null };
    await actOnMaterial(staff.handler, "submit_material", input, deps);
    expect((await site.get(address, await cookie(staff.reviewer))).text).toContain("<video controls");
    await actOnMaterial(staff.reviewer, "pass_material", input, deps);
    const { id } = (await mediaOf({ db }, { kind: "interpretation", id: slug }))[0]!;
    expect((await site.get(`/media/${id}`)).status).toBe(404);
    await actOnMaterial(staff.approver, "approve_material", input, deps);
    expect((await site.get(`/media/${id}`)).status).toBe(200);
  });
});

describe("a chart", () => {
  const chart = { table: "", form: "bars", note: "", captions: undefined, transcript: undefined, body: undefined };

  it("is read from a spreadsheet, days as days, and the file's fault is told with its row", async () => {
    const policy = await createPackage(db, staff);
    const slug = await begun(policy, "chart");
    const none = { ...chart, file: undefined, still: undefined };
    const bad = new File(["年份,件数\n2025,3\n2026,=SUM(B2:B2)"], "表.csv");
    const refused = await post(slug, policy, film({ ...none, table: "年份,件数\n2024,9", tableFile: bad }));
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain("第3行 B 列是公式");
    expect(html).toContain("2024,9");
    const endless = new File([`年份,件数\n${"2025,3\n".repeat(100_000)}`], "表.csv");
    const tooMany = await post(slug, policy, film({ ...none, table: "年份,件数\n2024,9", tableFile: endless }));
    expect(tooMany.status).toBe(422);
    expect(await tooMany.text()).toContain("2024,9");
    const gb18030 = new File([new Uint8Array(Buffer.from("xOq33SzK/cG/CjIwMjYsMTIK", "base64"))], "表.csv");
    expect((await post(slug, policy, film({ ...none, tableFile: gb18030 }))).status).toBe(303);
    expect(await contentOf(slug)).toMatchObject({
      table: [
        ["年份", "数量"],
        ["2026", "12"],
      ],
    });
    const noNumber = new File(["年份,件数\n2025,三件"], "表.csv");
    expect((await post(slug, policy, film({ ...none, tableFile: noNumber }))).status).toBe(303);
    const desk = await site.get(`/desk/policies/${policy}/materials/${slug}`, await cookie(staff.handler));
    expect(desk.text).toContain("表格第 2 行“件数”一列写的是“三件”");
    const good = new File([new Uint8Array(await workbook())], "表.xlsx");
    expect((await post(slug, policy, film({ ...none, tableFile: good }))).status).toBe(303);
    expect(await contentOf(slug)).toMatchObject({
      table: [
        ["日期", "件数"],
        ["2026-01-31", "3"],
      ],
    });
  });

  it("may be a picture, which needs its words", async () => {
    const policy = await createPackage(db, staff);
    const slug = await begun(policy, "chart");
    const picture = {
      ...chart,
      form: "picture",
      still: undefined,
      file: new File([new Uint8Array(files.png())], "图.png"),
    };
    const refused = await post(slug, policy, film(picture));
    expect([refused.status, (await refused.text()).includes("图片说的是什么")]).toEqual([422, true]);
    expect((await post(slug, policy, film({ ...picture, textAlternative: "海珠区地图。" }))).status).toBe(303);
    await signAndIssue(db, staff, policy);
    await releasePolicy(staff.handler, { slug: policy, version: null }, { db, now: at("2026-06-25") });
    site.setNow(JULY);
    const page = (await site.get(`/interpretations/${slug}`)).text;
    expect(page).toContain('<img src="/media/');
    expect(page).toContain("海珠区地图。");
  });
});

async function begun(policy: string, kind: "audio_video" | "animation" | "chart", title = "一分钟看懂") {
  return writeMaterial(db, staff, policy, { ...emptyContent(kind) }, { title, now: JUNE });
}

async function contentOf(slug: string) {
  const { kind, content } = await materialOf(db, slug);
  return readContent(kind, content);
}

async function cookie(person: Person): Promise<{ Cookie: string }> {
  const request = new Request(site.url);
  const id = await openSession(db.client, request, person, new Date());
  return { Cookie: sessionCookie(id, request).split(";")[0] ?? "" };
}

async function send(person: Person, address: string, init: RequestInit): Promise<Response> {
  const headers = { ...(await cookie(person)), Origin: site.url };
  return fetch(site.url + address, { ...init, headers, redirect: "manual" });
}

function post(slug: string, policy: string, body: FormData): Promise<Response> {
  return send(staff.handler, `/desk/policies/${policy}/materials/${slug}`, { method: "POST", body });
}

function film(more: Record<string, string | File | undefined> = {}): FormData {
  const given: Record<string, string | File | undefined> = {
    ...{ act: "edit", version: "", title: "一分钟看懂", titleEn: "", summary: "一句话。", body: "", clauses: "(一)" },
    ...{ media: "", transcript: "第一句。", textAlternative: "" },
    file: new File([new Uint8Array(files.mp4())], "一分钟.mp4"),
    still: new File([new Uint8Array(files.png())], "封面.png"),
    captions: new File([files.VTT], "字幕.vtt"),
    ...{ fileUpload: "", stillUpload: "", captionsUpload: "" },
    ...more,
  };
  const form = new FormData();
  for (const [name, value] of Object.entries(given)) if (value !== undefined) form.append(name, value);
  return form;
}

async function workbook(): Promise<ArrayBuffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("表");
  sheet.addRow(["日期", "件数"]);
  sheet.addRow([new Date(Date.UTC(2026, 0, 31)), 3]).getCell(1).numFmt = "yyyy-mm-dd";
  return book.xlsx.writeBuffer();
}
