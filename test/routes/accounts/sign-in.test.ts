import type { AppLoadContext } from "@remix-run/server-runtime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAccount } from "~/accounts/create-account.server";
import { FAILURES_PER_ACCOUNT } from "~/accounts/throttle.server";
import { setDatabase, type Database } from "~/platform/db.server";
import { action as signInAction, loader as signInLoader } from "~/routes/sign-in/route";
import { action as signOutAction, loader as signOutLoader } from "~/routes/sign-out/route";
import { freshDatabase } from "../../setup/database";

const PASSWORD = "correct horse battery";
const SITE = "http://127.0.0.1:3000";

let db: Database;
let addresses = 0;

beforeAll(async () => {
  db = await freshDatabase();
  setDatabase(db);
  const deps = { db, now: new Date() };
  await db.client.unit.create({
    data: { code: "office", name: "办公室", nameEn: "Office", kind: "office", position: 0 },
  });
  const system = { kind: "system", name: "test" } as const;
  const rights = [{ role: "reviewer", unit: "office" } as const];
  await createAccount(system, { username: "office2", name: "审核", password: PASSWORD, rights }, deps);
  await createAccount(system, { username: "resident", name: "居民", password: PASSWORD, rights: [] }, deps);
});
afterAll(async () => {
  await db.close();
});

function context(): AppLoadContext {
  addresses += 1;
  return { now: new Date(), address: `10.1.0.${addresses}`, requestId: "test", page: { keep: null } };
}

interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

/** What the route answers, whether as a response or as data for the page. */
async function answerOf(work: Promise<unknown>): Promise<Answer> {
  const answer = await work.catch((error: unknown) => error);
  if (answer instanceof Response) return { status: answer.status, headers: answer.headers, body: {} };
  if (answer instanceof Error) throw answer;
  const { data, init } = answer as { data: Record<string, unknown>; init: ResponseInit | null };
  return { status: init?.status ?? 200, headers: new Headers(init?.headers), body: data };
}

function signIn(fields: Record<string, string> | string, path = "/sign-in"): Promise<Answer> {
  const body = typeof fields === "string" ? fields : new URLSearchParams(fields).toString();
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  const request = new Request(SITE + path, { method: "POST", body, headers });
  return answerOf(signInAction({ request, context: context(), params: {} }));
}

describe("the sign-in page", () => {
  it("brings staff to the desk and a resident to their own page", async () => {
    const staff = await signIn({ username: "office2", password: PASSWORD });
    expect([staff.status, staff.headers.get("Location")]).toEqual([303, "/desk"]);
    expect(staff.headers.getSetCookie()).toHaveLength(1);
    expect(staff.headers.get("Cache-Control")).toContain("no-store");
    const resident = await signIn({ username: "resident", password: PASSWORD });
    expect([resident.status, resident.headers.get("Location")]).toEqual([303, "/me"]);
  });

  it.each([
    ["/desk/comments/12?act=publish", "/desk/comments/12?act=publish"],
    ["https://elsewhere.example/", "/desk"],
    ["//elsewhere.example/", "/desk"],
    ["/\\elsewhere.example", "/desk"],
    ["/.//elsewhere.example", "/desk"],
    ["/\r\nSet-Cookie: a=b", "/desk"],
    ["javascript:alert(1)", "/desk"],
  ])("asked to go on to %j goes to %s", async (next, expected) => {
    const path = `/sign-in?next=${encodeURIComponent(next)}`;
    const answer = await signIn({ username: "office2", password: PASSWORD }, path);
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, expected]);
    const page = await answerOf(signInLoader({ request: new Request(SITE + path), context: context(), params: {} }));
    expect(page.body.next).toBe(next === expected ? next : "");
  });

  it("keeps the username of a refused attempt and nothing of the password", async () => {
    const answer = await signIn({ username: "office2", password: "wrong password" });
    expect(answer.status).toBe(422);
    expect(answer.body).toEqual({ reasons: [{ code: "sign_in_failed" }], username: "office2" });
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it("answers 429 and says when to come back, after too many failures", async () => {
    for (let round = 0; round < FAILURES_PER_ACCOUNT; round++) await signIn({ username: "hammered", password: "x" });
    const answer = await signIn({ username: "hammered", password: "x" });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(answer.body).toMatchObject({ username: "hammered", reasons: [{ code: "sign_in_throttled" }] });
  });

  it.each([
    ["nothing", ""],
    ["no password", "username=office2"],
    ["a field of its own making", "username=office2&password=x&role=leader"],
    ["a field twice", "username=office2&username=leader&password=x"],
    ["broken escapes", "username=%ff%fe&password=%zz%00"],
    ["a very long name", `username=${"a".repeat(100_000)}&password=x`],
    ["keys of the prototype", "__proto__=1&constructor=2&username=a&password=b"],
  ])("refuses a form with %s as 422", async (_, body) => {
    const answer = await signIn(body);
    expect(answer.status).toBe(422);
    expect(String(answer.body.username).length).toBeLessThanOrEqual(200);
  });

  it("refuses what is no form as 400 and a form beyond all measure as 413", async () => {
    const request = new Request(`${SITE}/sign-in`, {
      method: "POST",
      body: "{}",
      headers: { "Content-Type": "application/json" },
    });
    expect((await answerOf(signInAction({ request, context: context(), params: {} }))).status).toBe(400);
    expect((await signIn(`username=${"a".repeat(2_000_000)}&password=x`)).status).toBe(413);
  });
});

describe("signing out", () => {
  it("leads home, clears the cookie and ends the session", async () => {
    const [cookie = ""] = (await signIn({ username: "office2", password: PASSWORD })).headers.getSetCookie();
    const headers = { Cookie: cookie.split(";")[0]! };
    const seen = () =>
      answerOf(signInLoader({ request: new Request(`${SITE}/sign-in`, { headers }), context: context(), params: {} }));
    expect((await seen()).body.name).toBe("审核");
    const request = new Request(`${SITE}/sign-out`, { method: "POST", headers });
    const answer = await answerOf(signOutAction({ request, context: context(), params: {} }));
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/"]);
    expect(answer.headers.get("Set-Cookie")).toContain("Max-Age=0");
    expect((await seen()).body.name).toBeNull();
  });

  it("is harmless for a guest, and nothing to read", async () => {
    const request = new Request(`${SITE}/sign-out`, { method: "POST" });
    expect((await answerOf(signOutAction({ request, context: context(), params: {} }))).status).toBe(303);
    expect((await answerOf(Promise.resolve().then(signOutLoader))).status).toBe(404);
  });
});
