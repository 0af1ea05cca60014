import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "~/platform/db.server";
import { proposeException, signException } from "~/policies/except-policy.server";
import { exceptionList } from "~/policies/policy-open-data.server";
import { listExceptions } from "~/policies/public-exceptions.server";
import { releasePolicy } from "~/policies/release-policy.server";
import { createStaff, type Staff } from "../../factories/desk";
import { createPlanned, signAndIssue } from "../../factories/policies";
import { createAnswer, createOffice, createOrder, type Office } from "../../factories/quality";
import { at } from "../../setup/clock";
import { freshDatabase } from "../../setup/database";

let db: Database;
let staff: Staff;
let office: Office;

const PAGING = { page: 1, pageSize: 20 };

beforeAll(async () => {
  db = await freshDatabase();
  staff = await createStaff(db);
  office = await createOffice(db);
});

describe("the list of exceptions", () => {
  it("names what a leader signed once the document is public, and whether the promise was kept", async () => {
    const slug = await createPlanned(db, staff);
    const deps = { db, now: at("2026-06-20") };
    const asked = { slug, version: null, reason: "汛期紧急", promisedOn: "2026-07-03" };
    await proposeException(staff.handler, asked, deps);
    await signException(office.leader, { slug, version: null }, deps);
    await signAndIssue(db, staff, slug);
    expect((await listExceptions({ db, now: at("2026-06-24") }, PAGING)).total).toBe(0);
    await releasePolicy(staff.handler, { slug, version: null }, { db, now: at("2026-06-25") });
    const { items } = await listExceptions({ db, now: at("2026-07-03") }, PAGING);
    expect(items).toMatchObject([
      { reason: "汛期紧急", signedOn: "2026-06-20", promisedOn: "2026-07-03", keptOn: null, isLate: false },
    ]);
    expect((await listExceptions({ db, now: at("2026-07-04") }, PAGING)).items[0]!.isLate).toBe(true);
    await createOrder(db, office, slug);
    await createAnswer(db, staff, slug);
    const open = await exceptionList({ db, now: at("2026-07-09") }, PAGING);
    expect(open).toMatchObject({ total: 1, items: [{ policy: slug, keptOn: "2026-07-08", isLate: true }] });
  });
});
