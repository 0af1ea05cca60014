import { afterAll, beforeAll, describe, expect, it } from "vitest";
import ExcelJS from "exceljs";
import { deskMessages } from "~/messages/desk-queries.server";
import type { Database } from "~/platform/db.server";
import * as layout from "~/routes/desk/route";
import * as importing from "~/routes/desk.messages.import/route";
import * as refusedOrders from "~/routes/desk_.messages.import.refused[.]csv";
import { createPerson, createStaff, type Staff } from "../../factories/desk";
import { at } from "../../setup/clock";
import { freshDatabase, freshFolder } from "../../setup/database";
import { siteOf, type Site } from "../../setup/pages";

let db: Database;
let staff: Staff;
let site: Site;

beforeAll(async () => {
  process.env.STORAGE_URL = `file:${freshFolder()}`;
  db = await freshDatabase();
  staff = await createStaff(db);
  site = siteOf(db, {
    "routes/desk": { path: "desk", module: layout },
    "routes/desk.messages.import": { path: "messages/import", module: importing, parent: "routes/desk" },
    "routes/refused": { path: "desk/messages/import/refused.csv", module: refusedOrders },
  });
});
afterAll(() => db.close());

const NOW = at("2026-11-26", "10:00");
const HEADINGS = [
  "工单编号",
  "来电时间",
  "诉求类型",
  "标题",
  "诉求内容",
  "来电人",
  "联系电话",
  "承办单位",
  "被反映单位",
  "满意度",
];
const LAMP = [
  "HZ001",
  "2026/11/25 9:30",
  "求助",
  "路灯不亮",
  "昌岗中路路灯不亮。",
  "陈女士",
  "13800138000",
  "",
  "",
  "满意",
];
const RUDE = ["HZ002", "2026-11-25", "投诉", "", "住建窗口态度不好，请处理。", "", "", "", "区住房建设局", ""];
const WRONG = ["HZ003", "2026-11-25", "表扬", "", "谢谢。", "", "", "没有这个局", "", ""];
const LATE = ["HZ004", "2026-12-25", "咨询", "", "请问几点上班？", "", "", "", "", ""];
const NAMELESS = ["", "2026-11-25", "咨询", "", "请问几点下班？", "", "", "", "", ""];
const CSV = [HEADINGS, LAMP, RUDE, WRONG, LATE, NAMELESS].map((row) => row.join(",")).join("\r\n");

function look(file: Blob, name: string, person = staff.office) {
  const form = new FormData();
  form.set("act", "preview");
  form.set("orders", file, name);
  return site.post("/desk/messages/import", person, NOW, form);
}

/** The table that the page carries from one step to the next. */
const tableIn = (html: string) =>
  (/name="table" value="([^"]*)"/.exec(html)?.[1] ?? "").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

const confirm = (html: string, person = staff.office) =>
  site.post("/desk/messages/import", person, NOW, { act: "confirm", table: tableIn(html) });

const count = () => db.client.citizenMessage.count();

