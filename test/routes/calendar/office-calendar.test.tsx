import type { AppLoadContext } from "@remix-run/server-runtime";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it } from "vitest";
import type { Person } from "~/accounts/actor";
import { openSession } from "~/accounts/session.server";
import { sessionCookie } from "~/accounts/session-cookie.server";
import { CountExplainer } from "~/calendar/components/count-explainer";
import { YearForm } from "~/calendar/components/year-form";
import { builtInCalendar } from "~/calendar/holidays";
import { explainCount } from "~/calendar/working-days";
import { LanguageProvider } from "~/i18n/strings";
import { setDatabase, type Database } from "~/platform/db.server";
import { action, loader } from "~/routes/office.calendar/route";
import { createPerson, createStaff, type Staff } from "../../factories/desk";
import { at } from "../../setup/clock";
import { freshDatabase } from "../../setup/database";

const SITE = "http://127.0.0.1:3000";
const NOW = at("2026-11-10");
const YEAR = {
  act: "save",
  year: "2027",
  rest: "2027-01-01..2027-01-03 元旦",
  work: "",
  source: "国务院办公厅关于2027年部分节假日安排的通知",
  isPublished: "yes",
  savedAt: "",
};

let db: Database;
let staff: Staff;

beforeAll(async () => {
  db = await freshDatabase();
  setDatabase(db);
  staff = await createStaff(db);
});

describe("the office's calendar page", () => {
  it("lists the years, with the next one as not yet entered", async () => {
    const { status, body } = await get("/office/calendar", staff.office);
    expect(status).toBe(200);
    expect(body.years).toContainEqual(expect.objectContaining({ year: 2027, state: "unknown", rest: 0 }));
    expect(body.years).toContainEqual(expect.objectContaining({ year: 2026, state: "built_in", work: 6 }));
  });

  it("tries a deadline out", async () => {
    const { body } = await get("/office/calendar?received=2026-02-13&days=7", staff.office);
    expect(body.trial).toMatchObject({ due: "2026-03-02", isProvisional: false });
    for (const query of [
      "received=2026-02-30&days=7",
      "received=2026-02-13&days=9999",
      "received=9999-12-31&days=7",
      "days=x",
    ]) {
      expect((await get(`/office/calendar?${query}`, staff.office)).body.trial).toBeNull();
    }
  });

  it("saves a year and tells a second editor who began before", async () => {
    const saved = await post(YEAR, staff.office);
    expect(saved.status).toBe(303);
    expect(saved.location).toBe("/office/calendar?year=2027&saved=1");
    expect((await get("/office/calendar?year=2027", staff.office)).body.draft).toMatchObject({
      rest: YEAR.rest,
      isPublished: true,
    });
    const stale = await post(YEAR, staff.office);
    expect(stale.status).toBe(409);
    expect(stale.body.reasons).toMatchObject([{ code: "stale" }]);
  });

  it("keeps what was posted when a line cannot be read", async () => {
    const refused = await post({ ...YEAR, rest: "元旦 1月1日" }, staff.office);
    expect(refused.status).toBe(422);
    expect(refused.body.reasons).toMatchObject([{ code: "day_line_unreadable", field: "rest" }]);
    expect(refused.body.draft).toMatchObject({ rest: "元旦 1月1日" });
    const changes: Record<string, string>[] = [{ year: "abc" }, { isPublished: "maybe" }, { more: "x" }];
    for (const change of changes) {
      expect((await post({ ...YEAR, ...change }, staff.office)).status).toBe(422);
    }
  });

  it("is hidden from officers and residents, and asks a guest to sign in", async () => {
    const resident = await createPerson(db, "居民", []);
    for (const person of [staff.handler, resident]) {
      expect((await get("/office/calendar", person)).status).toBe(404);
      expect((await post(YEAR, person)).status).toBe(404);
    }
    expect((await get("/office/calendar", null)).status).toBe(303);
    expect((await post(YEAR, null)).status).toBe(401);
  });
});

describe("the form of a year", () => {
  const draft = { year: 2027, rest: "2027-01-01 元旦", work: "", source: "通知", isPublished: true, savedAt: "" };

  it("has its fields filled and leads from a reason to its field", () => {
    const reasons = [{ code: "day_line_unreadable", field: "work", params: { line: 2 } }];
    const html = renderToStaticMarkup(<YearForm draft={draft} reasons={reasons} />);
    expect(html).toContain('href="#work"');
    expect(html).toContain("第 2 行看不懂");
    expect(html).toMatch(/<textarea[^>]*name="rest"[^>]*>2027-01-01 元旦<\/textarea>/);
    expect(html).toMatch(/name="act" value="save"/);
  });
});

describe("the count of a deadline on a page", () => {
  it("names each day and why it counts, in both languages", () => {
    const rows = explainCount("2026-02-13", 2, builtInCalendar);
    const page = (language: "zh-CN" | "en") =>
      renderToStaticMarkup(<LanguageProvider language={language} children={<CountExplainer rows={rows} />} />);
    expect(page("zh-CN")).toContain("调休上班，计入（春节）");
    expect(page("zh-CN")).toContain("第 2 个工作日");
    expect(page("en")).toContain("Public holiday (Spring Festival)");
    expect(page("en")).not.toMatch(/\p{Script=Han}/u);
  });
});

async function requestOf(path: string, person: Person | null, init: RequestInit = {}): Promise<Request> {
  const plain = new Request(SITE + path);
  const headers = new Headers(init.headers);
  if (person) headers.set("Cookie", (await cookieOf(plain, person)) ?? "");
  return new Request(SITE + path, { ...init, headers });
}

async function cookieOf(request: Request, person: Person): Promise<string | undefined> {
  const id = await openSession(db.client, request, person, new Date());
  return sessionCookie(id, request).split(";")[0];
}

async function get(path: string, person: Person | null) {
  return answerOf(loader({ request: await requestOf(path, person), context: context(), params: {} }));
}

async function post(fields: Record<string, string>, person: Person | null) {
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  const init = { method: "POST", body: new URLSearchParams(fields).toString(), headers };
  return answerOf(
    action({ request: await requestOf("/office/calendar", person, init), context: context(), params: {} }),
  );
}

function context(): AppLoadContext {
  return { now: NOW, address: "10.1.0.1", requestId: "test", page: { keep: null } };
}

async function answerOf(work: Promise<unknown>) {
  const answer = await work.catch((error: unknown) => error);
  if (answer instanceof Response)
    return { status: answer.status, location: answer.headers.get("Location"), body: {} as Record<string, unknown> };
  if (answer instanceof Error) throw answer;
  const { data, init } = answer as { data: Record<string, unknown>; init: ResponseInit | null };
  return { status: init?.status ?? 200, location: null, body: data };
}
