import { describe, expect, it } from "vitest";
import { accountIdOf, GUEST, holds, isStaff, ROLES, type Actor, type Right } from "~/accounts/actor";
import { differentPeople, hasAnyRight } from "~/accounts/permissions";

function person(accountId: string, ...rights: Right[]): Actor {
  return { kind: "person", accountId, username: accountId, name: accountId, rights };
}

const HOUSING = "housing-construction";
const SYSTEM: Actor = { kind: "system", name: "jobs" };

describe("a right is a role in a unit", () => {
  it.each(ROLES)("%s counts for who holds it there, not for another unit, another role or a guest", (role) => {
    const other = ROLES[(ROLES.indexOf(role) + 1) % ROLES.length]!;
    expect(holds(person("a", { role, unit: HOUSING }), role, HOUSING)).toBe(true);
    expect(holds(person("a", { role, unit: HOUSING }), role)).toBe(true);
    expect(holds(person("b", { role, unit: "justice" }), role, HOUSING)).toBe(false);
    expect(holds(person("c", { role: other, unit: HOUSING }), role, HOUSING)).toBe(false);
    expect(holds(person("d"), role)).toBe(false);
    expect(holds(GUEST, role)).toBe(false);
    expect(holds(SYSTEM, role)).toBe(false);
  });

  it("makes its holder staff; a resident's account, a guest and the platform are not", () => {
    expect(isStaff(person("a", { role: "reviewer", unit: HOUSING }))).toBe(true);
    expect(isStaff(person("resident"))).toBe(false);
    expect(isStaff(GUEST)).toBe(false);
    expect(isStaff(SYSTEM)).toBe(false);
  });

  it("opens the desk of its unit only", () => {
    const reviewer = person("a", { role: "reviewer", unit: HOUSING });
    expect(hasAnyRight(reviewer, HOUSING)).toBe(true);
    expect(hasAnyRight(reviewer, "justice")).toBe(false);
    expect(hasAnyRight(GUEST, HOUSING)).toBe(false);
  });
});

describe("the two-person rule", () => {
  it("asks for somebody who did none of the earlier steps", () => {
    expect(differentPeople(person("c"), "a", "b")).toBe(true);
    expect(differentPeople(person("a"), "a", "b")).toBe(false);
    expect(differentPeople(person("b"), "a", "b")).toBe(false);
  });

  it("does not count a step that nobody has done yet", () => {
    expect(differentPeople(person("a"), null, "b")).toBe(true);
    expect(differentPeople(person("a"))).toBe(true);
  });

  it("is never met by a guest or by the platform", () => {
    expect(differentPeople(GUEST, "a")).toBe(false);
    expect(differentPeople(SYSTEM, null)).toBe(false);
  });
});

describe("who stands behind an act", () => {
  it("is an account for a person only", () => {
    expect(accountIdOf(person("a"))).toBe("a");
    expect(accountIdOf(GUEST)).toBeNull();
    expect(accountIdOf(SYSTEM)).toBeNull();
  });
});
