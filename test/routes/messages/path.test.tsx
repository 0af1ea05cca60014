import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { editCalendar } from "~/calendar/edit-calendar.server";
import { findMessage } from "~/messages/message-store.server";
import { endOf, holderOf } from "~/messages/holder";
import { replay } from "~/messages/path";
import { MessageReceipt } from "~/messages/components/message-receipt";
import type { Database } from "~/platform/db.server";
import { receiptHash } from "~/receipts/receipt.server";
import * as layout from "~/routes/desk/route";
import * as list from "~/routes/desk.messages._index/route";
import * as bench from "~/routes/desk.messages.$number/route";
import * as log from "~/routes/messages._index/route";
import * as publicPage from "~/routes/messages.$number";
import * as form from "~/routes/messages.new";
import * as receipt from "~/routes/receipts.$code/route";
import * as track from "~/routes/track";
import { historyOf } from "~/timeline/queries.server";
import { verifyTimeline } from "~/timeline/verify.server";
import { createPerson, createStaff, type Staff } from "../../factories/desk";
import { at } from "../../setup/clock";
import { freshDatabase, freshFolder } from "../../setup/database";
import { siteOf, type Answer, type Site } from "../../setup/pages";
import { pageText } from "../../setup/page-text";

let db: Database;
let staff: Staff;
let site: Site;

beforeAll(async () => {
  process.env.STORAGE_URL = `file:${freshFolder()}`;
  db = await freshDatabase();
  staff = await createStaff(db);
  site = siteOf(db, {
    "routes/desk": { path: "desk", module: layout },
    "routes/desk.messages._index": { path: "messages", module: list, parent: "routes/desk" },
    "routes/desk.messages.$number": { path: "messages/:number", module: bench, parent: "routes/desk" },
    "routes/messages._index": { path: "messages", module: log },
    "routes/messages.new": { path: "messages/new", module: form },
    "routes/messages.$number": { path: "messages/:number", module: publicPage },
    "routes/receipts.$code": { path: "receipts/:code", module: receipt },
    "routes/track": { path: "track", module: track },
  });
});
afterAll(async () => {
  expect(await verifyTimeline(db)).toMatchObject({ ok: true });
  await db.close();
});

const MONDAY = at("2026-11-23", "09:00");
const TUESDAY = at("2026-11-24", "10:00");
const WEDNESDAY = at("2026-11-25", "10:00");

const POSTED = {
  kind: "complaint",
  unit: "",
  title: "路口的井盖松动",
  body: "昌岗中路的井盖松动，请致电13800138000。",
  submitter: "person",
  name: "林小明",
  contact: "13800138000",
  publish: "yes",
};

const YEAR_2027 = {
  ...{ year: 2027, rest: ["01", "04", "05"].map((day) => ({ day: `2027-01-${day}`, name: "元旦" })) },
  ...{ work: [], source: "国务院办公厅关于2027年部分节假日安排的通知", isPublished: true, savedAt: null },
};

const cookieOf = (answer: Answer) => (answer.headers.getSetCookie()[0] ?? "").split(";")[0] ?? "";

async function send(fields: Record<string, string> = {}, now = MONDAY) {
  const answer = await site.post("/messages", null, now, { ...POSTED, ...fields });
  expect(answer.status).toBe(303);
  const hash = receiptHash(answer.location!.split("/").at(-1)!);
  const message = await db.client.citizenMessage.findUniqueOrThrow({ where: { receiptHash: hash } });
  return { number: message.number, receipt: answer.location!, cookie: cookieOf(answer) };
}

const act = (number: string, person: Staff[keyof Staff], now: Date, fields: Record<string, string | string[]>) =>
  site.post(`/desk/messages/${number}`, person, now, fields);

/** What is done, and the statements it sent to the database. */
async function whileCounting<T>(work: () => Promise<T>): Promise<{ asked: string[]; value: T }> {
  const asked: string[] = [];
  const { adapter } = db;
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = (query) => {
    asked.push(query.sql);
    return queryRaw(query);
  };
  try {
    return { value: await work(), asked };
  } finally {
    adapter.queryRaw = queryRaw;
  }
}

