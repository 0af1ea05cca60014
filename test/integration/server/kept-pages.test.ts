import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createRequestHandler } from "@remix-run/node";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GUEST } from "~/accounts/actor";
import { postComment } from "~/consultations/post-comment.server";
import { proposeChange } from "~/consultations/propose-change.server";
import { publishComment } from "~/consultations/publish-comment.server";
import { signProposal } from "~/consultations/sign-proposal.server";
import { withholdComment } from "~/consultations/withhold-comment.server";
import { setDatabase, type Database } from "~/platform/db.server";
import { parseEnv } from "~/platform/env.server";
import * as page from "~/routes/consultations.$slug._index";
import { onCommitted } from "~/timeline/transact.server";
import { PageCache } from "../../../server/page-cache";
import { tagsOf } from "../../../server/page-tags";
import { answerPage } from "../../../server/pages";
import { createApproved, createStaff, recordOf, type Staff } from "../../factories/desk";
import { at } from "../../setup/clock";
import { freshDatabase } from "../../setup/database";
import { buildOf } from "../../setup/pages";

let db: Database;
let staff: Staff;
let server: Server;
let stopListening: () => void;
let now = at("2026-07-15");
/** How often Remix was asked: whoever did not ask it ran no loader, so no query, and rendered nothing. */
let asked = 0;
let slug: string;

beforeAll(async () => {
  db = await freshDatabase();
  setDatabase(db);
  staff = await createStaff(db);
  const clock = { now: () => now };
  const cache = new PageCache({ maxBytes: 4 * 1024 * 1024, now: clock.now });
  stopListening = onCommitted((events) => cache.drop(tagsOf(events)));
  const render = createRequestHandler(buildOf({ page: { path: "consultations/:slug", module: page } }), "production");
  const handlerFor =
    async () =>
    (...asking: Parameters<typeof render>) => {
      asked += 1;
      return render(...asking);
    };
  const pages = { cache, clock, env: parseEnv({}), handlerFor };
  server = createServer((request, response) => void answerPage(pages, request, response));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});
afterAll(async () => {
  stopListening();
  await new Promise((done) => server.close(done));
});

beforeEach(async () => {
  now = at("2026-07-15");
  slug = await createApproved(db, staff);
});

describe("an anonymous view of a page that has not changed", () => {
  it("asks neither the database nor React, plain, in another language and in elder mode", async () => {
    for (const query of ["", "?lang=en", "?elder=1"]) {
      const first = await read(query);
      const before = asked;
      const again = [await read(query), await read(query), await read(query)];
      expect(asked).toBe(before);
      expect(again.every((text) => text === first)).toBe(true);
    }
  });

  it("is rendered once for all who ask at the same time", async () => {
    const before = asked;
    const read50 = await Promise.all(Array.from({ length: 50 }, () => read()));
    expect(asked - before).toBe(1);
    expect(new Set(read50).size).toBe(1);
  });
});

describe("a kept page is never stale", () => {
  it("after a comment is published, masked again and withheld", async () => {
    const number = await commented("请打13800138000联系我，建议增加座椅。");
    expect(await readTwice()).not.toContain("增加座椅");

    await publishComment(staff.handler, { number, version: 0, ...AS_PROPOSED }, deps());
    expect(await readTwice()).toContain("增加座椅");
    expect(await readTwice()).not.toContain("13800138000");

    await publishComment(staff.handler, { number, version: 1, ...AS_PROPOSED, body: "建议增加长椅。" }, deps());
    const masked = await readTwice();
    expect(masked).toContain("增加长椅");
    expect(masked).not.toContain("增加座椅");

    await withholdComment(
      staff.handler,
      { number, version: 2, ground: "secret_or_private", reason: "涉及他人。", gist: null },
      deps(),
    );
    expect(await readTwice()).not.toContain("增加长椅");
  });

  it("after the period is extended", async () => {
    expect(await readTwice()).not.toContain("暴雨影响座谈会");
    const { version } = await recordOf(db, slug);
    const more = { act: "extend" as const, closesOn: "2026-08-20", reason: "暴雨影响座谈会，延长征求意见时间。" };
    await proposeChange(staff.handler, { slug, version, ...more }, deps());
    expect(await readTwice()).not.toContain("暴雨影响座谈会");
    await signProposal(staff.approver, { slug, version: version + 1 }, deps());
    expect(await readTwice()).toContain("暴雨影响座谈会");
  });

  it("after midnight in Shanghai of the last day, without any event", async () => {
    now = at("2026-07-31", "23:59:59");
    const open = await readTwice();
    expect(open).toContain(`${slug}/comments/new`);
    now = at("2026-08-01", "00:00:00");
    const closed = await readTwice();
    expect(closed).not.toContain(`${slug}/comments/new`);
  });
});

const AS_PROPOSED = { body: null, suggestion: null, name: null };

function deps() {
  return { db, now };
}

async function read(query = ""): Promise<string> {
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/consultations/${slug}${query}`);
  expect(answer.status).toBe(200);
  return answer.text();
}

/** Twice, so that what comes back is what is kept. */
async function readTwice(): Promise<string> {
  const first = await read();
  expect(await read()).toBe(first);
  return first;
}

async function commented(body: string): Promise<number> {
  const place = { clause: null, from: null, to: null, stance: null, key: null, uploads: [], suggestion: null };
  const person = { submitter: "person" as const, name: "陈小明", contact: null, publish: true };
  const { number } = await postComment(GUEST, { slug, body, ...place, ...person, language: "zh-CN" }, deps());
  return number;
}
