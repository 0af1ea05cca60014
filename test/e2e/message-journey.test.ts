import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectNoConsoleErrors } from "../setup/browser";
import { Keyboard } from "../setup/keyboard";
import { startServer, type RunningServer } from "../setup/server";
import { post } from "./client";

let server: RunningServer;
const people = new Map<string, Promise<Keyboard>>();

beforeAll(async () => {
  server = await startServer();
}, 300_000);
afterAll(async () => {
  await server?.stop();
});

const visitor = () => Keyboard.alone({ baseURL: server.url });

/** Signs in once, and stays. */
function person(username: string): Promise<Keyboard> {
  const signedIn = async () => {
    const keyboard = await visitor();
    await keyboard.page.goto("/sign-in");
    await keyboard.type("input[name=username]", username);
    await keyboard.type("input[name=password]", server.password);
    await keyboard.enter("main form button[type=submit]");
    return keyboard;
  };
  people.set(username, people.get(username) ?? signedIn());
  return people.get(username)!;
}

/** From the list of the desk to the message. */
async function openAtDesk(username: string, number: string): Promise<Keyboard> {
  const keyboard = await person(username);
  await keyboard.page.goto("/desk/messages");
  await keyboard.enter(`main a[href="/desk/messages/${number}"]`);
  return keyboard;
}

const button = (act: string) => `button[name=act][value=${act}]`;

async function assign(number: string, unit: string, reason: string): Promise<void> {
  const office = await openAtDesk("office", number);
  await office.choose("#assign-unit", unit);
  await office.type("#assign-reason", reason);
  await office.enter(button("assign"));
  expect(await office.words()).toContain(reason);
}

/** Writes the reply, says of each request where it is answered, and hands it to the second person, who approves. */
async function reply(number: string, unit: "housing" | "justice", text: string): Promise<void> {
  const handler = await openAtDesk(`handler.${unit}`, number);
  const title = await handler.page.locator("h1").innerText();
  await handler.type("#submit-text", text);
  await handler.pick("#act-submit input[name=resolution]", "solved");
  await handler.pick("#act-submit input[name=display]", "words");
  await handler.type("#submit-publicTitle", title);
  await handler.type("#submit-publicReply", text);
  await handler.enter(button("draft"));
  const requests = await handler.page.locator("select[name=place]").count();
  expect(requests).toBe(2);
  for (let request = 1; request <= requests; request += 1) await handler.choose(`#tick-${request}`, "1");
  await handler.enter(button("tick"));
  await handler.enter(button("submit"));
  expect(await handler.words()).toContain("写好答复，提交审核");
  const reviewer = await openAtDesk(`reviewer.${unit}`, number);
  await reviewer.enter(button("approve"));
}

async function rate(sender: Keyboard, satisfied: "yes" | "no", result: string): Promise<void> {
  await sender.page.reload();
  await sender.pick("input[name=satisfied]", satisfied);
  await sender.pick("input[name=result]", result);
  await sender.enter(button("rate"));
}

async function returnIt(username: string, number: string, reason: string): Promise<void> {
  const handler = await openAtDesk(username, number);
  await handler.unfold("#act-return_assignment");
  await handler.pick("#act-return_assignment input[name=ground]", "not_our_duty");
  await handler.type("#return_assignment-reason", reason);
  await handler.enter(button("return_assignment"));
}

