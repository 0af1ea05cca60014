import { describe, expect, it } from "vitest";
import type { Actor } from "~/accounts/actor";
import { ACTS, type Act } from "~/consultations/consultation";
import { mayAct, mayPrepare, maySee, maySeeDesk, maySeeUnmasked } from "~/consultations/permissions";
import {
  approver,
  guest,
  handler,
  lifts,
  neighbour,
  office,
  person,
  platform,
  resident,
  reviewer,
} from "./consultation-examples";

const housing = lifts();
const leader = person("leader", { role: "leader", unit: "office" });
const admin = person("admin", { role: "system_admin", unit: "office" });
const outsiders: Record<string, Actor> = { guest, resident, neighbour, leader, admin, platform };

describe("who may act", () => {
  const officersActs: Act[] = [
    "edit",
    "submit",
    "extend",
    "withdraw",
    "revise_draft",
    "complete",
    "record_decision",
    "next_round",
    "record_inquiry",
    "record_reply",
    "record_step",
    "enter_comment",
    "publish",
    "withhold",
    "summarise",
    "decide",
  ];

  it.each<[string, Actor, Act[]]>([
    ["the handling officer", handler, officersActs],
    ["the reviewer", reviewer, ["pass", "return"]],
    ["the approver", approver, ["return", "approve", "sign_proposal", "refuse_proposal", "hand_over"]],
    ["the supervising office", office, ["decide_objection", "erase"]],
    ["anyone else", resident, []],
  ])("%s", (_, actor, acts) => {
    const ofEveryone: Act[] = ["post", "object", "withdraw_consent"];
    expect(ACTS.filter((act) => mayAct(actor, act, housing)).sort()).toEqual([...acts, ...ofEveryone].sort());
  });

  it("the same roles of another unit may do nothing here", () => {
    const elsewhere = lifts({ unitCode: "justice" });
    for (const actor of [handler, reviewer, approver])
      for (const act of [...officersActs, "pass", "return", "approve"] as const)
        expect(mayAct(actor, act, elsewhere)).toBe(false);
  });

  it("the platform may do nothing by itself", () => {
    expect(ACTS.filter((act) => mayAct(platform, act, housing))).toEqual([]);
  });

  it("begins a consultation in the own unit only", () => {
    expect(mayPrepare(handler, "housing")).toBe(true);
    expect(mayPrepare(handler, "justice")).toBe(false);
    expect(mayPrepare(reviewer, "housing")).toBe(false);
  });
});

describe("who may see", () => {
  it.each(["preparing", "in_review"] as const)("nobody outside learns of what is %s", (state) => {
    for (const actor of Object.values(outsiders)) expect(maySee(actor, housing, state)).toBe(false);
    expect(maySee(office, housing, state)).toBe(false);
    expect(maySeeDesk(office, housing, state)).toBe(false);
    for (const actor of [handler, reviewer, approver]) expect(maySee(actor, housing, state)).toBe(true);
  });

  it("everyone sees it from approval on, but the desk is for the unit and, to read, the supervising office", () => {
    for (const actor of Object.values(outsiders)) {
      expect(maySee(actor, housing, "approved")).toBe(true);
      expect(maySeeDesk(actor, housing, "open")).toBe(false);
    }
    for (const actor of [handler, reviewer, approver, office]) expect(maySeeDesk(actor, housing, "open")).toBe(true);
  });

  it("only the handling officer sees words before they are masked", () => {
    const readers = { handler, reviewer, approver, office, ...outsiders };
    const names = Object.entries(readers).filter(([, actor]) => maySeeUnmasked(actor, housing));
    expect(names.map(([name]) => name)).toEqual(["handler"]);
  });
});
