import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor, Person } from "~/accounts/actor";
import { approveConsultation } from "~/consultations/approve-consultation.server";
import { editConsultation } from "~/consultations/edit-consultation.server";
import { passConsultation } from "~/consultations/pass-consultation.server";
import { prepareConsultation } from "~/consultations/prepare-consultation.server";
import { returnConsultation } from "~/consultations/return-consultation.server";
import { submitConsultation } from "~/consultations/submit-consultation.server";
import type { Database } from "~/platform/db.server";
import { historyOf } from "~/timeline/queries.server";
import { verifyTimeline } from "~/timeline/verify.server";
import {
  createApproved,
  createPrepared,
  createStaff,
  createSubmitted,
  FIELDS,
  recordOf,
  type Staff,
} from "../../factories/desk";
import { fillSheet } from "../../../prisma/seeds/release-sheet";
import { at } from "../../setup/clock";
import { freshDatabase } from "../../setup/database";
import { refusalOf } from "../../setup/refusal";

let db: Database;
let staff: Staff;

beforeAll(async () => {
  db = await freshDatabase();
  staff = await createStaff(db);
});
afterAll(async () => {
  expect(await verifyTimeline(db)).toMatchObject({ ok: true });
  await db.close();
});

const JUNE = at("2026-06-21");

async function versionOf(slug: string): Promise<number> {
  return (await recordOf(db, slug)).version;
}

describe("a consultation", () => {
  it("is signed by three people, each of whom the history names", async () => {
    const slug = await createApproved(db, staff);
    const signed = await recordOf(db, slug);
    expect(signed).toMatchObject({
      state: "approved",
      submittedById: staff.handler.accountId,
      passedById: staff.reviewer.accountId,
      approvedById: staff.approver.accountId,
    });
    const history = await historyOf({ db }, { kind: "consultation", id: slug });
    expect(history.map(({ kind, actorId }) => [kind.split(".")[1], actorId])).toEqual([
      ["prepared", staff.handler.accountId],
      ["draft_saved", staff.handler.accountId],
      ["submitted", staff.handler.accountId],
      ["passed", staff.reviewer.accountId],
      ["release_checked", staff.reviewer.accountId],
      ["release_checked", staff.reviewer.accountId],
      ["approved", staff.approver.accountId],
    ]);
  });

  it("gets an address of year, unit and number when the officer gives none", async () => {
    const deps = { db, now: JUNE };
    const input = { ...FIELDS, unit: "justice", slug: null };
    const first = await prepareConsultation(staff.otherHandler, input, deps);
    const second = await prepareConsultation(staff.otherHandler, input, deps);
    expect([first.slug, second.slug]).toEqual(["2026-justice-01", "2026-justice-02"]);
    const again = prepareConsultation(staff.otherHandler, { ...input, slug: "2026-justice-01" }, deps);
    expect(await refusalOf(again)).toMatchObject({ status: 422, codes: ["slug_taken"] });
  });

  it("gets an address of its own when several are begun at the same moment", async () => {
    const deps = { db, now: at("2027-01-04") };
    const input = { ...FIELDS, unit: "justice", slug: null };
    const begun = await Promise.all([1, 2, 3].map(() => prepareConsultation(staff.otherHandler, input, deps)));
    expect(begun.map(({ slug }) => slug).sort()).toEqual(["2027-justice-01", "2027-justice-02", "2027-justice-03"]);
    const wanted = [1, 2].map(() => prepareConsultation(staff.otherHandler, { ...input, slug: "lanes" }, deps));
    const results = await Promise.allSettled(wanted);
    const [lost] = results.filter((result) => result.status === "rejected");
    expect(lost?.reason).toMatchObject({ status: 422, reasons: [{ code: "slug_taken" }] });
  });

  it("is begun by a handling officer of the unit, by nobody else", async () => {
    const input = { ...FIELDS, unit: "housing", slug: null };
    for (const person of [staff.reviewer, staff.otherHandler, staff.office, staff.resident]) {
      const refused = refusalOf(() => prepareConsultation(person, input, { db, now: JUNE }));
      expect(await refused, person.name).toMatchObject({ status: 404 });
    }
  });

  it("keeps a remark in words beside the act, and in the timeline only its number and digest", async () => {
    const slug = await createSubmitted(db, staff);
    const words = "第二条的口径请再核。";
    await returnConsultation(staff.reviewer, { slug, version: 2, reason: words }, { db, now: JUNE });
    const { id, state } = await recordOf(db, slug);
    expect(state).toBe("preparing");
    const [remark] = await db.client.remark.findMany({ where: { consultationId: id } });
    expect(remark).toMatchObject({ act: "return", text: words, authorId: staff.reviewer.accountId });
    const last = (await historyOf({ db }, { kind: "consultation", id: slug })).at(-1);
    expect(last).toMatchObject({ kind: "consultation.returned", payload: { remark: remark?.id } });
    expect(JSON.stringify(last)).not.toContain("口径");
  });

  it("is not returned without saying why", async () => {
    const slug = await createSubmitted(db, staff);
    const refused = returnConsultation(staff.reviewer, { slug, version: 2, reason: "  " }, { db, now: JUNE });
    expect(await refusalOf(refused)).toMatchObject({ status: 422, codes: ["reason_missing"] });
  });
});