describe("with the keyboard alone, no JavaScript and no images", () => {
  it("a message goes from its sender through dispatch, a question, two answers and a reopening to its end", async () => {
    const sender = await visitor();
    await sender.page.goto("/messages");
    await sender.enter('main a[href="/messages/new"]');
    await sender.pick("input[name=kind]", "complaint");
    await sender.type("input[name=title]", "酒店门口施工噪音太大");
    await sender.type("textarea[name=body]", "酒店门口夜里还在施工。什么时候结束？请安排降噪。");
    await sender.attach({ name: "录音说明.txt", mimeType: "text/plain", buffer: Buffer.from("凌晨一点") });
    await sender.type("input[name=name]", "夏先生");
    await sender.type("input[name=contact]", "13800138000");
    await sender.pick("input[name=publish]", "yes");
    await sender.enter("main form[method=post] button[type=submit]");
    // The second step: answers that may already help, and everything typed is kept.
    expect(await sender.words()).toContain("酒店门口施工噪音，什么时候结束");
    expect(await sender.page.locator("input[name=publish][value=yes]").isChecked()).toBe(true);
    await sender.enter("main form[method=post] button[type=submit]", { backwards: true });
    await sender.page.waitForURL("**/receipts/*");
    expect(await sender.words()).toContain("录音说明.txt");
    const number = /\b\d{11}\b/.exec(await sender.words())![0];

    const office = await openAtDesk("office", number);
    await office.enter(button("accept"));
    await assign(number, "housing-construction", "属于建设工地管理");
    const handler = await openAtDesk("handler.housing", number);
    await handler.unfold("#act-ask");
    await handler.type("#ask-text", "请说明酒店的名称。");
    await handler.enter(button("ask"));
    await sender.page.reload();
    expect(await sender.words()).toContain("请说明酒店的名称。");
    await sender.type("textarea[name=text]", "江南大道的那一家。");
    await sender.enter(button("answer"));
    await reply(number, "housing", "夜间不再施工，工期两周。已加装围挡降噪。");

    const reader = await visitor();
    await reader.page.goto("/messages");
    await reader.enter(`main a[href="/messages/${number}"]`);
    expect(await reader.words()).toContain("已加装围挡降噪。");
    expect(await reader.words()).not.toContain("江南大道的那一家");

    await rate(sender, "no", "not_solved");
    await sender.type("#reason", "昨天夜里又开工了。");
    await sender.enter(button("reopen"));
    await assign(number, "justice", "换一个单位的经办人重新办理");
    await reply(number, "justice", "已责令停工，今后夜间不施工，工期顺延一周。");
    await rate(sender, "yes", "solved");
    const closer = await openAnswered("handler.justice", number);
    await closer.unfold("#act-close");
    await closer.enter(button("close"));
    await sender.page.reload();
    const path = await sender.page.locator("#path").innerText();
    for (const said of ["属于建设工地管理", "请您补充情况", "申请重新办理", "换一个单位的经办人重新办理", "评价"]) {
      expect(path).toContain(said);
    }
    await reader.page.reload();
    expect(await reader.words()).toContain("已责令停工");
    expect(await reader.words()).toContain("已办结");
    for (const { page } of [sender, reader, office, handler]) expectNoConsoleErrors(page);
  });

  it("a dispute between two units ends with the office, and its sender reads both reasons", async () => {
    const words = { kind: "help", title: "物业不退押金该找谁", body: "物业不退装修押金。", submitter: "person" };
    const { location, cookie } = await post(server.url, "/messages", words);
    const sender = await visitor();
    const [name = "", value = ""] = cookie.split(/=(.*)/s);
    await sender.page.context().addCookies([{ name, value, url: server.url }]);
    await sender.page.goto(location!);
    const number = /\b\d{11}\b/.exec(await sender.words())![0];
    await assign(number, "housing-construction", "请先研究");
    await returnIt("handler.housing", number, "押金属于合同纠纷。");
    await assign(number, "justice", "请司法局研究");
    await returnIt("handler.justice", number, "物业服务由住建部门监管。");
    await assign(number, "housing-construction", "两次退回，由区公开办决定住建局牵头");
    const handler = await openAtDesk("handler.housing", number);
    expect(await handler.page.locator(button("return_assignment")).count()).toBe(0);
    await sender.page.reload();
    for (const said of ["押金属于合同纠纷。", "物业服务由住建部门监管。", "由区公开办决定住建局牵头"]) {
      expect(await sender.words()).toContain(said);
    }
  });
});

async function openAnswered(username: string, number: string): Promise<Keyboard> {
  const keyboard = await person(username);
  await keyboard.page.goto("/desk/messages");
  await keyboard.enter('main a[href*="view=answered"]');
  await keyboard.enter(`main a[href="/desk/messages/${number}"]`);
  return keyboard;
}
