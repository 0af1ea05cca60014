import { beforeEach, describe, expect, it } from "vitest";

import { GUEST, type Person } from "~/accounts/actor";
import { editCalendar, type CalendarEdit } from "~/calendar/edit-calendar.server";
import { listCalendarYears, loadCalendar } from "~/calendar/load-calendar.server";
import { dueOn, isProvisional } from "~/calendar/working-days";
import type { Database, Deps } from "~/platform/db.server";
import { verifyTimeline } from "~/timeline/verify.server";
import { createPerson, createStaff } from "../../factories/desk";
import { at } from "../../setup/clock";
import { freshDatabase } from "../../setup/database";
import { refusalOf } from "../../setup/refusal";

const YEAR_2027: CalendarEdit = {
  year: 2027,
  rest: [
    { day: "2027-01-01", name: "元旦" },
    { day: "2027-01-02", name: "元旦" },
  ],
  work: [{ day: "2027-01-09", name: "元旦" }],
  source: "国务院办公厅关于2027年部分节假日安排的通知",
  isPublished: true,
  savedAt: null,
};

let db: Database;
let deps: Deps;
let office: Person;

beforeEach(async () => {
  db = await freshDatabase();
  deps = { db, now: at("2026-11-10") };
  office = (await createStaff(db)).office;
});

describe("the calendar of the district", () => {
  it("is the built-in one until the office saves a year", async () => {
    const calendar = await loadCalendar(deps);
    expect(calendar.years).toContain(2026);
    expect(isProvisional("2026-12-25", "2027-01-08", calendar)).toBe(true);
  });

  it("has a year as soon as the office saved it, and dates that ran into it move and are final", async () => {
    expect(dueOn("2026-12-25", 10, await loadCalendar(deps))).toBe("2027-01-08");
    await editCalendar(office, YEAR_2027, deps);
    const calendar = await loadCalendar(deps);
    expect(dueOn("2026-12-25", 10, calendar)).toBe("2027-01-09");
    expect(isProvisional("2026-12-25", "2027-01-09", calendar)).toBe(false);
  });

  it("records who changed which days", async () => {
    await editCalendar(office, YEAR_2027, deps);
    const event = await db.client.timelineEvent.findFirstOrThrow({ where: { kind: "calendar.changed" } });
    expect(event).toMatchObject({ subjectKind: "calendar", subjectId: "2027", actorId: office.accountId });
    expect(JSON.parse(event.payload)).toEqual({
      isPublished: true,
      rest: ["2027-01-01", "2027-01-02"],
      work: ["2027-01-09"],
    });
    expect(await verifyTimeline(db)).toMatchObject({ ok: true });
  });

  it("is replaced year by year, so that a day taken out is gone", async () => {
    await editCalendar(office, YEAR_2027, deps);
    const [saved] = await listCalendarYears(deps);
    const later = { ...deps, now: at("2026-11-11") };
    const edit = { ...YEAR_2027, work: [], savedAt: saved?.changedAt.toISOString() ?? null };
    await editCalendar(office, edit, later);
    const calendar = await loadCalendar(later);
    expect(calendar.days["2027-01-09"]).toBeUndefined();
    expect(calendar.days["2026-10-01"]).toBeDefined();
  });

  it("may have a built-in year corrected, or marked as not published", async () => {
    await editCalendar(office, { ...YEAR_2027, year: 2026, rest: [], work: [], isPublished: false }, deps);
    const calendar = await loadCalendar(deps);
    expect(calendar.years).not.toContain(2026);
    expect(calendar.days["2026-10-01"]).toBeUndefined();
  });

  it("tells an editor whose page is older than the last change", async () => {
    await editCalendar(office, YEAR_2027, deps);
    const refusal = await refusalOf(editCalendar(office, YEAR_2027, deps));
    expect(refusal).toMatchObject({ status: 409, codes: ["stale"] });
    expect(refusal.reasons[0]?.params).toMatchObject({ by: office.name });
  });

  it("is changed by a system administrator, and hidden from officers, residents and guests", async () => {
    const admin = await createPerson(db, "管理员", [{ role: "system_admin", unit: "office" }]);
    await editCalendar(admin, YEAR_2027, deps);
    const approver = await createPerson(db, "签发人", [{ role: "approver", unit: "office" }]);
    for (const actor of [GUEST, approver, await createPerson(db, "居民", [])]) {
      expect(await refusalOf(editCalendar(actor, YEAR_2027, deps))).toMatchObject({
        status: 404,
        codes: ["not_found"],
      });
    }
  });

  it("is left as it was when the year cannot be saved", async () => {
    const refusal = await refusalOf(editCalendar(office, { ...YEAR_2027, rest: [] }, deps));
    expect(refusal).toMatchObject({ status: 422, codes: ["rest_days_missing"] });
    expect(await listCalendarYears(deps)).toEqual([]);
  });
});
