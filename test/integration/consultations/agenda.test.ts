import { beforeAll, describe, expect, it } from "vitest";
import type { Person } from "~/accounts/actor";
import type { AgendaFilter, AgendaPart } from "~/agenda/agenda";
import { plainDateOf } from "~/calendar/plain-date";
import { consultationAgenda } from "~/consultations/agenda-queries.server";
import { byUrgency } from "~/agenda/agenda";
import type { Database } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma.server/client";
import { createPerson, createStaff, type Staff } from "../../factories/desk";
import { createOpenConsultation } from "../../factories/open-consultation";
import { at } from "../../setup/clock";
import { freshDatabase } from "../../setup/database";

let db: Database;
let staff: Staff;

beforeAll(async () => {
  db = await freshDatabase();
  staff = await createStaff(db);
});

const NO_FILTER: AgendaFilter = { q: "", unit: "", module: null, task: null, clock: null };

function agendaOf(actor: Person, day: string, filter: Partial<AgendaFilter> = {}, first = 50): Promise<AgendaPart> {
  const now = at(day);
  const today = plainDateOf(now);
  return consultationAgenda({ actor, filter: { ...NO_FILTER, ...filter }, first, today, deps: { db, now } });
}

type Data = Partial<Prisma.ConsultationUncheckedCreateInput>;
type Who = keyof Staff;

describe("what somebody has to do next", () => {
  const propose = (act: string, by: Who) => (id: string) =>
    db.client.proposal.create({
      data: {
        ...{ consultationId: id, act, reason: "理由", closesOn: "2026-08-31" },
        ...{ proposedById: staff[by].accountId, proposedAt: at("2026-07-02") },
      },
    });
  const by = (who: Who) => () => staff[who].accountId;
  const submitted = { submittedById: by("handler") };
  const passed = { ...submitted, passedById: by("reviewer") };
  const allRound = { ...submitted, passedById: by("allround") };
  const outcome = { state: "outcome_in_review", outcomeSubmittedById: by("handler") };
  const withdrawal = propose("withdraw", "handler");
  const extension = propose("extend", "handler");

  it.each<[string, Record<string, unknown>, Who, string, [string, string | null][], ((id: string) => unknown)?]>([
    ["preparing, by its first day", { state: "preparing" }, "handler", "2026-06-20", [["prepare", "2026-07-01"]]],
    ["preparing without a day", { state: "preparing", opensOn: null }, "handler", "2026-06-20", [["prepare", null]]],
    ["a review", { state: "in_review", ...submitted }, "reviewer", "2026-06-20", [["review", "2026-07-01"]]],
    ["no signature before the review", { state: "in_review", ...submitted }, "approver", "2026-06-20", []],
    ["a signature after it", { state: "in_review", ...passed }, "approver", "2026-06-20", [["sign", "2026-07-01"]]],
    ["no signature of one's own review", { state: "in_review", ...allRound }, "allround", "2026-06-20", []],
    [
      "to wait for one's review",
      { state: "in_review", ...submitted },
      "handler",
      "2026-06-20",
      [["await_review", "2026-07-01"]],
    ],
    ["comments, by the last day", {}, "handler", "2026-07-31", [["process", "2026-07-31"]]],
    ["the outcome, by its clock", {}, "handler", "2026-08-03", [["complete", "2026-09-11"]]],
    ["to review an outcome", outcome, "reviewer", "2026-08-03", [["review_outcome", "2026-09-11"]]],
    ["to wait for an outcome", outcome, "handler", "2026-08-03", [["await_outcome", "2026-09-11"]]],
    ["an outcome past its clock", {}, "office", "2026-09-14", [["supervise", "2026-09-11"]]],
    ["nothing for the office before", {}, "office", "2026-09-11", []],
    ["a withdrawal to sign, today", {}, "approver", "2026-08-03", [["sign_withdrawal", "2026-08-03"]], withdrawal],
    ["an extension to sign", {}, "approver", "2026-07-03", [["sign_extension", "2026-07-31"]], extension],
    ["nothing once the extension lapsed", {}, "approver", "2026-08-03", [], extension],
    ["nothing of what is withdrawn", { state: "withdrawn" }, "handler", "2026-08-03", []],
    ["nothing of another unit", { state: "in_review", ...submitted }, "otherReviewer", "2026-06-20", []],
    ["nothing for whoever has no right", {}, "resident", "2026-07-31", []],
  ])("is %s", async (name, given, who, day, expected, after) => {
    const data = Object.fromEntries(
      Object.entries(given).map(([key, value]) => [key, typeof value === "function" ? value() : value]),
    ) as Data;
    const title = `事项：${name}`;
    const { id } = await createOpenConsultation(db, { ...data, title });
    await after?.(id);
    const waiting = expected.some(([task]) => task.startsWith("await"));
    const { entries } = await agendaOf(staff[who], day, { q: title, clock: waiting ? "waiting" : null });
    expect(entries.map(({ task, dueOn }) => [task, dueOn])).toEqual(expected);
  });

  it("tells the office of an objection, but not whoever withheld the comment", async () => {
    const { id } = await createOpenConsultation(db, { title: "事项：异议" });
    const reviewedById = staff.office.accountId;
    const comment = (number: number) => ({
      ...{ number, consultationId: id, body: "话", submitter: "person", consentsToPublish: true, channel: "online" },
      ...{
        receivedAt: at("2026-07-02"),
        salt: "s",
        review: "withheld",
        objection: { create: { text: "不", at: at("2026-07-03") } },
      },
    });
    await db.client.comment.create({ data: comment(901) });
    await db.client.comment.create({ data: { ...comment(902), reviewedById } });
    const { entries } = await agendaOf(staff.office, "2026-07-04", { q: "异议" });
    expect(entries.map(({ task, href }) => [task, href])).toEqual([["decide_objection", "/desk/comments/901"]]);
  });
});

