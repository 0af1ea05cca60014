import { beforeAll, describe, expect, it } from "vitest";
import type { Person } from "~/accounts/actor";
import { openSession } from "~/accounts/session.server";
import { sessionCookie } from "~/accounts/session-cookie.server";
import type { Database } from "~/platform/db.server";
import { ELEMENTS } from "~/quality/sheet";
import { createStaff, type Staff } from "../factories/desk";
import { at } from "../setup/clock";
import { freshDatabase, freshFolder } from "../setup/database";
import { Keyboard } from "../setup/keyboard";
import { openSite, type Site } from "../setup/site";

const MOST_MS = 240_000;
const SLUG = "repair-rules";
const BENCH = `/desk/policies/${SLUG}`;
const TEXT = "第一条 为了管好绿道，制定本办法。\n第二条 街道收到报修后，七日内修好。\n第三条 修好以后，告诉报修的人。";

let db: Database;
let staff: Staff;
let site: Site;

beforeAll(async () => {
  process.env.STORAGE_URL = `file:${freshFolder()}`;
  db = await freshDatabase();
  staff = await createStaff(db);
  site = await openSite(db, at("2026-06-22"));
}, 60_000);

async function keyboardOf(person: Person | null): Promise<Keyboard> {
  const keyboard = await Keyboard.alone({ baseURL: site.url });
  if (person) {
    const plain = new Request(site.url);
    const cookie = sessionCookie(await openSession(db.client, plain, person, new Date()), plain).split(";")[0] ?? "";
    const [name = "", value = ""] = cookie.split("=");
    await keyboard.page.context().addCookies([{ name, value, url: site.url }]);
  }
  return keyboard;
}

/** The option that stands so many places down in the list. */
async function chooseBelow(keyboard: Keyboard, select: string, places: number): Promise<void> {
  await keyboard.to(select);
  for (let count = 0; count < places; count += 1) await keyboard.page.keyboard.press("ArrowDown");
}

const act = (name: string) => `button[name=act][value=${name}]`;

async function prepare(keyboard: Keyboard): Promise<void> {
  await keyboard.page.goto("/desk/policies");
  await keyboard.enter('a[href="/desk/policies/new"]');
  await keyboard.type("input[name=slug]", SLUG);
  await keyboard.pick("input[name=secrecyReview]", "cleared");
  await keyboard.type("input[name=secrecyReviewer]", "陈工");
  await keyboard.typeDay("input[name=secrecyReviewedOn]", "2026-06-20");
  await keyboard.pick("input[name=proposedAttribute]", "proactive");
  await keyboard.type("input[name=title]", "绿道维修办法");
  await keyboard.type("textarea[name=summary]", "绿道坏了，几天内修好。");
  await chooseBelow(keyboard, "select[name=documentKind]", 2);
  await keyboard.type("input[name=issuingAuthority]", "海珠区人民政府办公室");
  await keyboard.enter("main form button[type=submit]");
  expect(new URL(keyboard.page.url()).pathname).toBe(BENCH);
  await keyboard.enter(`a[href="${BENCH}/text"]`);
  await keyboard.type("textarea[name=source]", TEXT);
  await keyboard.send(act("cut"));
  await keyboard.send(act("save_draft"));
}

async function plan(keyboard: Keyboard): Promise<void> {
  await keyboard.page.goto(BENCH);
  await keyboard.type("textarea[name=planOutline]", "背景、主要内容、怎么办理。");
  await keyboard.type("input[name=planChannels]", "本网站、服务窗口");
  await keyboard.type("input[name=planOwner]", "梁文海");
  await keyboard.send(act("edit_plan"));
  for (const places of [2, 3]) {
    await chooseBelow(keyboard, "#add_form-kind", places);
    await keyboard.send(act("add_form"));
  }
}

async function writeQuestions(keyboard: Keyboard): Promise<void> {
  await chooseBelow(keyboard, "#begin_material-kind", 2);
  await keyboard.send(act("begin_material"));
  await keyboard.page.keyboard.press("Tab");
  await keyboard.type("input[name=title]", "：绿道坏了找谁修");
  for (const [at, question] of ["坏了找谁？", "几天修好？", "修好了谁告诉我？"].entries()) {
    const own = at === 0 ? "" : `-${at}`;
    await keyboard.type(`#question${own}`, question);
    await keyboard.type(`#answer${own}`, "找街道。七日内修好，修好以后街道会告诉您，没有修好的会说明原因。");
    await keyboard.type(`#questionClauses${own}`, "第二条");
  }
  await keyboard.send(act("edit"));
}

