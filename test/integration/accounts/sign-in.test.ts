import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAccount } from "~/accounts/create-account.server";
import type { Person } from "~/accounts/actor";
import {
  getActor,
  IDLE_MS,
  LIFETIME_MS,
  removeEndedSessions,
  requirePerson,
  requireStaff,
} from "~/accounts/session.server";
import { hashPassword, NOBODYS_HASH } from "~/accounts/password.server";
import { signIn } from "~/accounts/sign-in.server";
import { signOut } from "~/accounts/sign-out.server";
import { FAILURES_PER_ACCOUNT, FAILURES_PER_ADDRESS } from "~/accounts/throttle.server";
import type { Database, Deps } from "~/platform/db.server";
import { sha256 } from "~/platform/ids.server";
import { Refused } from "~/platform/refusal";
import { historyOf } from "~/timeline/queries.server";
import { verifyTimeline } from "~/timeline/verify.server";
import { freshDatabase } from "../../setup/database";

const PASSWORD = "correct horse battery";
const SITE = "http://127.0.0.1:3000";
const REAL_NOW = new Date("2026-11-22T02:00:00Z");
/** The domain's clock stands months ahead: sessions must not notice. */
const NOW = new Date("2027-03-01T02:00:00Z");
const SYSTEM = { kind: "system", name: "test" } as const;

let db: Database;
let deps: Deps;
let staff: Person;
let addresses = 0;

beforeAll(async () => {
  db = await freshDatabase();
  deps = { db, now: NOW };
  await db.client.unit.create({
    data: { code: "office", name: "办公室", nameEn: "Office", kind: "office", position: 0 },
  });
  staff = await newAccount("office2", "reviewer");
  await newAccount("resident");
});
afterAll(async () => {
  await db.close();
});

function newAccount(username: string, role?: "reviewer"): Promise<Person> {
  const rights = role ? [{ role, unit: "office" }] : [];
  return createAccount(SYSTEM, { username, name: username, password: PASSWORD, rights }, deps);
}

function request(cookie?: string, path = "/desk", method = "GET"): Request {
  return new Request(SITE + path, { method, headers: cookie ? { Cookie: cookie } : {} });
}

/** What the browser sends back: name and value, without the attributes. */
function pairOf(setCookie: string): string {
  return setCookie.split(";")[0]!;
}

async function signedIn(username = "office2", before?: string): Promise<string> {
  const context = { request: request(before, "/sign-in", "POST"), address: freshAddress(), realNow: REAL_NOW };
  return pairOf((await signIn({ username, password: PASSWORD }, context, deps)).cookie);
}

function attempt(username: string, password: string, address = freshAddress()): Promise<string> {
  const context = { request: request(undefined, "/sign-in", "POST"), address, realNow: REAL_NOW };
  return signIn({ username, password }, context, deps).then(
    () => "signed in",
    (error: unknown) => {
      if (!(error instanceof Refused)) throw error;
      return `${error.status} ${error.message}`;
    },
  );
}

function freshAddress(): string {
  addresses += 1;
  return `10.0.${addresses >> 8}.${addresses & 255}`;
}

async function thrownBy(work: Promise<unknown>): Promise<Response> {
  const thrown: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(thrown instanceof Response)) throw new Error("no answer was thrown");
  return thrown;
}

const later = (ms: number) => new Date(REAL_NOW.getTime() + ms);

