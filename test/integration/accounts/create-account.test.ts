import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { NewAccountInput } from "~/accounts/create-account.server";
import { createAccount } from "~/accounts/create-account.server";
import { GUEST, type Actor, type Role } from "~/accounts/actor";
import { accountContact, accountNames, hasAccounts } from "~/accounts/queries.server";
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
    expect(await accountContact(db.client, person.accountId)).toBe("officer@example.invalid");
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