describe("a message", () => {
  it("is written, assigned, answered by two people, read with its receipt and rated once", async () => {
    const { number, receipt: address, cookie } = await send();
    expect(number).toBe("20261123001");

    const locked = await site.get(address, null, MONDAY);
    expect(locked.html).toContain("区政务公开办");
    for (const secret of ["井盖", "林小明", "13800138000"]) expect(locked.html).not.toContain(secret);

    expect((await site.get("/desk/messages", staff.office, MONDAY)).html).toContain("路口的井盖松动");
    expect((await site.get("/desk/messages", staff.handler, MONDAY)).html).not.toContain("路口的井盖松动");
    expect((await act(number, staff.handler, TUESDAY, { act: "accept" })).status).toBe(404);

    const assigned = await act(number, staff.office, TUESDAY, { act: "assign", unit: "housing", reason: "按职责" });
    expect([assigned.status, assigned.location]).toEqual([303, `/desk/messages/${number}`]);

    const reply = {
      ...{ text: "林小明您好：井盖已更换。", resolution: "solved", promisedOn: "", display: "words" },
      ...{ publicTitle: "井盖松动", publicBody: "某路口井盖松动。", publicReply: "井盖已更换。" },
    };
    const early = await act(number, staff.handler, TUESDAY, { act: "submit", ...reply, publicReply: "" });
    expect(early.status).toBe(422);
    expect(early.html).toContain("林小明您好：井盖已更换。");
    const ticked = { act: "tick", request: "1", place: "1", why: "" };
    expect((await act(number, staff.handler, TUESDAY, ticked)).status).toBe(303);
    expect((await act(number, staff.handler, TUESDAY, { act: "submit", ...reply })).status).toBe(303);
    expect((await act(number, staff.handler, TUESDAY, { act: "approve" })).status).toBe(404);
    const preview = await site.get(`/desk/messages/${number}`, staff.reviewer, WEDNESDAY);
    expect(preview.html).toContain("三方看到的内容");
    expect(preview.html).not.toContain("13800138000");
    expect((await act(number, staff.reviewer, WEDNESDAY, { act: "approve" })).status).toBe(303);

    const own = await readAs(cookie, address);
    for (const words of ["林小明您好：井盖已更换。", "交办：区住房建设局", "按职责"]) expect(own).toContain(words);
    const movesByItself = own.slice(own.indexOf('id="path-lines" data-live'));
    for (const words of ["交办：区住房建设局", "按职责"]) expect(movesByItself).toContain(words);
    expect(own).toContain('id="path-lines" data-live');
    const page = await site.get(`/messages/${number}`, null, WEDNESDAY);
    for (const words of ["某路口井盖松动。", "2 个工作日"]) expect(page.html).toContain(words);
    for (const secret of ["林小明", "13800138000", "昌岗中路"]) expect(page.html).not.toContain(secret);

    const rating = { act: "rate", satisfied: "yes", result: "solved", words: "谢谢" };
    expect((await postAs(cookie, address, rating)).status).toBe(303);
    expect((await postAs(cookie, address, rating)).status).toBe(422);
    expect((await postAs("", address, rating)).status).toBe(404);

    const message = (await findMessage(db.client, number))!;
    expect([message.state, holderOf(message), endOf(message)]).toEqual(["rated", null, "solved"]);
    const events = await historyOf({ db }, { kind: "message", id: number });
    expect(replay(events)).toMatchObject({ state: "rated", leadUnitCode: "housing", resolution: "solved" });
    expect(JSON.stringify(events)).not.toMatch(/井盖|林小明|13800138000/);
  });

  it("is opened with the tail of the contact, and a wrong pair always gets the same words", async () => {
    const { receipt: address } = await send({ contact: "lan@example.org" });
    const code = address.split("/").at(-1)!;
    const right = await site.post("/track", null, MONDAY, { code, tail: "lan" });
    expect([right.status, right.location]).toEqual([303, address]);
    expect(await readAs(cookieOf(right), address)).toContain("昌岗中路");
    const wrong = await site.post("/track", null, MONDAY, { code, tail: "0000" });
    const unknown = await site.post("/track", null, MONDAY, { code: "0000000000000000", tail: "lan" });
    expect([wrong.status, unknown.status]).toEqual([422, 422]);
    const said = (html: string) => /error-summary[\s\S]*?<\/ul>/.exec(html)?.[0];
    expect(said(wrong.html)).toBe(said(unknown.html));
  });

  it("is not told by a guess which half was wrong: the same questions to the database, the same answer but for what was typed", async () => {
    const { receipt: address } = await send();
    const code = address.split("/").at(-1)!;
    const guesses = [
      { code, tail: "0000" },
      { code: "0000000000000000", tail: "8000" },
      { code: "0000000000000000", tail: "0000" },
      { code: "no code", tail: "8000" },
      { code, tail: "" },
      { code: "", tail: "" },
    ];
    const told = [];
    for (const guess of guesses) {
      const { asked, value: answer } = await whileCounting(() => site.post("/track", null, MONDAY, guess));
      const { code: typedCode, tail } = guess;
      const html = answer.html.replace(`value="${typedCode}"`, 'value=""').replace(`value="${tail}"`, 'value=""');
      told.push({ asked, html, status: answer.status, headers: [...answer.headers] });
    }
    expect(told[0]).toMatchObject({ status: 422 });
    expect(told[0]!.asked.length).toBeGreaterThan(0);
    for (const one of told) expect(one).toEqual(told[0]);
  });

  it("keeps everything typed when it is refused, and takes neither unknown fields nor too short a title", async () => {
    const refused = await site.post("/messages", null, MONDAY, { ...POSTED, title: "井", kind: "" });
    expect(refused.status).toBe(422);
    for (const words of ["标题至少写 2 个字", "请选择留言类型", "昌岗中路的井盖松动", "林小明"]) {
      expect(refused.html).toContain(words);
    }
    expect((await site.post("/messages", null, MONDAY, { ...POSTED, state: "closed" })).status).toBe(422);
    expect((await site.post("/messages", null, MONDAY, { ...POSTED, unit: "nowhere" })).status).toBe(422);
    expect((await site.post("/messages", null, MONDAY, { ...POSTED, body: "字".repeat(10_001) })).status).toBe(422);
    expect((await site.post("/messages", null, MONDAY, { ...POSTED, body: "好" })).status).toBe(303);
  });

  it("sent twice with the same key is one message, and its words are shown only to whoever sent these very words", async () => {
    const key = "0123456789abcdef0123";
    const first = await send({ key });
    const again = await site.post("/messages", null, MONDAY, { ...POSTED, key });
    expect(again.location).toBe(first.receipt);
    const other = await site.post("/messages", null, MONDAY, { ...POSTED, key, body: "别的事" });
    expect([other.location, cookieOf(other)]).toEqual([first.receipt, ""]);
  });

  it("before it is sent, answers that fit the words are offered, and nothing typed is lost", async () => {
    const looked = await site.post("/messages", null, WEDNESDAY, { ...POSTED, title: "井盖松动响", step: "check" });
    expect(looked.status).toBe(200);
    for (const words of ["这些答复可能已经回答了您的问题", "井盖已更换。", "昌岗中路的井盖松动"]) {
      expect(looked.html).toContain(words);
    }
    const nothing = await site.post("/messages", null, WEDNESDAY, { ...POSTED, title: "学位如何划分", step: "check" });
    expect(nothing.status).toBe(303);
  });

  it("whose unit disputes it is decided by the office after two returns, and its sender reads every reason", async () => {
    const { number, receipt: address, cookie } = await send();
    const toHousing = { act: "assign", unit: "housing", reason: "" };
    const back = { act: "return_assignment", ground: "not_our_duty", proposed: "justice", reason: "属司法局职责" };
    await act(number, staff.office, TUESDAY, toHousing);
    const returned = await act(number, staff.handler, TUESDAY, back);
    expect([returned.status, returned.location]).toEqual([303, "/desk/messages"]);
    expect((await site.get(`/desk/messages/${number}`, staff.handler, TUESDAY)).status).toBe(404);
    await act(number, staff.office, TUESDAY, { ...toHousing, unit: "justice" });
    await act(number, staff.otherHandler, TUESDAY, { ...back, proposed: "housing", reason: "属住建局职责" });
    await act(number, staff.office, TUESDAY, { ...toHousing, reason: "公开办决定由住建局办理" });
    const third = await act(number, staff.handler, TUESDAY, back);
    expect(third.status).toBe(422);
    expect(third.html).toContain("已经退回过两次");
    const own = await readAs(cookie, address);
    for (const words of ["属司法局职责", "属住建局职责", "公开办决定由住建局办理"]) expect(own).toContain(words);
  });

  it("two officers who act at once: the second is told who was faster", async () => {
    const { number } = await send();
    await act(number, staff.office, TUESDAY, { act: "accept", version: "0" });
    const second = await act(number, staff.office, TUESDAY, { act: "accept", version: "0" });
    expect(second.status).toBe(409);
    expect(second.html).toContain("区公开办");
  });

  it("is not there for a guest, a resident or another unit", async () => {
    const { number } = await send();
    expect((await site.get(`/desk/messages/${number}`, null, TUESDAY)).status).toBe(303);
    expect((await site.get(`/desk/messages/${number}`, staff.resident, TUESDAY)).status).toBe(404);
    expect((await site.get(`/desk/messages/${number}`, staff.otherHandler, TUESDAY)).status).toBe(404);
    expect((await site.post(`/desk/messages/${number}`, null, TUESDAY, { act: "accept" })).status).toBe(401);
    expect((await site.get("/desk/messages/12abc", staff.office, TUESDAY)).status).toBe(404);
    const admin = await createPerson(db, "系统管理员", [{ role: "system_admin", unit: "office" }]);
    expect((await site.get("/desk/messages", admin, TUESDAY)).status).toBe(404);
  });
});

