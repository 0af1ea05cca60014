import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decideChosen } from "~/consultations/decide-chosen.server";
import { NO_FILTER } from "~/consultations/processing-filter";
import { processingPage } from "~/consultations/processing-queries.server";
import { similarGroups } from "~/consultations/similar-groups.server";
import type { Database } from "~/platform/db.server";
import { verifyTimeline } from "~/timeline/verify.server";
import { createApproved, createStaff, recordOf, type Staff } from "../../factories/desk";
import { at } from "../../setup/clock";
import { freshDatabase } from "../../setup/database";

const COMMENTS = 10_000;
const ALIKE = 412;
const NOW = at("2026-07-20");
const LETTER = "请在绿道沿线多设一些长椅，老人走累了可以坐一坐，夏天最好有遮阳的地方。";

let db: Database;
let staff: Staff;
let slug: string;
let consultationId: string;

beforeAll(async () => {
  db = await freshDatabase();
  staff = await createStaff(db);
  slug = await createApproved(db, staff);
  const { id, draftId } = await recordOf(db, slug);
  consultationId = id;
  const common = { consultationId, draftId, submitter: "person", consentsToPublish: true, channel: "online" };
  const rows = Array.from({ length: COMMENTS }, (_, index) => ({
    ...common,
    ...{ number: index + 1, salt: "s", review: "pending", receivedAt: NOW, clauseId: `c${1 + (index % 3)}` },
    body: index < ALIKE ? LETTER : wordsOf(index),
  }));
  for (let from = 0; from < COMMENTS; from += 1000) {
    await db.client.comment.createMany({ data: rows.slice(from, from + 1000) });
  }
}, 180_000);
afterAll(async () => {
  expect(await verifyTimeline(db)).toMatchObject({ ok: true });
});

/** Words that differ from each other as people's words do. */
function wordsOf(index: number): string {
  const pick = (list: string[], step: number) => list[Math.floor(index / step) % list.length]!;
  const place = pick(["江边", "公园", "学校", "菜市场", "地铁口", "老城", "码头", "医院", "厂区", "村口"], 1);
  const thing = pick(["路灯", "座椅", "公厕", "栏杆", "树荫", "坡道", "标牌", "饮水点", "停车架", "花池"], 10);
  const why = pick(["晚上太暗", "老人不便", "孩子危险", "下雨积水", "周末人多", "夏天太晒"], 100);
  return `${place}附近的${thing}要改：${why}，编号${index * 7919}号点位，${(index * 104729).toString(36)}。`;
}

describe("ten thousand comments", () => {
  it("are listed fifty a page, the same opinion of 412 people in one line", { timeout: 120_000 }, async () => {
    const ask = (page: number) => processingPage(staff.handler, slug, { filter: NO_FILTER, page }, { db, now: NOW });
    // A page waits two seconds for comparing and then shows what is known so far: first those of the very same words.
    while ((await similarGroups(db, consultationId)).groups.length === 0);
    const first = await ask(1);
    expect(first.total.all).toBe(COMMENTS);
    expect(first.entries).toHaveLength(50);
    expect(first.entries[0]?.group).toMatchObject({ people: ALIKE, fitting: ALIKE, wordings: 1 });
    expect((await ask(100)).entries.length).toBeLessThanOrEqual(50);
  });

  it("do not keep other work waiting while they are compared", { timeout: 120_000 }, async () => {
    const longest = longestPause();
    await processingPage(staff.handler, slug, { filter: NO_FILTER, page: 2 }, { db, now: NOW });
    expect(longest()).toBeLessThan(3_000);
  });

  it("of one opinion are answered in one act", { timeout: 120_000 }, async () => {
    const page = await processingPage(staff.handler, slug, { filter: NO_FILTER, page: 1 }, { db, now: NOW });
    const clusters = [page.entries[0]!.group!.choice];
    const decision = { outcome: "adopted" as const, clause: "c2", reason: null, gist: "增设座椅", comments: [] };
    const done = await decideChosen(
      staff.handler,
      { slug, filter: NO_FILTER, clusters, ...decision },
      { db, now: NOW },
    );
    expect(done).toEqual({ decided: ALIKE });
    expect(await db.client.comment.count({ where: { outcome: "adopted", gist: "增设座椅" } })).toBe(ALIKE);
    const after = await processingPage(staff.handler, slug, { filter: NO_FILTER, page: 1 }, { db, now: NOW });
    expect(after.counters.undecided).toBe(COMMENTS - ALIKE);
  });
});

/** The longest time for which nothing else could run, in milliseconds. */
function longestPause(): () => number {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  return () => {
    clearInterval(timer);
    return longest;
  };
}
