import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OPERATIONS } from "~/consultations/open-data-description";
import { problemDetails } from "~/consultations/open-data";
import type { Database } from "~/platform/db.server";
import { createApproved, createStaff, createSubmitted, type Staff } from "../../factories/desk";
import { answer, decideMatter, publishOutcomeOf, revise, say, show } from "../../factories/outcome";
import { at } from "../../setup/clock";
import { freshDatabase, freshFolder } from "../../setup/database";
import { openSite, routeAddresses, type Site } from "../../setup/site";

const NOW = at("2026-09-10");

let db: Database;
let staff: Staff;
let site: Site;
let decided: string;
let open: string;
let hidden: string;

beforeAll(async () => {
  process.env.STORAGE_URL = `file:${freshFolder()}`;
  db = await freshDatabase();
  staff = await createStaff(db);
  decided = await createApproved(db, staff);
  const [first, second] = [
    await say(db, decided, { name: "林小明", stance: "support" }),
    await say(db, decided, { publish: false }),
  ];
  await show(db, staff, first);
  await answer(db, staff, decided, [first], { outcome: "adopted", clause: "c2" });
  await answer(db, staff, decided, [second], { outcome: "explained", reason: "已有。", gist: "要点" });
  await revise(db, staff, decided, [
    { clauseId: "c1", level: "chapter", number: "一、", heading: "总体要求", text: "", note: null },
    { clauseId: "c2", level: "item", number: "（一）", heading: "目标", text: "全面公开。", note: null },
  ]);
  await publishOutcomeOf(db, staff, decided, { releaseRevisedDraft: true });
  await decideMatter(db, staff, decided);
  open = await createApproved(db, staff, { opensOn: "2026-09-01", closesOn: "2026-10-08", title: "开放中的方案" });
  hidden = await createSubmitted(db, staff, { title: "尚在审核的方案" });
  site = await openSite(db, NOW);
}, 120_000);
afterAll(() => db.close());

async function data(address: string) {
  const answer = await site.get(address);
  return { ...answer, body: JSON.parse(answer.text) };
}