type Verb = (actor: Actor, slug: string) => Promise<unknown>;

const VERBS = {
  edit: async (actor: Actor, slug: string) =>
    editConsultation(actor, { slug, version: await versionOf(slug), fields: FIELDS }, { db, now: JUNE }),
  submit: async (actor: Actor, slug: string) =>
    submitConsultation(actor, { slug, version: await versionOf(slug) }, { db, now: JUNE }),
  pass: async (actor: Actor, slug: string) =>
    passConsultation(actor, { slug, version: await versionOf(slug) }, { db, now: JUNE }),
  return: async (actor: Actor, slug: string) =>
    returnConsultation(actor, { slug, version: await versionOf(slug), reason: "请改" }, { db, now: JUNE }),
  approve: async (actor: Actor, slug: string) => {
    await fillSheet(staff.reviewer, slug, { db, now: JUNE });
    await approveConsultation(actor, { slug, version: await versionOf(slug) }, { db, now: JUNE });
  },
} satisfies Record<string, Verb>;

async function createPassed(): Promise<string> {
  const slug = await createSubmitted(db, staff);
  await VERBS.pass(staff.reviewer, slug);
  return slug;
}

const RIGHTS: { act: keyof typeof VERBS; from: () => Promise<string>; may: keyof Staff; mayNot: (keyof Staff)[] }[] = [
  {
    act: "edit",
    from: () => createPrepared(db, staff),
    may: "handler",
    mayNot: ["reviewer", "otherHandler", "office"],
  },
  { act: "submit", from: () => createPrepared(db, staff), may: "handler", mayNot: ["approver", "otherHandler"] },
  {
    act: "pass",
    from: () => createSubmitted(db, staff),
    may: "reviewer",
    mayNot: ["handler", "approver", "otherReviewer"],
  },
  { act: "return", from: () => createSubmitted(db, staff), may: "approver", mayNot: ["handler", "otherReviewer"] },
  { act: "approve", from: createPassed, may: "approver", mayNot: ["handler", "reviewer", "otherApprover", "resident"] },
];

describe.each(RIGHTS)("to $act", ({ act, from, may, mayNot }) => {
  it(`is for the ${may}; for others the consultation does not exist`, async () => {
    const slug = await from();
    for (const name of mayNot) {
      expect(await refusalOf(VERBS[act](staff[name], slug)), name).toMatchObject({ status: 404 });
    }
    expect(await refusalOf(VERBS[act]({ kind: "guest" }, slug))).toMatchObject({ status: 404 });
    await VERBS[act](staff[may], slug);
  });
});

describe("somebody with every right in the unit", () => {
  it("cannot pass, return or approve what they submitted", async () => {
    const slug = await createPrepared(db, staff);
    await VERBS.submit(staff.allround, slug);
    for (const act of ["pass", "return"] as const) {
      const refused = await refusalOf(VERBS[act](staff.allround, slug));
      expect(refused).toMatchObject({ status: 422, codes: ["same_person_submitted"] });
    }
    await VERBS.pass(staff.reviewer, slug);
    expect(await refusalOf(VERBS.approve(staff.allround, slug))).toMatchObject({ codes: ["same_person_submitted"] });
  });

  it("cannot approve what they passed", async () => {
    const slug = await createSubmitted(db, staff);
    await VERBS.pass(staff.allround, slug);
    expect(await refusalOf(VERBS.approve(staff.allround, slug))).toMatchObject({ codes: ["same_person_passed"] });
  });
});