describe("signing in", () => {
  it("opens a session of the person with all rights, whatever the domain's clock says", async () => {
    const cookie = await signedIn();
    expect(await getActor(request(cookie), deps, REAL_NOW)).toEqual(staff);
    expect(staff.rights).toEqual([{ role: "reviewer", unit: "office" }]);
  });

  it("sends a cookie that scripts cannot read and other sites cannot use", async () => {
    const context = { request: request(undefined, "/sign-in", "POST"), address: freshAddress(), realNow: REAL_NOW };
    const { cookie } = await signIn({ username: "office2", password: PASSWORD }, context, deps);
    expect(cookie).toMatch(/^session=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const secure = { ...context, request: new Request("https://site.example/sign-in", { method: "POST" }) };
    expect((await signIn({ username: "office2", password: PASSWORD }, secure, deps)).cookie).toMatch(/; Secure$/);
  });

  it("keeps only a digest of the id, so that a stolen database opens no session", async () => {
    const id = (await signedIn()).slice("session=".length);
    const stored = JSON.stringify(await db.client.session.findMany());
    expect(stored).toContain(sha256(id));
    expect(stored).not.toContain(id);
    expect(await getActor(request(`session=${sha256(id)}`), deps, REAL_NOW)).toEqual({ kind: "guest" });
  });

  it("gives a new id each time and ends the session that the browser had", async () => {
    const first = await signedIn();
    const second = await signedIn("office2", first);
    expect(second).not.toBe(first);
    expect(await getActor(request(first), deps, REAL_NOW)).toEqual({ kind: "guest" });
    expect((await getActor(request(second), deps, REAL_NOW)).kind).toBe("person");
  });

  it("never takes over an id that somebody planted", async () => {
    const planted = `session=${"A".repeat(43)}`;
    expect(await signedIn("office2", planted)).not.toBe(planted);
    expect(await getActor(request(planted), deps, REAL_NOW)).toEqual({ kind: "guest" });
  });

  it("accepts the username as people type it", async () => {
    expect(await attempt(" ＯＦＦＩＣＥ２ ", PASSWORD)).toBe("signed in");
  });
});

describe("a failed attempt", () => {
  it("gets one answer for an unknown name, a wrong password and a suspended account", async () => {
    const { accountId } = await newAccount("suspended");
    await db.client.account.update({ where: { id: accountId }, data: { suspendedAt: NOW } });
    expect(await attempt("nobody", PASSWORD)).toBe("422 sign_in_failed");
    expect(await attempt("office2", "wrong password")).toBe("422 sign_in_failed");
    expect(await attempt("suspended", PASSWORD)).toBe("422 sign_in_failed");
  });

  it("does the same work for an unknown name as for a wrong password", async () => {
    const work = (passwordHash: string) => passwordHash.split("$").slice(1, 4);
    expect(work(NOBODYS_HASH)).toEqual(work(await hashPassword(PASSWORD)));
  });

  it("is an event of the account, or of none, without the name that was typed", async () => {
    const seen = await historyOf({ db }, { kind: "account", id: "none" });
    await attempt("13800138000", PASSWORD);
    const none = await historyOf({ db }, { kind: "account", id: "none" });
    expect(none).toHaveLength(seen.length + 1);
    expect(none.at(-1)).toMatchObject({ kind: "account.sign_in_failed", actorKind: "guest", payload: {} });
    const { accountId } = await newAccount("missed");
    await attempt("missed", "wrong password");
    expect((await historyOf({ db }, { kind: "account", id: accountId })).map(({ kind }) => kind)).toEqual([
      "account.created",
      "account.sign_in_failed",
    ]);
    expect(JSON.stringify(await db.client.timelineEvent.findMany())).not.toContain("13800138000");
  });

  it.each([
    ["a very long name", "a".repeat(1_000_000), PASSWORD],
    ["a very long password", "office2", "密".repeat(1_000_000)],
    ["signs of every kind", '\'; DROP TABLE "Account"; -- \u202e😀', "\u0000\ud800"],
    ["half a sign", "\ud800", PASSWORD],
    ["zero bytes", "office2\u0000", PASSWORD],
    ["nothing", "", ""],
  ])("with %s is refused like any other", async (_, username, password) => {
    expect(await attempt(username, password)).toBe("422 sign_in_failed");
  });
});

describe("too many attempts", () => {
  it("on one account are stopped from wherever they come, even with the right password", async () => {
    await newAccount("guessed");
    for (let round = 0; round < FAILURES_PER_ACCOUNT; round++) {
      expect(await attempt("guessed", `guess ${round}`)).toBe("422 sign_in_failed");
    }
    expect(await attempt("guessed", PASSWORD)).toBe("429 sign_in_throttled");
    expect(await attempt("resident", PASSWORD)).toBe("signed in");
  });

  it("on a name that does not exist are stopped alike", async () => {
    for (let round = 0; round < FAILURES_PER_ACCOUNT; round++) await attempt("no.such.name", "guess");
    expect(await attempt("no.such.name", "guess")).toBe("429 sign_in_throttled");
  });

  it("from one address are stopped whatever the names, and an IPv6 network is one address", async () => {
    for (let round = 0; round < FAILURES_PER_ADDRESS; round++) {
      expect(await attempt(`name${round}`, "guess", `2001:db8:1:2::${round + 1}`)).toBe("422 sign_in_failed");
    }
    expect(await attempt("resident", PASSWORD, "2001:db8:1:2:ffff::1")).toBe("429 sign_in_throttled");
    expect(await attempt("resident", PASSWORD, "2001:db8:1:3::1")).toBe("signed in");
  });

  it("that are sent at once are counted before any password is looked at", async () => {
    await newAccount("rushed");
    const answers = await Promise.all(Array.from({ length: 25 }, (_, index) => attempt("rushed", `guess ${index}`)));
    expect(answers.filter((answer) => answer === "422 sign_in_failed")).toHaveLength(FAILURES_PER_ACCOUNT);
    expect(answers.filter((answer) => answer === "429 sign_in_throttled")).toHaveLength(25 - FAILURES_PER_ACCOUNT);
  });

  it("are not what a person does who signs in often", async () => {
    for (let round = 0; round < FAILURES_PER_ACCOUNT + 2; round++) {
      expect(await attempt("resident", PASSWORD, "10.8.8.8")).toBe("signed in");
    }
  });
});

describe("a session", () => {
  it("ends after two hours without a request", async () => {
    const cookie = await signedIn();
    expect((await getActor(request(cookie), deps, later(IDLE_MS - 1))).kind).toBe("person");
    expect((await getActor(request(cookie), deps, later(2 * IDLE_MS - 2))).kind).toBe("person");
    expect(await getActor(request(cookie), deps, later(3 * IDLE_MS - 2))).toEqual({ kind: "guest" });
  });

  it("ends after its lifetime however busy", async () => {
    const cookie = await signedIn();
    for (let at = 0; at < LIFETIME_MS; at += IDLE_MS / 2) await getActor(request(cookie), deps, later(at));
    expect((await getActor(request(cookie), deps, later(LIFETIME_MS - 1))).kind).toBe("person");
    expect(await getActor(request(cookie), deps, later(LIFETIME_MS))).toEqual({ kind: "guest" });
  });

  it("ends with the suspension of its account, and follows its rights at once", async () => {
    const { accountId } = await newAccount("moved", "reviewer");
    const cookie = await signedIn("moved");
    expect((await requireStaff(request(cookie), deps, REAL_NOW)).accountId).toBe(accountId);
    await db.client.right.deleteMany({ where: { accountId } });
    expect((await thrownBy(requireStaff(request(cookie), deps, REAL_NOW))).status).toBe(404);
    await db.client.account.update({ where: { id: accountId }, data: { suspendedAt: NOW } });
    expect(await getActor(request(cookie), deps, REAL_NOW)).toEqual({ kind: "guest" });
  });

  it("is over on the server too after signing out", async () => {
    const cookie = await signedIn();
    const cleared = await signOut(request(cookie, "/sign-out", "POST"), deps, REAL_NOW);
    expect(cleared).toMatch(/^session=; Max-Age=0; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(await getActor(request(cookie), deps, REAL_NOW)).toEqual({ kind: "guest" });
    expect((await historyOf({ db }, { kind: "account", id: staff.accountId })).at(-1)?.kind).toBe("account.signed_out");
  });

  it("leaves nothing behind once it has ended", async () => {
    await signedIn();
    expect(await removeEndedSessions({ db }, later(LIFETIME_MS))).toBeGreaterThan(0);
    expect(await db.client.session.count()).toBe(0);
  });

  it.each([
    ["none", undefined],
    ["an empty one", "session="],
    ["an unknown id", `session=${"B".repeat(43)}`],
    ["one that is too short", "session=abc"],
    ["one that is too long", `session=${"B".repeat(5000)}`],
    ["signs of SQL", "session=' OR 1=1 --"],
    ["percent escapes", "session=%00%ff%zz"],
    ["full-width signs", "session=\u00ef\u00bc\u00a1"],
    ["only names", "session; session; ;;;==="],
    ["a thousand cookies", Array.from({ length: 1000 }, (_, index) => `c${index}=1`).join("; ")],
    ["a prototype's key", "__proto__=1; constructor=2; session=__proto__"],
  ])("is not there for a request with %s", async (_, cookie) => {
    expect(await getActor(request(cookie), deps, REAL_NOW)).toEqual({ kind: "guest" });
  });
});

describe("a page for staff", () => {
  it("opens for staff, sends a guest to sign in and does not exist for a resident", async () => {
    expect((await requireStaff(request(await signedIn()), deps, REAL_NOW)).username).toBe("office2");
    const guest = await thrownBy(requireStaff(request(undefined, "/desk?unit=office&q=物业"), deps, REAL_NOW));
    expect(guest.status).toBe(303);
    expect(guest.headers.get("Location")).toBe(
      "/sign-in?next=%2Fdesk%3Funit%3Doffice%26q%3D%25E7%2589%25A9%25E4%25B8%259A",
    );
    expect((await thrownBy(requireStaff(request(await signedIn("resident")), deps, REAL_NOW))).status).toBe(404);
  });

  it("answers a guest's post 401, without a way to sign in and post again", async () => {
    const answer = await thrownBy(requireStaff(request(undefined, "/desk", "POST"), deps, REAL_NOW));
    expect(answer.status).toBe(401);
    expect(answer.headers.get("Cache-Control")).toContain("no-store");
  });
});

describe("a person's own page", () => {
  it("opens for a resident and sends a guest to sign in", async () => {
    expect((await requirePerson(request(await signedIn("resident")), deps, REAL_NOW)).username).toBe("resident");
    expect((await thrownBy(requirePerson(request(undefined, "/me"), deps, REAL_NOW))).status).toBe(303);
    expect((await thrownBy(requirePerson(request("session=x", "/me", "POST"), deps, REAL_NOW))).status).toBe(401);
  });
});

it("all of this left the timeline whole", async () => {
  expect(await verifyTimeline(db)).toMatchObject({ ok: true });
});
