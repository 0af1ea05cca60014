import { beforeAll, describe, expect, it } from "vitest";
import { approveReply } from "~/messages/approve-reply.server";
import { assignMessage } from "~/messages/assign-message.server";
import { messageBench } from "~/messages/desk-queries.server";
import { fillReplySheet } from "~/messages/reply-sheet.server";
import { submitReply } from "~/messages/write-reply.server";
import type { Database, Deps } from "~/platform/db.server";
import { addTerms } from "~/reviews/edit-terms.server";
import { setSheetCompulsory } from "~/reviews/sheet-setting.server";
import { createStaff, type Staff } from "../../factories/desk";
import { createMessage, SOLVED, tickAll } from "../../factories/messages";
import { at } from "../../setup/clock";
import { freshDatabase } from "../../setup/database";
import { refusalOf } from "../../setup/refusal";

const NOW = at("2026-11-25", "10:00");

let db: Database;
let staff: Staff;
let deps: Deps;

beforeAll(async () => {
  db = await freshDatabase();
  staff = await createStaff(db);
  deps = { db, now: NOW };
  await addTerms(staff.office, { kind: "wrong", text: "按装 安装" }, deps);
});

async function waiting(text = SOLVED.text): Promise<string> {
  const { number } = await createMessage(db, at("2026-11-23", "09:00"));
  const assignment = { number, version: null, unit: "housing", assisting: [], officer: null, reason: "按职责办理" };
  await assignMessage(staff.office, assignment, deps);
  await tickAll(db, staff.handler, number, NOW);
  await submitReply(staff.handler, { ...SOLVED, text, number, version: null }, deps);
  return number;
}

const secrecy = (isCleared: boolean) => ({
  act: "check" as const,
  check: { kind: "secrecy" as const, isCleared, note: isCleared ? null : "写了内部电话。" },
});

describe("the release sheet of a reply", () => {
  it("stands beside the approval as advice; a review that said no stops it", async () => {
    const number = await waiting("井盖已经按装好。");
    const bench = await messageBench(staff.approver, number, deps);
    expect(bench.sheet?.sheet.reasons.map(({ code }) => code)).toEqual([
      ...["secrecy_check_missing", "personal_check_missing", "hits_open"],
    ]);
    expect(bench.sheet?.sheet.hits).toMatchObject([{ term: "按装", instead: "安装", place: "reply" }]);
    await fillReplySheet(staff.approver, { number, entry: secrecy(false) }, deps);
    const approval = { number, version: null, remark: null };
    expect((await refusalOf(approveReply(staff.approver, approval, deps))).codes).toEqual(["secrecy_not_cleared"]);
    const own = await refusalOf(fillReplySheet(staff.handler, { number, entry: secrecy(true) }, deps));
    expect(own.codes).toEqual(["secrecy_check_same_person"]);
    await fillReplySheet(staff.approver, { number, entry: secrecy(true) }, deps);
    await approveReply(staff.approver, approval, deps);
    expect((await messageBench(staff.approver, number, deps)).sheet).toBeNull();
  });

  it("is compulsory where the office says so, and no other unit's people know of it", async () => {
    await setSheetCompulsory(staff.office, true, deps);
    try {
      const number = await waiting();
      const approval = { number, version: null, remark: null };
      expect((await refusalOf(approveReply(staff.approver, approval, deps))).codes).toEqual([
        ...["secrecy_check_missing", "personal_check_missing"],
      ]);
      for (const person of [staff.otherHandler, staff.otherApprover, staff.resident])
        expect((await refusalOf(fillReplySheet(person, { number, entry: secrecy(true) }, deps))).status).toBe(404);
      await fillReplySheet(staff.approver, { number, entry: secrecy(true) }, deps);
      const personal = { kind: "personal" as const, isCleared: true, note: null };
      await fillReplySheet(staff.handler, { number, entry: { act: "check", check: personal } }, deps);
      await approveReply(staff.approver, approval, deps);
    } finally {
      await setSheetCompulsory(staff.office, false, deps);
    }
  });
});