describe("what was written for an act that is not possible any more", () => {
  it("stands on the page that refuses it: the officer's reply to what was withdrawn, the sender's late answer", async () => {
    const { number, receipt: address, cookie } = await send({ title: "楼下的路灯不亮" });
    const code = address.split("/").at(-1)!;
    await act(number, staff.office, TUESDAY, { act: "assign", unit: "housing", reason: "按职责" });
    await act(number, staff.handler, TUESDAY, { act: "ask", text: "哪一盏？" });
    const answered = await postAs(cookie, address, { act: "answer", text: "东口的一盏。" });
    expect(answered.status).toBe(303);
    const request = new Request(`http://127.0.0.1:3000${address}`, { headers: { Cookie: cookie } });
    const context = { now: WEDNESDAY, address: "10.2.0.9", requestId: "test", page: { keep: null } };
    const page = await receipt.loader({ request, params: { code }, context });
    if (page.kind !== "message") throw new Error("not the receipt of a message");
    const typed = { act: "reopen", reason: "昨天又不亮了。" };
    const own = renderToStaticMarkup(<MessageReceipt {...page} refused={{ reasons: [], typed }} />);
    expect(own.split("您写的内容还在这里")[1]).toContain("昨天又不亮了。");

    expect((await postAs(cookie, address, { act: "withdraw", reason: "已经修好" })).status).toBe(303);
    const written = { text: "东口的路灯今晚换好。", resolution: "solved", promisedOn: "", display: "none" };
    const refused = await act(number, staff.handler, WEDNESDAY, { act: "submit", ...written });
    expect(refused.status).toBe(422);
    expect(refused.html.split("您写的内容还在这里")[1]).toContain("东口的路灯今晚换好。");
    const kept = await act(number, staff.handler, WEDNESDAY, { act: "note", text: "" });
    expect(kept.html).not.toContain("您写的内容还在这里");
  });
});