describe("a table of 12345 orders", () => {
  it("is looked at line by line before anything is entered, and says what is wrong with each", async () => {
    const { status, html } = await look(new Blob([CSV]), "工单.csv");
    expect([status, await count()]).toEqual([200, 0]);
    for (const words of [
      "共 5 行",
      "可以录入 2 件",
      "有问题 3 行",
      "请从咨询、建议、投诉、求助、举报中选择",
      "没有填写工单号",
    ]) {
      expect(html).toContain(words);
    }
  });

  it("enters what is right by the normal act, once, whatever file it comes in, and links the same number", async () => {
    const { html } = await look(new Blob([CSV]), "工单.csv");
    const done = await confirm(html);
    expect(done.html).toContain("已录入 2 件");
    expect((await confirm(html)).html).toContain("已录入 0 件");
    const lamp = await db.client.citizenMessage.findFirstOrThrow({ where: { outsideNumber: "HZ001" } });
    expect(lamp).toMatchObject({ channel: "hotline", statedOn: "2026-11-25", kind: "help", contact: "13800138000" });
    expect(lamp).toMatchObject({ enteredById: staff.office.accountId, receivedAt: NOW, consentsToPublish: false });

    const book = new ExcelJS.Workbook();
    book
      .addWorksheet("工单")
      .addRows([HEADINGS, LAMP, [...LAMP.slice(0, 4), "昌岗中路路灯还是不亮。", ...LAMP.slice(5)]]);
    const second = await look(new Blob([await book.xlsx.writeBuffer()]), "工单.xlsx");
    for (const words of ["以前已经录入 1 件", "可以录入 1 件", "工单号与另外 1 件留言相同"])
      expect(second.html).toContain(words);
    await confirm(second.html);
    expect(await count()).toBe(3);
  });

  it("keeps from a unit what is about it, although its own officer reads the table", async () => {
    const { rows } = await deskMessages(staff.office, { view: "todo", page: 1, pageSize: 50 }, { db, now: NOW });
    const rude = await db.client.citizenMessage.findFirstOrThrow({ where: { outsideNumber: "HZ002" } });
    expect(rows.find(({ number }) => number === rude.number)?.isSealed).toBe(true);
    const recused = await db.client.messageRecusal.findFirst({ where: { messageNumber: rude.number } });
    expect(recused?.unitCode).toBe("housing");
    const again = [HEADINGS, RUDE.with(4, "住建窗口态度还是不好。")].map((row) => row.join(",")).join("\n");
    expect((await look(new Blob([again]), "a.csv", staff.handler)).html).not.toContain("另外 1 件");
    expect((await look(new Blob([again]), "a.csv")).html).toContain("另外 1 件");
  });

  it("gives back the lines that were not taken, with the reasons, as a file that can be sent again", async () => {
    const { html } = await look(new Blob([CSV]), "工单.csv");
    const file = await site.post("/desk/messages/import/refused.csv", staff.office, NOW, { table: tableIn(html) });
    expect([file.status, file.headers.get("Content-Type")]).toEqual([200, "text/csv; charset=utf-8"]);
    expect(file.html).toContain("HZ003");
    expect(file.html).not.toContain("HZ001");
    const again = await look(new Blob([file.html]), "refused.csv");
    expect(again.html).toContain("有问题 3 行");
  });

  it("is refused whole without the columns that must be there, without a file, and when the page's table is no table", async () => {
    const few = await look(new Blob(["工单号,内容\nHZ9,您好"]), "a.csv");
    expect([few.status, few.html.includes("缺少这些列：来电日期、类型")]).toEqual([422, true]);
    expect((await look(new Blob(["%PDF-1.7"]), "a.pdf")).status).toBe(422);
    expect((await site.post("/desk/messages/import", staff.office, NOW, { act: "preview" })).status).toBe(422);
    for (const table of ["", "{}", '[{"row":1,"cells":{"body":"x"}}]', '[{"row":1}]']) {
      const answer = await site.post("/desk/messages/import", staff.office, NOW, { act: "confirm", table });
      expect([table, answer.status]).toEqual([table, 422]);
    }
    expect(await count()).toBe(3);
  });

  it("is not there for a guest, a resident, or staff who enter nothing", async () => {
    const admin = await createPerson(db, "审计管理员", [{ role: "audit_admin", unit: "office" }]);
    const table = "[]";
    for (const [person, read, posted] of [
      [null, 303, 401],
      [staff.resident, 404, 404],
      [admin, 404, 404],
    ] as const) {
      expect((await site.get("/desk/messages/import", person, NOW)).status).toBe(read);
      for (const [address, fields] of [
        ["/desk/messages/import", { act: "confirm", table }],
        ["/desk/messages/import/refused.csv", { table }],
      ] as const) {
        expect((await site.post(address, person, NOW, fields)).status).toBe(posted);
      }
    }
  });
});
