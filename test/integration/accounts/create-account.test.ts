import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { NewAccountInput } from "~/accounts/create-account.server";
import { createAccount, createAdministrator } from "~/accounts/create-account.server";
import { GUEST, type Actor, type Role } from "~/accounts/actor";
import { accountNames, hasAccounts } from "~/accounts/queries.server";
import { signIn } from "~/accounts/sign-in.server";
import type { Database, Deps } from "~/platform/db.server";
import { Refused } from "~/platform/refusal";
import { historyOf } from "~/timeline/queries.server";
import { freshDatabase } from "../../setup/database";

const SYSTEM: Actor = { kind: "system", name: "test" };
const INPUT: NewAccountInput = {
  username: "New.Officer",
  name: "新同事",
  password: "correct horse",
  contact: "officer@example.invalid",
  rights: [{ role: "handling_officer", unit: "office" }],
};

let db: Database;
let deps: Deps;

beforeEach(async () => {
  db = await freshDatabase();
  deps = { db, now: new Date("2026-12-02T01:00:00Z") };
  await db.client.unit.create({
    data: { code: "office", name: "办公室", nameEn: "Office", kind: "office", position: 0 },
  });
});
afterEach(async () => {
  await db.close();
});

function officer(role: Role): Actor {
  return { kind: "person", accountId: "x", username: "x", name: "x", rights: [{ role, unit: "office" }] };
}

function refusal(actor: Actor, change: Partial<NewAccountInput> = {}): Promise<string> {
  return createAccount(actor, { ...INPUT, ...change }, deps).then(
    () => "created",
    (error: unknown) => {
      if (!(error instanceof Refused)) throw error;
      return `${error.status} ${error.message}`;
    },
  );
}

describe("a new account", () => {
  it("is created by the security administrator and by nobody else among people", async () => {
    expect(await refusal(officer("system_admin"))).toBe("404 not_found");
    expect(await refusal(officer("leader"))).toBe("404 not_found");
    expect(await refusal(GUEST)).toBe("404 not_found");
    expect(await db.client.account.count()).toBe(0);
    expect(await refusal(officer("security_admin"))).toBe("created");
  });

  it("is found by its normal name, with its rights in the timeline and no name there", async () => {
    expect(await hasAccounts({ db })).toBe(false);
    const person = await createAccount(SYSTEM, INPUT, deps);
    expect(person).toMatchObject({ username: "new.officer", rights: INPUT.rights });
    expect(await hasAccounts({ db })).toBe(true);
    expect(await accountNames({ db }, [person.accountId, null, "gone"])).toEqual(
      new Map([[person.accountId, "新同事"]]),
    );
    const history = await historyOf({ db }, { kind: "account", id: person.accountId });
    expect(history.map(({ kind, payload }) => ({ kind, payload }))).toEqual([
      { kind: "account.created", payload: { rights: INPUT.rights } },
    ]);
    expect(JSON.stringify(await db.client.timelineEvent.findMany())).not.toMatch(/新同事|officer@|new\.officer/);
  });

  it("keeps its password as an Argon2id hash only", async () => {
    await createAccount(SYSTEM, INPUT, deps);
    const [stored] = await db.client.account.findMany();
    expect(stored?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(JSON.stringify(stored)).not.toContain(INPUT.password);
  });

  it("is refused under a name that is taken, with a unit that does not exist or against the rules", async () => {
    await createAccount(SYSTEM, INPUT, deps);
    expect(await refusal(SYSTEM, { username: "ＮＥＷ.officer" })).toBe("422 username_taken");
    expect(await refusal(SYSTEM, { username: "a", rights: [{ role: "reviewer", unit: "nowhere" }] })).toBe(
      "422 unit_unknown",
    );
    expect(await refusal(SYSTEM, { username: "a", rights: [{ role: "reviewer", unit: "\u0000" }] })).toBe(
      "422 unit_unknown",
    );
    expect(await refusal(SYSTEM, { username: "a b", password: "x" })).toBe("422 username_malformed, too_short");
    expect(await db.client.account.count()).toBe(1);
  });
});

describe("the command for the first administrator", () => {
  async function run(...args: string[]): Promise<{ code: number; text: string }> {
    const lines: string[] = [];
    const code = await createAdministrator(deps, args, (line) => lines.push(line));
    return { code, text: lines.join("\n") };
  }

  it("works on an empty site and prints a password that signs in", async () => {
    await db.client.unit.deleteMany();
    const { code, text } = await run("first", "安全管理员");
    expect(code).toBe(0);
    const password = /password (\S+)/.exec(text)?.[1] ?? "";
    const request = new Request("http://127.0.0.1/sign-in", { method: "POST" });
    const { person } = await signIn({ username: "first", password }, { request, address: "10.2.0.1" }, deps);
    expect(person.rights).toEqual([{ role: "security_admin", unit: "office" }]);
    expect(JSON.stringify(await db.client.timelineEvent.findMany())).not.toContain(password);
  });

  it("takes other rights, and says what is wrong", async () => {
    expect((await run("officer", "经办", "handling_officer@office", "supervisor@office")).code).toBe(0);
    expect(await run("officer", "经办")).toEqual({ code: 1, text: "This username is taken." });
    expect((await run("other", "经办", "reviewer@nowhere")).text).toBe("There is no such unit.");
    expect((await run("other", "经办", "king@office")).code).toBe(2);
    expect((await run("other")).code).toBe(2);
    expect((await run()).text).toContain("npm run admin");
  });
});
