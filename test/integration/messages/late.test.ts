import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { escalateLate } from "~/messages/escalate-late.server";
import { assignMessage } from "~/messages/assign-message.server";
import { openDatabase, type Database } from "~/platform/db.server";
import { createStaff, type Staff } from "../../factories/desk";
import { answerMessage, createMessage } from "../../factories/messages";
import { at } from "../../setup/clock";
import { freshDatabase, testEngine } from "../../setup/database";

let db: Database;
let other: Database;
let staff: Staff;

const CONTACTS = { approver: "zhang@example.org", office: "ban@example.org", otherApprover: "li@example.org" } as const;

beforeAll(async () => {
  db = await freshDatabase();
  // SQLite has one process that writes; on PostgreSQL another one does the same at the same time.
  other = testEngine === "postgresql" ? await openDatabase(db.url) : db;
  staff = await createStaff(db);
  for (const [who, contact] of Object.entries(CONTACTS)) {
    await db.client.account.update({ where: { id: staff[who as keyof Staff].accountId }, data: { contact } });
  }
});
afterAll(() => other.close());

const SENT = at("2026-11-23", "09:00"); // due on 2 December
const tell = (day: string, of = db) => escalateLate({ db: of, now: at(day) });

async function assigned(change: Parameters<typeof createMessage>[2] = {}, unit = "housing"): Promise<string> {
  const { number } = await createMessage(db, SENT, change);
  const to = { unit, assisting: [], officer: null, reason: null };
  await assignMessage(staff.office, { number, version: null, ...to }, { db, now: SENT });
  return number;
}

const noticesOf = async (number: string) =>
  (await db.client.notice.findMany({ where: { subjectId: number, kind: "message_late" }, orderBy: { id: "asc" } })).map(
    ({ recipient, subjectKind }) => [recipient, subjectKind],
  );

describe("a message that is late", () => {
  it("is brought before the unit's leader and then the office, each once, however often and by whom it is looked", async () => {
    const number = await assigned();
    expect(await tell("2026-12-02")).toBe(0);
    await Promise.all([tell("2026-12-03"), tell("2026-12-03", other), tell("2026-12-03")]);
    expect(await noticesOf(number)).toEqual([[CONTACTS.approver, "message"]]);
    await tell("2026-12-04");
    await Promise.all([tell("2026-12-07"), tell("2026-12-07", other)]);
    const both = [CONTACTS.approver, CONTACTS.office].map((contact) => [contact, "message"]);
    expect(await noticesOf(number)).toEqual(both);
    await answerMessage(db, at("2026-12-08"), number, staff);
    expect(await tell("2026-12-20")).toBe(0);
  });

  it("stands before both although nobody looked in time, and a promise has its own day", async () => {
    const number = await assigned();
    expect(await tell("2026-12-15")).toBe(2);
    const promise = { resolution: "promised" as const, promisedOn: "2026-12-18" };
    await answerMessage(db, at("2026-12-15", "15:00"), number, staff, promise);
    expect(await tell("2026-12-18")).toBe(0);
    expect(await tell("2026-12-21")).toBe(1);
    expect(await noticesOf(number)).toHaveLength(3);
  });

  it("is told to nobody whom it is about, and stands in no list of notices when it is sealed", async () => {
    const number = await assigned({ kind: "tip_off", unit: "housing", publish: false }, "justice");
    await tell("2026-12-15");
    const both = [CONTACTS.otherApprover, CONTACTS.office].map((contact) => [contact, "sealed_message"]);
    expect(await noticesOf(number)).toEqual(both);
    const { number: about } = await createMessage(db, SENT, { about: "office" });
    await tell("2026-12-15");
    expect(await noticesOf(about)).toEqual([]);
  });
});
