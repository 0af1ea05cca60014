import { beforeAll, describe, expect, it } from "vitest";
import type { Person } from "~/accounts/actor";
import { personById } from "~/accounts/queries.server";
import { approveConsultation } from "~/consultations/approve-consultation.server";
import { workbench } from "~/consultations/desk-queries.server";
import { passConsultation } from "~/consultations/pass-consultation.server";
import { submitConsultation } from "~/consultations/submit-consultation.server";
import { arrangeDeputy } from "~/deputies/arrange-deputy.server";
import type { Database } from "~/platform/db.server";
import { packageBench } from "~/policies/desk-policies.server";
import { policyAgenda } from "~/policies/policy-agenda.server";
import { actOnMaterial } from "~/policies/sign-material.server";
import { approvePolicy, passPolicy, returnPolicy, submitPolicy } from "~/policies/sign-policy.server";
import { setReviewPeople, stageSettings } from "~/reviews/stage-setting.server";
import { createPerson, createPrepared, createStaff, type Staff } from "../../factories/desk";
import { createPackage, createReleased, policyOf, writeMaterial } from "../../factories/policies";
import { fillSheet } from "../../../prisma/seeds/release-sheet";
import { at } from "../../setup/clock";
import { freshDatabase } from "../../setup/database";
import { refusalOf } from "../../setup/refusal";

let db: Database;
let staff: Staff;

const deps = () => ({ db, now: at("2026-06-22") });
const input = (slug: string) => ({ slug, version: null });
const approval = (slug: string) => ({ ...input(slug), determinedAttribute: "proactive" as const });
const stages = async (slug: string) =>
  (await packageBench(staff.handler, slug, deps())).stages.map(({ state }) => state).join(" ");

/** The person as a request on this day finds them: with the rights lent by whomever they stand in for. */
async function personAt(person: Person, day: string): Promise<Person> {
  return (await personById({ db, now: at(day) }, person.accountId))!;
}

beforeAll(async () => {
  db = await freshDatabase();
  staff = await createStaff(db);
});

describe("with how many people a unit reviews", () => {
  it("is three until the office says otherwise, for the district or for a unit", async () => {
    expect(await stageSettings(deps())).toMatchObject({ people: 3, units: [] });
    const own = { unitCode: "housing", people: 2 as const };
    for (const actor of [staff.handler, staff.approver])
      expect(await refusalOf(setReviewPeople(actor, own, deps()))).toMatchObject({ status: 404 });
    const nothing = refusalOf(setReviewPeople(staff.office, { unitCode: null, people: null }, deps()));
    expect(await nothing).toMatchObject({ codes: ["choose"] });
    const unknown = refusalOf(setReviewPeople(staff.office, { unitCode: "nowhere", people: 2 }, deps()));
    expect(await unknown).toMatchObject({ codes: ["choose"] });
    await setReviewPeople(staff.office, own, deps());
    expect(await stageSettings(deps())).toMatchObject({ people: 3, units: [{ code: "housing", people: 2 }] });
  });

  it("lets a package of that unit go from its sender to its signer, who is somebody else", async () => {
    const slug = await createPackage(db, staff);
    expect(await stages(slug)).toBe("current skipped ahead");
    await submitPolicy(staff.allround, input(slug), deps());
    expect(await stages(slug)).toBe("done skipped current");
    expect((await refusalOf(passPolicy(staff.reviewer, input(slug), deps()))).codes).toEqual(["already_passed"]);
    expect((await refusalOf(approvePolicy(staff.allround, approval(slug), deps()))).codes).toEqual([
      "same_person_submitted",
    ]);
    await approvePolicy(staff.approver, approval(slug), deps());
    expect(await stages(slug)).toBe("done skipped done");
    const events = await db.client.timelineEvent.findMany({ where: { subjectId: slug, kind: "policy.submitted" } });
    expect(events.map(({ payload }) => payload)).toEqual([expect.stringContaining('"people":2')]);
  });

  it("holds for what is sent from then on, not for what is under review already", async () => {
    const [two, three] = [await createPackage(db, staff), await createPackage(db, staff)];
    await submitPolicy(staff.handler, input(two), deps());
    await setReviewPeople(staff.office, { unitCode: "housing", people: null }, deps());
    await submitPolicy(staff.handler, input(three), deps());
    expect(await stages(two)).toBe("done skipped current");
    expect(await stages(three)).toBe("done current ahead");
    expect((await refusalOf(approvePolicy(staff.approver, approval(three), deps()))).codes).toEqual(["not_yet_passed"]);
    await returnPolicy(staff.approver, { ...input(two), reason: "附件不齐。" }, deps());
    await submitPolicy(staff.handler, input(two), deps());
    expect(await stages(two)).toBe("done current ahead");
  });

  it("holds for materials that follow, and for consultations, alike", async () => {
    const slug = await createReleased(db, staff);
    await setReviewPeople(staff.office, { unitCode: null, people: 2 }, deps());
    try {
      const material = await writeMaterial(db, staff, slug);
      await actOnMaterial(staff.handler, "submit_material", input(material), deps());
      await actOnMaterial(staff.approver, "approve_material", input(material), deps());
      const consultation = await createPrepared(db, staff);
      await submitConsultation(staff.allround, input(consultation), deps());
      expect(await refusalOf(passConsultation(staff.reviewer, input(consultation), deps()))).toMatchObject({
        codes: ["already_passed"],
      });
      const own = refusalOf(
        approveConsultation(staff.allround, { ...input(consultation), releaseRevisedDraft: false }, deps()),
      );
      expect((await own).codes).toContain("same_person_submitted");
      const { offers, turn } = await workbench(staff.approver, consultation, deps());
      expect(turn).toBe("approver");
      expect(offers.map(({ act }) => act)).toContain("approve");
      await fillSheet(staff.reviewer, consultation, deps());
      await approveConsultation(staff.approver, { ...input(consultation), releaseRevisedDraft: false }, deps());
    } finally {
      await setReviewPeople(staff.office, { unitCode: null, people: 3 }, deps());
    }
  });
});