describe("a message whose days run into a year without a calendar", () => {
  it("has provisional days, said on its page and at the desk, until the office enters the year and they move", async () => {
    const now = at("2026-12-28", "09:00");
    const { number, receipt: address } = await send({ title: "岁末的路灯" }, now);
    await act(number, staff.office, now, { act: "assign", unit: "housing", reason: "按职责" });
    const said = async () => {
      const { html } = await site.get(address, null, now);
      const desk = (await site.get("/desk/messages", staff.handler, now)).html.split("岁末的路灯")[1] ?? "";
      const [, day] = /class="clock-day"><time dateTime="([^"]*)"/i.exec(html) ?? [];
      // The count of a line of its path stays what it was: here the clock that runs is asked for.
      const [clock = ""] = html.split('id="path"');
      return { day, own: clock.replace(/<[^>]*>/g, ""), desk: desk.split("</tr>")[0]!.replace(/<[^>]*>/g, "") };
    };
    const before = await said();
    expect(before.day).toBe("2027-01-06");
    expect(before.own).toContain("暂定这段时间的放假调休安排尚未公布，公布后重新计算。");
    expect(before.desk).toContain("2027年1月6日（暂定）");
    await editCalendar(staff.office, { ...YEAR_2027, isPublished: false }, { db, now });
    expect((await said()).own).toContain("暂定");
    const later = at("2026-12-28", "10:00");
    await editCalendar(staff.office, { ...YEAR_2027, savedAt: now.toISOString() }, { db, now: later });
    const after = await said();
    expect([after.day, after.own.includes("暂定"), after.desk.includes("暂定")]).toEqual(["2027-01-11", false, false]);
    expect(after.desk).toContain("2027年1月11日");
    const line = "因工作日历调整，办理期限由2027年1月6日改为2027年1月11日。";
    const pages = [
      (await site.get(address, null, later)).html,
      (await site.get(`/messages/${number}`, null, later)).html,
      (await site.get(`/desk/messages/${number}`, staff.handler, later)).html,
    ];
    for (const html of pages) {
      const [, detail = ""] = html.split("工作日历有调整，重新计算期限");
      expect(detail.split("</li>")[0]!.replace(/<[^>]*>/g, "")).toContain(line);
      // It opens to the new count, and was recorded when the year was first entered.
      expect(detail.split("</li>")[0]).toContain("<details");
      expect(html.replace(/<[^>]*>/g, "")).toContain("2026年12月28日 09:00工作日历有调整");
    }
  });
});

async function readAs(cookie: string, address: string): Promise<string> {
  return pageText(await askWith(cookie, address));
}

function postAs(cookie: string, address: string, fields: Record<string, string>): Promise<Response> {
  return askWith(cookie, address, new URLSearchParams(fields));
}

/** The receipt's own cookie, which the site's helper for signed-in people does not send. */
async function askWith(cookie: string, address: string, body?: URLSearchParams): Promise<Response> {
  const code = address.split("/").at(-1)!;
  const request = new Request(`http://127.0.0.1:3000${address}`, {
    method: body ? "POST" : "GET",
    headers: cookie ? { Cookie: cookie } : {},
    ...(body && { body }),
  });
  const context = { now: WEDNESDAY, address: "10.2.0.9", requestId: "test", page: { keep: null } };
  if (body) {
    const answer: unknown = await receipt.action({ request, params: { code }, context }).catch((thrown) => thrown);
    if (answer instanceof Response) return answer;
    const { init } = answer as { init: ResponseInit };
    return new Response(null, { status: init.status });
  }
  const page = await receipt.loader({ request, params: { code }, context });
  if (page.kind !== "message") throw new Error("not the receipt of a message");
  return new Response(renderToStaticMarkup(<MessageReceipt {...page} />));
}