async function drawChart(keyboard: Keyboard): Promise<void> {
  await keyboard.page.goto(BENCH);
  await chooseBelow(keyboard, "#begin_material-kind", 3);
  await keyboard.send(act("begin_material"));
  await keyboard.pick("input[name=form]", "course");
  await keyboard.type("textarea[name=table]", "月份,报修件数\n2026年1月,3\n2026年2月,5\n2026年3月,2");
  await keyboard.type("input[name=clauses]", "第二条");
  await keyboard.send(act("edit"));
}

async function sign(keyboard: Keyboard, verb: "pass" | "approve"): Promise<void> {
  await keyboard.page.goto(BENCH);
  await keyboard.send(act(verb));
}

async function issueAndRelease(keyboard: Keyboard): Promise<void> {
  await keyboard.page.goto(BENCH);
  await keyboard.type("#issue-documentNumber", "演示府规〔2026〕9号");
  await keyboard.typeDay("#issue-signedOn", "2026-06-22");
  await chooseBelow(keyboard, "#issue-printedAttribute", 1);
  await keyboard.send(act("issue"));
  await keyboard.send(act("release"));
}

describe("a policy with keyboard alone, without script and without pictures", () => {
  it(
    "goes from the first word to its readers, their question, a correction and a check",
    { timeout: MOST_MS },
    async () => {
      const handler = await keyboardOf(staff.handler);
      await prepare(handler);
      await plan(handler);
      await writeQuestions(handler);
      await drawChart(handler);
      expect(await handler.words()).toContain("完整，可以公布");
      await handler.page.goto(BENCH);
      await handler.send(act("submit"));
      await sign(await keyboardOf(staff.reviewer), "pass");
      const approver = await keyboardOf(staff.approver);
      await sign(approver, "approve");
      await issueAndRelease(handler);
      expect(await handler.words()).toContain("已公布");

      const reader = await keyboardOf(null);
      await reader.page.goto("/policies");
      await reader.enter(`a[href="/policies/${SLUG}"]`);
      const read = await reader.words();
      for (const words of ["绿道维修办法", "演示府规〔2026〕9号", "街道收到报修后，七日内修好。"])
        expect(read).toContain(words);
      await reader.enter(`a[href="/interpretations/${SLUG}-chart"]`);
      expect(await reader.words()).toContain("看数据表");
      await reader.pick("input[name=understood]", "partly");
      await reader.type("textarea[name=reason]", "七日从哪天算？");
      await reader.enter("form[action*=ratings] button[type=submit]");
      await reader.page.goBack();
      await reader.enter(`a[href^="/policies/${SLUG}/questions"]`);
      await reader.type("textarea[name=text]", "七日是不是工作日？");
      await reader.enter("main form[method=post] button[type=submit]");
      expect(await reader.words()).toContain("等待答复");

      await handler.page.goto(`${BENCH}/questions`);
      await handler.pick("input[name=outcome]", "answered");
      await handler.type("[name=askedAs]", "七日怎么算？");
      await handler.type("textarea[name=answer]", "按自然日算，收到报修的第二天是第一天。");
      await handler.enter("main form[method=post] button[type=submit]");
      await handler.page.goto(`${BENCH}/text`);
      await handler.pick("input[name=change]", "correct");
      await handler.type("textarea[name=reason]", "漏了“工作”二字。");
      await handler.typeDay("input[name=effectiveOn]", "2026-06-23");
      await handler.to("textarea[name=clauses]");
      await handler.page.keyboard.press("Control+End");
      await handler.page.keyboard.type("（更正）");
      await handler.send(act("propose_change"));
      await approver.page.goto(BENCH);
      await approver.send(act("sign_change"));
      await reader.page.goto(`/policies/${SLUG}`);
      const corrected = await reader.words();
      for (const words of ["更正说明", "漏了“工作”二字。", "（更正）", "按自然日算"])
        expect(corrected).toContain(words);

      const office = await keyboardOf(staff.office);
      await office.page.goto(`/office/quality/${SLUG}`);
      for (const element of ELEMENTS) await office.pick(`input[name=${element}]`, "yes");
      await office.pick("input[name=important]", "yes");
      await office.pick("input[name=outcome]", "good");
      await office.send(act("check"));
      expect(await office.words()).toContain("好");
      expect(await db.client.qualityCheck.count()).toBe(1);
    },
  );
});