describe("a deputy of somebody", () => {
  const arrange = (principal: Staff["handler"], deputy: Staff["handler"]) =>
    arrangeDeputy(
      staff.approver,
      { principal: principal.accountId, deputy: deputy.accountId, fromOn: "2026-06-22", untilOn: "2026-06-24" },
      { db, now: at("2026-06-20") },
    );

  it("does not review what the principal sent, and is not asked to", async () => {
    const slug = await createPackage(db, staff);
    await submitPolicy(staff.handler, input(slug), deps());
    await arrange(staff.handler, staff.reviewer);
    const deputy = await personAt(staff.reviewer, "2026-06-22");
    expect((await refusalOf(passPolicy(deputy, input(slug), deps()))).codes).toEqual(["same_person_submitted"]);
    const offer = (await packageBench(deputy, slug, deps())).offers.find(({ act }) => act === "pass");
    expect(offer?.reasons.map(({ code }) => code)).toEqual(["same_person_submitted"]);
    const wish = { actor: deputy, first: 50, today: "2026-06-22", deps: deps() };
    const filter = { q: "", unit: "", module: null, task: "review" as const, clock: null };
    const { entries } = await policyAgenda({ ...wish, filter });
    expect(entries.map(({ subject }) => subject)).not.toContain(slug);
  });

  it("stops the principal from signing what was sent or passed in the principal's place, also afterwards", async () => {
    const principal = await createPerson(db, "谭主任", [
      { role: "reviewer", unit: "housing" },
      { role: "approver", unit: "housing" },
    ]);
    const stand = await createPerson(db, "代理人", [{ role: "handling_officer", unit: "housing" }]);
    await arrange(principal, stand);
    const slug = await createPackage(db, staff);
    await submitPolicy(staff.handler, input(slug), deps());
    await passPolicy(await personAt(stand, "2026-06-23"), input(slug), { db, now: at("2026-06-23") });
    const later = { db, now: at("2026-06-26") };
    const back = await personAt(principal, "2026-06-26");
    expect((await refusalOf(approvePolicy(back, approval(slug), later))).codes).toEqual(["same_person_passed"]);
    await approvePolicy(staff.approver, approval(slug), later);
    expect((await policyOf(db, slug)).state).toBe("signed");
  });
});
