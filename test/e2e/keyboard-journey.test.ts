import { beforeAll, describe, expect, it } from "vitest";
import { addDays, plainDateOf } from "~/calendar/plain-date";
import { Keyboard } from "../setup/keyboard";
import { startServer, type RunningServer } from "../setup/server";
import { numberOf, post } from "./client";

const MOST_MS = 240_000;
const SLUG = "keyboard-only-parks";
const DESK = `/desk/consultations/${SLUG}`;
const OPENS_ON = plainDateOf(new Date());

let server: RunningServer;

beforeAll(async () => {
  server = await startServer({}, { engine: "sqlite" });
});

async function signedIn(username: string): Promise<Keyboard> {
  const keyboard = await Keyboard.alone({ baseURL: server.url });
  await keyboard.open("/sign-in?next=%2Fdesk");
  await keyboard.type("input[name=username]", username);
  await keyboard.type("input[name=password]", server.password);
  await keyboard.send("main form button");
  return keyboard;
}

async function act(keyboard: Keyboard, name: string): Promise<void> {
  await keyboard.open(DESK);
  await keyboard.send(`button[value=${name}]`);
}

/** Both reviews of the release sheet, without which nobody signs. */
async function fillSheet(keyboard: Keyboard): Promise<void> {
  for (const check of ["check_secrecy", "check_personal"]) {
    await keyboard.open(`${DESK}/sheet`);
    await keyboard.pick(`#${check}-cleared`, "yes");
    await keyboard.send(`button[value=${check}]`);
  }
}

describe("Staff with the keyboard alone, without JavaScript and without images", () => {
  it("prepare a consultation, sign it, answer its comment and publish the outcome", { timeout: MOST_MS }, async () => {
    const handler = await signedIn("handler.housing");
    await handler.open("/desk/consultations/new");
    await handler.choose("select[name=unit]", "housing-construction");
    await handler.type("input[name=slug]", SLUG);
    await handler.type("input[name=title]", "口袋公园管理办法（征求意见稿）");
    await handler.type("textarea[name=summary]", "规定口袋公园由谁管、怎么管。");
    await handler.choose("select[name=decisionKind]", "normative_document");
    await handler.type("textarea[name=explanatoryNote]", "口袋公园多了，需要明确由谁管理。");
    await handler.type("textarea[name=legalBasis]", "《广州市绿化条例》");
    await handler.typeDay("input[name=opensOn]", OPENS_ON);
    await handler.typeDay("input[name=closesOn]", addDays(OPENS_ON, 40));
    await handler.type("input[name=resultsPlan]", "截止后三十个工作日内公布。");
    await handler.type("input[name=contactName]", "林嘉敏");
    await handler.type("input[name=contactPhone]", "020-00000000");
    await handler.pick("input[name=showComments]", "after");
    await handler.pick("input[name=askStance]", "no");
    await handler.send("main form:not([action]) button[type=submit]");

    await handler.open(`${DESK}/draft`);
    await handler.type("textarea[name=source]", "第一条 街道办事处管理口袋公园。\n第二条 公园全天开放。");
    await handler.send("button[value=cut]");
    await handler.send("button[value=save_draft]");
    await act(handler, "submit");
    const reviewer = await signedIn("reviewer.housing");
    await act(reviewer, "pass");
    await fillSheet(reviewer);
    await act(await signedIn("approver.housing"), "approve");

    const words = { body: "请写明夜里几点关灯。", submitter: "person", publish: "yes" };
    const { location } = await post(server.url, `/consultations/${SLUG}/comments`, words);
    await handler.open(`/desk/comments/${await numberOf(server.url, location)}`);
    await handler.send("button[value=publish]");
    await handler.open(`${DESK}/comments`);
    await handler.tick("input[name=comments]");
    await handler.pick("input[name=outcome]", "adopted");
    await handler.choose("select[name=clause]", await lastOption(handler, "select[name=clause]"));
    await handler.send("button[value=decide]");

    await server.stop();
    server = await startServer({ ...server.settings, NOW: "+P41D" });
    const later = await signedIn("handler.housing");
    await later.open(DESK);
    await later.type("textarea[name=outcomeProcess]", "在本网站公开征求意见四十日。");
    await later.send("button[value=complete]");
    const second = await signedIn("reviewer.housing");
    await act(second, "pass");
    await fillSheet(second);
    const approver = await signedIn("approver.housing");
    await act(approver, "approve");
    await approver.open(`/consultations/${SLUG}/outcome`);
    expect(await approver.words()).toContain("请写明夜里几点关灯。");
    for (const { page } of [handler, reviewer, later, second, approver]) await page.context().close();
  });
});

function lastOption({ page }: Keyboard, selector: string): Promise<string> {
  return page.locator(`${selector} option`).last().getAttribute("value") as Promise<string>;
}