describe("a desk with ten thousand things to do", () => {
  let officer: Person;

  beforeAll(async () => {
    officer = await createPerson(db, "忙", [
      { role: "handling_officer", unit: "justice" },
      { role: "supervisor", unit: "office" },
    ]);
    await db.client.$executeRaw`
      INSERT INTO "Consultation" ("id", "slug", "title", "summary", "explanatoryNote", "legalBasis", "decisionKind",
        "unitCode", "state", "opensOn", "closesOn", "outcomeDays", "contactName", "contactPhone", "showComments",
        "askStance", "createdAt")
      WITH RECURSIVE numbers(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM numbers WHERE i < 9999)
      SELECT 'many-' || i, 'many-' || i, '大量 ' || i, '', '', '', 'other',
        CASE WHEN i % 5 = 0 THEN 'housing' ELSE 'justice' END, 'approved', '2026-01-01',
        '20' || (26 + i % 2) || '-' || (10 + i % 3) || '-' || (10 + i % 19), 10 + 20 * (i % 2), '', '', 'during',
        false, ${at("2026-01-01")}
      FROM numbers`;
  });

  it("counts in the database, and reads no more than a page asks for", async () => {
    const read = watchReading(db);
    const { days, entries } = await agendaOf(officer, "2026-12-01", { q: "大量" });
    const { queries, rows } = read.stop();
    expect(days.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(8_000);
    expect(entries.length).toBeGreaterThanOrEqual(50);
    expect(queries).toBeLessThanOrEqual(40);
    expect(rows).toBeLessThanOrEqual(3_000);
  });

  it("finds the same first things whether few or many are asked for", async () => {
    const nearest = async (first: number) =>
      (await agendaOf(officer, "2026-12-01", { q: "大量", clock: "overdue" }, first)).entries.sort(byUrgency);
    const names = (part: AgendaPart["entries"]) => part.map(({ task, subject }) => `${task} ${subject}`);
    const all = names(await nearest(20_000));
    expect(names(await nearest(50)).slice(0, 50)).toEqual(all.slice(0, 50));
    expect(names(await nearest(500)).slice(0, 500)).toEqual(all.slice(0, 500));
    expect(new Set(all).size).toBe(all.length);
  });
});

/** How many statements the database answers meanwhile, and with how many rows. */
function watchReading({ adapter }: Database) {
  const original = adapter.queryRaw.bind(adapter);
  const seen = { queries: 0, rows: 0 };
  adapter.queryRaw = async (query) => {
    const result = await original(query);
    seen.queries += 1;
    seen.rows += result.rows.length;
    return result;
  };
  return {
    stop: () => {
      adapter.queryRaw = original;
      return seen;
    },
  };
}
