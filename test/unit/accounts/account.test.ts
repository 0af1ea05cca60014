import { describe, expect, it } from "vitest";
import { accountReasons, isUsername, normaliseUsername, type NewAccount } from "~/accounts/account";
import { DEMO_ACCOUNTS } from "~/accounts/demo-accounts";

const ACCOUNT: NewAccount = { username: "handler.housing", name: "林嘉敏", password: "correct horse", rights: [] };

function codes(change: Partial<NewAccount>): string[] {
  return accountReasons({ ...ACCOUNT, ...change }).map(({ code, field }) => `${field}: ${code}`);
}

describe("a new account", () => {
  it("needs a readable username, a name and a password of some length", () => {
    expect(codes({})).toEqual([]);
    expect(codes({ username: "a b" })).toEqual(["username: username_malformed"]);
    expect(codes({ name: " " })).toEqual(["name: required"]);
    expect(codes({ name: "字".repeat(51) })).toEqual(["name: too_long"]);
    expect(codes({ password: "short" })).toEqual(["password: too_short"]);
    expect(codes({ password: "长".repeat(201) })).toEqual(["password: too_long"]);
  });

  it("never unites two of the three administrators in one person", () => {
    const unit = "office";
    expect(
      codes({
        rights: [
          { role: "system_admin", unit },
          { role: "supervisor", unit },
        ],
      }),
    ).toEqual([]);
    expect(
      codes({
        rights: [
          { role: "system_admin", unit },
          { role: "audit_admin", unit },
        ],
      }),
    ).toEqual(["rights: administrators_separate"]);
    expect(
      codes({
        rights: [
          { role: "security_admin", unit },
          { role: "system_admin", unit: "justice" },
        ],
      }),
    ).toEqual(["rights: administrators_separate"]);
  });
});

describe("usernames", () => {
  it("are the same in full width, in capitals and with stray blanks", () => {
    expect(normaliseUsername(" Ｏｆｆｉｃｅ２ ")).toBe("office2");
    expect(normaliseUsername("Handler.Housing")).toBe("handler.housing");
  });

  it.each([["office2"], ["何晓岚"], ["a_b-c.d"]])("%s may be one", (name) => {
    expect(isUsername(name)).toBe(true);
  });

  it.each([[""], ["a\u0000b"], ["\ud800"], ["a/b"], ["=1+1"], ["\u202eabc"], ["a".repeat(65)], ["<b>"]])(
    "%j may not",
    (name) => {
      expect(isUsername(name)).toBe(false);
    },
  );
});

describe("the people of the demonstration", () => {
  it("are accounts like any other, each under its own name", () => {
    for (const account of DEMO_ACCOUNTS) expect(accountReasons({ ...account, password: "0123456789" })).toEqual([]);
    expect(new Set(DEMO_ACCOUNTS.map(({ username }) => username)).size).toBe(DEMO_ACCOUNTS.length);
    expect(new Set(DEMO_ACCOUNTS.map(({ name }) => name)).size).toBe(DEMO_ACCOUNTS.length);
  });

  it.each(["housing-construction", "justice", "office"])("handle, review and sign for %s as three people", (unit) => {
    const holders = (["handling_officer", "reviewer", "approver"] as const).map((role) =>
      DEMO_ACCOUNTS.filter(({ rights }) => rights.some((right) => right.role === role && right.unit === unit)),
    );
    expect(holders.map(({ length }) => length)).toEqual([1, 1, 1]);
    expect(new Set(holders.flat()).size).toBe(3);
  });
});