describe("the approver", () => {
  it("does not sign before the reviewer has passed", async () => {
    const slug = await createSubmitted(db, staff);
    expect(await refusalOf(VERBS.approve(staff.approver, slug))).toMatchObject({ codes: ["not_yet_passed"] });
  });

  it("opens it from the day of the signature when the first day is past, and the shorter period then needs a reason", async () => {
    const late = { db, now: at("2026-07-05", "09:00") };
    const slug = await createPassed();
    await fillSheet(staff.reviewer, slug, late);
    const version = await versionOf(slug);
    const refused = approveConsultation(staff.approver, { slug, version }, late);
    expect(await refusalOf(refused)).toMatchObject({ codes: ["period_too_short"] });

    const reasoned = await createSubmitted(db, staff, { shortenedReason: "防汛工作紧急。" });
    await VERBS.pass(staff.reviewer, reasoned);
    await fillSheet(staff.reviewer, reasoned, late);
    await approveConsultation(staff.approver, { slug: reasoned, version: 3 }, late);
    expect(await recordOf(db, reasoned)).toMatchObject({ opensOn: "2026-07-05", state: "approved" });
  });
});

describe("the period guard", () => {
  it("names every missing thing at once", async () => {
    const { slug } = await prepareConsultation(
      staff.handler,
      { ...FIELDS, title: "绿道", explanatoryNote: "", contactPhone: "", opensOn: null, unit: "housing", slug: null },
      { db, now: JUNE },
    );
    const refused = await refusalOf(VERBS.submit(staff.handler, slug));
    expect(refused.codes).toEqual(["explanatory_note_missing", "contact_missing", "draft_missing", "opens_missing"]);
  });

  it.each([
    ["30 days of a major decision are enough", { closesOn: "2026-07-31" }, []],
    ["29 days are not", { closesOn: "2026-07-30" }, ["period_too_short"]],
    ["29 days with a reason go on", { closesOn: "2026-07-30", shortenedReason: "防汛工作紧急。" }, []],
    [
      "7 working days are enough for another normative document",
      { decisionKind: "normative_document", closesOn: "2026-07-10" },
      [],
    ],
    ["6 working days are not", { decisionKind: "normative_document", closesOn: "2026-07-09" }, ["period_too_short"]],
    ["a first day that is past is refused", { opensOn: "2026-06-01" }, ["opens_in_past"]],
  ] as const)("%s", async (_name, fields, codes) => {
    const slug = await createPrepared(db, staff, fields);
    const done = VERBS.submit(staff.handler, slug);
    if (codes.length > 0) expect((await refusalOf(done)).codes).toEqual(codes);
    else await done;
  });
});

describe("two officers on one page", () => {
  it("the second is told by whom and when, and nothing is changed", async () => {
    const slug = await createPrepared(db, staff);
    const save = (person: Person, title: string) =>
      editConsultation(person, { slug, version: 1, fields: { ...FIELDS, title } }, { db, now: JUNE });
    await save(staff.handler, "第一稿");
    const refused = await refusalOf(save(staff.allround, "第二稿"));
    expect(refused).toMatchObject({ status: 409, codes: ["stale"] });
    const [last] = (await historyOf({ db }, { kind: "consultation", id: slug })).slice(-1);
    expect(refused.reasons[0]?.params).toEqual({ by: "林嘉敏", at: last?.at });
    expect(await recordOf(db, slug)).toMatchObject({ title: "第一稿", version: 2 });
  });

  it("of two who submit at the same instant, one wins", async () => {
    const slug = await createPrepared(db, staff);
    const both = [staff.handler, staff.allround].map((person) =>
      submitConsultation(person, { slug, version: 1 }, { db, now: JUNE }),
    );
    const results = await Promise.allSettled(both);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = results.find((result) => result.status === "rejected")!;
    expect(lost.reason).toMatchObject({ status: 409 });
    const history = await historyOf({ db }, { kind: "consultation", id: slug });
    expect(history.filter(({ kind }) => kind === "consultation.submitted")).toHaveLength(1);
  });
});