describe("the open data", () => {
  it("answer at every address that is described, field by field as described", async () => {
    for (const [path, { schema }] of Object.entries(OPERATIONS)) {
      for (const slug of path.includes("/outcome") ? [decided] : [decided, open]) {
        const { status, headers, body } = await data(path.replace("{slug}", slug));
        expect(status, path).toBe(200);
        expect(headers.get("content-type"), path).toBe("application/json; charset=utf-8");
        expect(schema.safeParse(body).error?.issues, path).toBeUndefined();
      }
    }
  });

  it("describe every address that answers, and no other", async () => {
    const { body } = await data("/api/v1/openapi.json");
    expect(body.openapi).toBe("3.1.0");
    const built = routeAddresses()
      .filter((path) => path.startsWith("/api/v1/") && !path.endsWith("*") && path !== "/api/v1/openapi.json")
      .map((path) => path.replace(/\/$/, "").replaceAll(/:(\w+)/g, "{$1}"));
    expect(Object.keys(body.paths).sort()).toEqual(built.sort());
    const fields = body.paths["/api/v1/consultations/{slug}"].get.responses["200"].content["application/json"].schema;
    expect(fields.required).toEqual(expect.arrayContaining(["slug", "receivedCount", "clauses"]));
  });

  it("filter and turn pages as the page does", async () => {
    const slugs = async (query: string) =>
      (await data(`/api/v1/consultations${query}`)).body.items.map(({ slug }: { slug: string }) => slug);
    expect(await slugs("")).toEqual([open, decided]);
    expect(await slugs("?state=open")).toEqual([open]);
    expect(await slugs("?state=in_review")).toEqual([]);
    expect(await slugs("?state=nonsense")).toEqual([]);
    expect(await slugs("?unit=justice")).toEqual([]);
    expect(await slugs("?unit=housing&year=2026&q=开放中")).toEqual([open]);
    expect(await slugs("?pageSize=1&page=2")).toEqual([decided]);
    expect((await data("/api/v1/consultations?pageSize=1000000000&page=０")).body).toMatchObject({
      page: 1,
      pageSize: 20,
      total: 2,
    });
    expect((await data("/api/v1/consultations?pageSize=500")).body.pageSize).toBe(100);
    expect((await data("/api/v1/consultations?page=9")).body).toMatchObject({ items: [], total: 2 });
  });

  it("tell days, counts and due day of one consultation, with its clauses", async () => {
    const { body } = await data(`/api/v1/consultations/${decided}`);
    expect(body).toMatchObject({
      ...{ state: "decided", kind: "major_decision", unit: "housing", opensOn: "2026-07-01", closesOn: "2026-07-31" },
      ...{ days: 30, receivedCount: 2, publishedCount: 1, outcomeDueOn: "2026-09-11" },
    });
    expect(body.clauses[1]).toEqual({ id: "c2", number: "（一）", heading: "目标", text: "全面公开。逐条答复。" });
  });

  it("give published comments masked, with their outcome, and instants of Shanghai", async () => {
    const { body } = await data(`/api/v1/consultations/${decided}/comments`);
    expect(body.total).toBe(1);
    expect(body.items).toMatchObject([
      {
        body: "建议增加座椅。",
        name: "林**",
        stance: "support",
        outcome: "adopted",
        publishedAt: "2026-07-11T12:00:00.000+08:00",
      },
    ]);
  });

  it("give the outcome with the changes and the comments behind them", async () => {
    const { body } = await data(`/api/v1/consultations/${decided}/outcome`);
    expect(body.changes).toMatchObject([
      { clause: "c2", kind: "changed", after: { text: "全面公开。" }, comments: [body.rows[0].number] },
      { clause: "c3", kind: "removed", after: null },
    ]);
    expect(body.rows[1]).toMatchObject({
      body: null,
      name: null,
      gist: "要点",
      reason: "已有。",
      display: "without_consent",
    });
  });

  it("count all answered comments with the definition of each figure", async () => {
    const { body } = await data("/api/v1/statistics");
    expect(body.answered).toMatchObject({ total: 2, outcomes: { adopted: 1, explained: 1, referred: 0 } });
    expect(body.consultations.byState).toMatchObject({ open: 1, decided: 1 });
    expect(JSON.stringify(body)).not.toContain('in_review":1');
    expect((await data("/api/v1/statistics?lang=en")).body.answered.definition).toContain("Each comment counts once");
  });

  it("carry an ETag, answer 304 to it, and change with the data", async () => {
    const address = `/api/v1/consultations/${open}`;
    const { headers } = await site.get(address);
    const etag = headers.get("etag")!;
    expect(etag).toMatch(/^"/);
    expect((await site.get(address, { "if-none-match": etag })).status).toBe(304);
    await say(db, open, {}, NOW);
    const changed = await data(address);
    expect(changed.headers.get("etag")).not.toBe(etag);
    expect(changed.body.receivedCount).toBe(1);
  });

  it("answer what is hidden, absent or unknown with one and the same problem", async () => {
    const paths = ["", "/comments", "/outcome"].flatMap((rest) => [
      `/api/v1/consultations/${hidden}${rest}`,
      `/api/v1/consultations/absent${rest}`,
    ]);
    for (const path of [...paths, `/api/v1/consultations/${open}/outcome`, "/api/v1/nothing", "/api/v1"]) {
      const { status, headers, body } = await data(path);
      expect(status, path).toBe(404);
      expect(headers.get("content-type"), path).toContain("application/problem+json");
      expect(problemDetails.parse(body), path).toEqual({
        type: "about:blank",
        status: 404,
        code: "not_found",
        title: "Not found",
      });
    }
  });

  it("take nothing", async () => {
    for (const path of ["/api/v1/consultations", "/api/v1/nothing"]) {
      const answer = await fetch(site.url + path, { method: "POST", headers: { origin: site.url } });
      expect(answer.status).toBe(405);
    }
  });
});
