import { beforeAll, describe, expect, it } from "vitest";
import { addDays, plainDateOf } from "~/calendar/plain-date";
import { openPage } from "../setup/browser";
import { startServer, type RunningServer } from "../setup/server";
import { numberOf, post } from "./client";
import { Typist } from "./typist";

const MOST_MS = 240_000;
const SLUG = "keyboard-only-parks";
const DESK = `/desk/consultations/${SLUG}`;
const OPENS_ON = plainDateOf(new Date());

let server: RunningServer;

beforeAll(async () => {
  server = await startServer({}, { engine: "sqlite" });
});

async function signedIn(username: string): Promise<Typist> {
  const page = await openPage({ baseURL: server.url, javaScript: false });
  await page.route("**/*", (route) => (route.request().resourceType() === "image" ? route.abort() : route.continue()));
  await page.emulateMedia({ reducedMotion: "reduce" });
  const typist = new Typist(page);
  await typist.open("/sign-in?next=%2Fdesk");
  await typist.write("input[name=username]", username);
  await typist.write("input[name=password]", server.password);
  await typist.send("main form button");
  return typist;
}

async function act(typist: Typist, name: string): Promise<void> {
  await typist.open(DESK);
  await typist.send(`button[value=${name}]`);
}

/** Both reviews of the release sheet, without which nobody signs. */
async function fillSheet(typist: Typist): Promise<void> {
  for (const check of ["check_secrecy", "check_personal"]) {
    await typist.open(`${DESK}/sheet`);
    await typist.choose(`#${check}-cleared`, "yes");
    await typist.send(`button[value=${check}]`);
  }
}

describe("Staff with the keyboard alone, without JavaScript and without images", () => {
  it("prepare a consultation, sign it, answer its comment and publish the outcome", { timeout: MOST_MS }, async () => {
    const handler = await signedIn("handler.housing");
    await handler.open("/desk/consultations/new");
    await handler.choose("select[name=unit]", "housing-construction");
    await handler.write("input[name=slug]", SLUG);
    await handler.write("input[name=title]", "口袋公园管理办法（征求意见稿）");
    await handler.write("textarea[name=summary]", "规定口袋公园由谁管、怎么管。");
    await handler.choose("select[name=decisionKind]", "normative_document");
    await handler.write("textarea[name=explanatoryNote]", "口袋公园多了，需要明确由谁管理。");
    await handler.write("textarea[name=legalBasis]", "《广州市绿化条例》");
    await handler.writeDay("input[name=opensOn]", OPENS_ON);
    await handler.writeDay("input[name=closesOn]", addDays(OPENS_ON, 40));
    await handler.write("input[name=resultsPlan]", "截止后三十个工作日内公布。");
    await handler.write("input[name=contactName]", "林嘉敏");
    await handler.write("input[name=contactPhone]", "020-00000000");
    await handler.choose("input[name=showComments]", "after");
    await handler.choose("input[name=askStance]", "no");
    await handler.send("main form:not([action]) button[type=submit]");

    await handler.open(`${DESK}/draft`);
    await handler.write("textarea[name=source]", "第一条 街道办事处管理口袋公园。\n第二条 公园全天开放。");
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
    await handler.choose("input[name=outcome]", "adopted");
    await handler.choose("select[name=clause]", await lastOption(handler, "select[name=clause]"));
    await handler.send("button[value=decide]");

    await server.stop();
    server = await startServer({ ...server.settings, NOW: "+P41D" });
    const later = await signedIn("handler.housing");
    await later.open(DESK);
    await later.write("textarea[name=outcomeProcess]", "在本网站公开征求意见四十日。");
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

function lastOption({ page }: Typist, selector: string): Promise<string> {
  return page.locator(`${selector} option`).last().getAttribute("value") as Promise<string>;
}
