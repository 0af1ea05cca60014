import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GUEST } from "~/accounts/actor";
import { approveConsultation } from "~/consultations/approve-consultation.server";
import { completeConsultation } from "~/consultations/complete-consultation.server";
import { shownState } from "~/consultations/consultation";
import { findClauses } from "~/consultations/consultation-store.server";
import { decideObjection } from "~/consultations/decide-objection.server";
import { editConsultation } from "~/consultations/edit-consultation.server";
import { importDraftVersion } from "~/consultations/import-draft-version.server";
import { objectToWithholding } from "~/consultations/object-to-withholding.server";
import { openNextRound } from "~/consultations/open-next-round.server";
import { passConsultation } from "~/consultations/pass-consultation.server";
import { postComment, type CommentInput } from "~/consultations/post-comment.server";
import { proposeChange } from "~/consultations/propose-change.server";
import { refuseProposal } from "~/consultations/refuse-proposal.server";
import { returnConsultation } from "~/consultations/return-consultation.server";
import { signProposal } from "~/consultations/sign-proposal.server";
import { withholdComment } from "~/consultations/withhold-comment.server";
import { textOf } from "~/notifications/send-due-notices.server";
import type { Database } from "~/platform/db.server";
import { onCommitted, type CommittedEvent } from "~/timeline/transact.server";
import { historyOf } from "~/timeline/queries.server";
import { verifyTimeline } from "~/timeline/verify.server";
import { createApproved, createPrepared, createStaff, FIELDS, recordOf, type Staff } from "../../factories/desk";
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

const JULY = at("2026-07-10");
const AUGUST = at("2026-08-03");

const during = () => ({ db, now: JULY });
const after = () => ({ db, now: AUGUST });

function post(slug: string, more: Partial<CommentInput> = {}, now = JULY) {
  const words = { clause: null, from: null, to: null, stance: null, body: "建议增加座椅。", suggestion: null };
  const sender = { submitter: "person" as const, name: null, contact: null, publish: false, key: null, uploads: [] };
  return postComment(GUEST, { slug, ...words, ...sender, language: "zh-CN", ...more }, { db, now });
}

function commentsOf(slug: string) {
  return db.client.comment.findMany({
    where: { consultation: { slug } },
    include: { response: true },
    orderBy: { number: "asc" },
  });
}

async function proposeWithdrawal(slug: string, reason = "上位政策调整，不再推进。"): Promise<void> {
  await proposeChange(staff.handler, { slug, version: null, act: "withdraw", reason }, during());
}

describe("an extension", () => {
  it("is proposed by the officer, signed by the approver, and public from that moment with its reason", async () => {
    const slug = await createApproved(db, staff);
    await post(slug, { contact: "a@example.org" });
    await post(slug, { contact: "a@example.org" });
    const version = (await recordOf(db, slug)).version;
    const proposal = { slug, version, act: "extend" as const, closesOn: "2026-08-15", reason: "来信集中，延长征集。" };
    await proposeChange(staff.handler, proposal, during());
    expect(await recordOf(db, slug)).toMatchObject({ closesOn: "2026-07-31", proposal: { closesOn: "2026-08-15" } });

    const heard: CommittedEvent[] = [];
    const stop = onCommitted((events) => void heard.push(...events));
    await signProposal(staff.approver, { slug, version: version + 1 }, during());
    stop();

    const extended = await recordOf(db, slug);
    expect(extended).toMatchObject({ closesOn: "2026-08-15", proposal: null });
    expect(extended.extensions).toMatchObject([
      { fromClosesOn: "2026-07-31", toClosesOn: "2026-08-15", reason: "来信集中，延长征集。" },
    ]);
    expect(shownState(extended, AUGUST)).toBe("open");
    // What the kept pages listen to: the event names the consultation after the commit.
    expect(heard).toMatchObject([{ kind: "consultation.extended", subject: { kind: "consultation", id: slug } }]);
    const notices = await db.client.notice.findMany({ where: { kind: "consultation_extended", subjectId: slug } });
    expect(notices.map(({ recipient }) => recipient)).toEqual(["a@example.org"]);
  });

  it("is not signed by whoever proposed it, nor by anyone without the right", async () => {
    const slug = await createApproved(db, staff);
    const proposal = { slug, version: null, act: "extend" as const, closesOn: "2026-08-15", reason: "延长。" };
    for (const name of ["reviewer", "approver", "otherHandler"] as const)
      expect(await refusalOf(proposeChange(staff[name], proposal, during())), name).toMatchObject({ status: 404 });
    await proposeChange(staff.allround, proposal, during());
    const sign = (name: keyof Staff) => signProposal(staff[name], { slug, version: null }, during());
    expect(await refusalOf(sign("allround"))).toMatchObject({ codes: ["same_person_proposed"] });
    for (const name of ["handler", "reviewer", "otherApprover"] as const)
      expect(await refusalOf(sign(name)), name).toMatchObject({ status: 404 });
    await sign("approver");
  });

  it("gives more time, ends after today and says why", async () => {
    const slug = await createApproved(db, staff);
    const proposal = { slug, version: null, act: "extend" as const, closesOn: "2026-07-20", reason: " " };
    const refused = await refusalOf(proposeChange(staff.handler, proposal, during()));
    expect(refused.codes).toEqual(["reason_missing", "extension_not_later"]);
  });

  it("lapses when the period ends before it is signed; a refused one leaves everything as it was", async () => {
    const slug = await createApproved(db, staff);
    const proposal = { slug, version: null, act: "extend" as const, closesOn: "2026-08-15", reason: "延长。" };
    await proposeChange(staff.handler, proposal, during());
    expect(await refusalOf(proposeChange(staff.handler, proposal, during()))).toMatchObject({
      codes: ["proposal_waits"],
    });
    const late = signProposal(staff.approver, { slug, version: null }, after());
    expect((await refusalOf(late)).codes).toContain("not_possible_in_state");
    await refuseProposal(staff.approver, { slug, version: null, reason: "时间已够。" }, after());
    expect(await recordOf(db, slug)).toMatchObject({ closesOn: "2026-07-31", proposal: null });
    expect(
      (await refusalOf(refuseProposal(staff.approver, { slug, version: null, reason: "再一次" }, after()))).codes,
    ).toEqual(["no_proposal"]);
  });
});

describe("a withdrawal", () => {
  it("ends every comment with the published reason, keeps outcomes already given, and tells everyone", async () => {
    const slug = await createApproved(db, staff);
    const first = await post(slug, { contact: "13800138000" });
    const second = await post(slug, { contact: "b@example.org" });
    await post(slug);
    await db.client.comment.update({ where: { number: second.number }, data: { outcome: "not_adopted" } });
    await proposeWithdrawal(slug);
    await signProposal(staff.approver, { slug, version: null }, during());

    expect(await recordOf(db, slug)).toMatchObject({ state: "withdrawn", withdrawnReason: "上位政策调整，不再推进。" });
    const comments = await commentsOf(slug);
    expect(comments.map(({ outcome }) => outcome)).toEqual(["explained", "not_adopted", "explained"]);
    expect(comments[0]?.response?.text).toBe("上位政策调整，不再推进。");
    const notices = await db.client.notice.findMany({ where: { kind: "consultation_withdrawn", unitCode: "housing" } });
    expect(
      notices
        .filter(({ params }) => params.includes(slug))
        .map(({ recipient }) => recipient)
        .sort(),
    ).toEqual(["13800138000", "b@example.org"]);
    const [event] = (await historyOf({ db }, { kind: "consultation", id: slug })).slice(-1);
    expect(event).toMatchObject({ kind: "consultation.withdrawn", payload: { received: 3, ended: 2, notices: 2 } });
    const decided = await historyOf({ db }, { kind: "comment", id: String(first.number) });
    expect(decided.at(-1)).toMatchObject({
      kind: "comment.decided",
      payload: { cause: "withdrawal", consultation: slug },
    });
  });

  it("leaves no comment silent however many arrive at the same moment, and refuses all that come after", async () => {
    const slug = await createApproved(db, staff);
    await proposeWithdrawal(slug);
    const posts = Array.from({ length: 30 }, (_, index) => post(slug, { body: `意见 ${index}`, contact: null }));
    const signing = signProposal(staff.approver, { slug, version: null }, during());
    const more = Array.from({ length: 30 }, (_, index) => post(slug, { body: `其后的意见 ${index}` }));
    const results = await Promise.allSettled([...posts, ...more]);
    await signing;

    const refused = results.filter((result) => result.status === "rejected");
    for (const { reason } of refused) expect(reason).toMatchObject({ reasons: [{ code: "comments_withdrawn" }] });
    const comments = await commentsOf(slug);
    expect(comments).toHaveLength(results.length - refused.length);
    expect(comments.filter(({ outcome }) => outcome === null)).toEqual([]);
    expect((await refusalOf(post(slug))).codes).toEqual(["comments_withdrawn"]);
  });

  it("is signed once, also when the approver presses twice", async () => {
    const slug = await createApproved(db, staff);
    await post(slug, { contact: "twice@example.org" });
    await proposeWithdrawal(slug);
    const { version } = await recordOf(db, slug);
    const twice = [1, 2].map(() => signProposal(staff.approver, { slug, version }, during()));
    const results = await Promise.allSettled(twice);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const notices = await db.client.notice.findMany({
      where: { recipient: "twice@example.org", kind: "consultation_withdrawn" },
    });
    expect(notices).toHaveLength(1);
  });

  it("of one without a comment needs no answer", async () => {
    const slug = await createApproved(db, staff);
    await proposeWithdrawal(slug);
    await signProposal(staff.approver, { slug, version: null }, during());
    const { id } = await recordOf(db, slug);
    expect(await db.client.response.count({ where: { consultationId: id } })).toBe(0);
  });
});

/** What the processing desk does before completion, set directly: an outcome with its reason and a gist. */
async function decideAll(slug: string): Promise<void> {
  const { id } = await recordOf(db, slug);
  const at = AUGUST;
  const text = "已在方案中考虑。";
  const response = await db.client.response.create({
    data: { consultationId: id, text, authorId: staff.handler.accountId, createdAt: at, changedAt: at },
  });
  await db.client.comment.updateMany({
    where: { consultationId: id },
    data: { outcome: "explained", responseId: response.id, gist: "建议增设座椅" },
  });
}

describe("the outcome", () => {
  it("is not completed before closing, nor with one comment left silent", async () => {
    const slug = await createApproved(db, staff);
    await post(slug);
    const complete = (now: Date) =>
      completeConsultation(staff.handler, { slug, version: null, outcomeProcess: "网上公开征集。" }, { db, now });
    const early = await refusalOf(complete(JULY));
    expect(early.codes).toEqual(
      expect.arrayContaining(["not_possible_in_state", "not_closed_yet", "comments_undecided"]),
    );
    expect((await refusalOf(complete(AUGUST))).codes).toContain("comments_undecided");
    expect(await recordOf(db, slug)).toMatchObject({ state: "approved" });
  });

  it("goes through the same three pairs of eyes, and is told to everyone with a contact", async () => {
    const slug = await createApproved(db, staff);
    await post(slug, { contact: "c@example.org" });
    await decideAll(slug);
    await completeConsultation(staff.handler, { slug, version: null, outcomeProcess: "网上公开征集。" }, after());
    await returnConsultation(staff.reviewer, { slug, version: null, reason: "请补充过程。" }, after());
    const returned = await recordOf(db, slug);
    expect(returned).toMatchObject({ state: "approved", outcomeSubmittedById: null, outcomeSubmittedAt: null });
    expect(shownState(returned, AUGUST)).toBe("closed");

    await completeConsultation(staff.allround, { slug, version: null, outcomeProcess: "座谈会一次。" }, after());
    const own = passConsultation(staff.allround, { slug, version: null }, after());
    expect((await refusalOf(own)).codes).toEqual(["same_person_submitted"]);
    await passConsultation(staff.reviewer, { slug, version: null }, after());
    await fillSheet(staff.reviewer, slug, after());
    const early = approveConsultation(staff.otherApprover, { slug, version: null }, after());
    expect(await refusalOf(early)).toMatchObject({ status: 404 });
    await approveConsultation(staff.approver, { slug, version: null, releaseRevisedDraft: true }, after());

    // Without a revised draft there is none to release.
    expect(await recordOf(db, slug)).toMatchObject({ state: "outcome_published", releaseRevisedDraft: false });
    const kinds = (await historyOf({ db }, { kind: "consultation", id: slug })).map(({ kind }) => kind.split(".")[1]);
    expect(kinds.slice(7)).toEqual([
      "outcome_submitted",
      "outcome_returned",
      "outcome_submitted",
      "outcome_passed",
      "release_checked",
      "release_checked",
      "outcome_published",
    ]);
    const [notice] = await db.client.notice.findMany({
      where: { recipient: "c@example.org", kind: "outcome_published" },
    });
    expect(JSON.parse(notice!.params)).toMatchObject({ slug, outcome: "explained" });
  });

  it("of a consultation without a single comment is completed too", async () => {
    const slug = await createApproved(db, staff);
    await completeConsultation(staff.handler, { slug, version: null, outcomeProcess: null }, after());
    expect(await recordOf(db, slug)).toMatchObject({ state: "outcome_in_review" });
  });

  it("carries the revised draft, and the approver chooses whether it is published with it", async () => {
    const slug = await createApproved(db, staff);
    const { draftId } = await recordOf(db, slug);
    const clauses = await findClauses(db.client, draftId!);
    const revised = { slug, version: null, kind: "revised" as const, clauses, changeNote: "采纳座椅建议。" };
    expect((await refusalOf(importDraftVersion(staff.handler, { ...revised, changeNote: "" }, after()))).codes).toEqual(
      ["reason_missing"],
    );
    await importDraftVersion(staff.handler, revised, after());
    await completeConsultation(staff.handler, { slug, version: null, outcomeProcess: null }, after());
    await passConsultation(staff.reviewer, { slug, version: null }, after());
    await fillSheet(staff.reviewer, slug, after());
    await approveConsultation(staff.approver, { slug, version: null, releaseRevisedDraft: true }, after());
    const published = await recordOf(db, slug);
    expect(published).toMatchObject({ releaseRevisedDraft: true, draftId });
    expect(published.revisedDraftId).not.toBeNull();
  });
});

describe("a draft", () => {
  it("keeps the ids of its clauses through versions; new clauses get ids that were never used", async () => {
    const slug = await createPrepared(db, staff);
    const first = await findClauses(db.client, (await recordOf(db, slug)).draftId!);
    expect(first.map(({ clauseId }) => clauseId)).toEqual(["c1", "c2", "c3"]);
    const input = { slug, version: null, kind: "consultation" as const, changeNote: null };
    const fresh = { ...first[1]!, clauseId: null, number: "（三）", text: "新增内容。" };
    await importDraftVersion(staff.handler, { ...input, clauses: [first[0]!, first[1]!, fresh] }, during());
    await importDraftVersion(staff.handler, { ...input, clauses: [first[0]!, fresh] }, during());
    const last = await recordOf(db, slug);
    expect((await findClauses(db.client, last.draftId!)).map(({ clauseId }) => clauseId)).toEqual(["c1", "c5"]);
    expect(last.drafts.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it("is refused with an id twice, an id that never was, or empty clauses", async () => {
    const slug = await createPrepared(db, staff);
    const [head, second] = await findClauses(db.client, (await recordOf(db, slug)).draftId!);
    const save = (clauses: (typeof head)[]) =>
      importDraftVersion(
        staff.handler,
        { slug, version: null, kind: "consultation", changeNote: null, clauses: clauses as never },
        during(),
      );
    expect((await refusalOf(save([second, second]))).codes).toEqual(["clause_twice"]);
    expect((await refusalOf(save([{ ...second!, clauseId: "c99" }]))).codes).toEqual(["clause_unknown"]);
    expect((await refusalOf(save([head, { ...second!, text: "", heading: "" }]))).codes).toEqual([
      "clause_text_missing",
    ]);
    expect((await refusalOf(save([]))).codes).toEqual(["draft_missing"]);
  });

  it("of three thousand clauses is saved whole", async () => {
    const slug = await createPrepared(db, staff);
    const clauses = Array.from({ length: 3000 }, (_, index) => ({
      ...{ clauseId: null, level: "article" as const, number: `第${index + 1}条`, heading: "" },
      ...{ text: `内容${index + 1}。`, note: null },
    }));
    await importDraftVersion(
      staff.handler,
      { slug, version: null, kind: "consultation", changeNote: null, clauses },
      during(),
    );
    const saved = await findClauses(db.client, (await recordOf(db, slug)).draftId!);
    expect(saved).toHaveLength(3000);
    expect(saved.at(-1)).toMatchObject({ position: 3000, number: "第3000条" });
  });

  it("is changed no more once it is submitted", async () => {
    const slug = await createApproved(db, staff);
    const edit = editConsultation(staff.handler, { slug, version: null, fields: FIELDS }, during());
    expect((await refusalOf(edit)).codes).toEqual(["not_possible_in_state"]);
  });
});

describe("a further round", () => {
  it("is a new consultation on the newest text, linked both ways, with the clauses' ids kept", async () => {
    const slug = await createApproved(db, staff);
    await proposeWithdrawal(slug);
    await signProposal(staff.approver, { slug, version: null }, during());
    const next = await openNextRound(staff.handler, { slug, version: null }, during());
    const [before, round] = [await recordOf(db, slug), await recordOf(db, next)];
    expect(round).toMatchObject({
      state: "preparing",
      round: 2,
      previousRoundSlug: slug,
      opensOn: null,
      approvedById: null,
    });
    expect(before).toMatchObject({ nextRoundSlug: next, state: "withdrawn" });
    const idsOf = async (id: string | null) => (await findClauses(db.client, id!)).map(({ clauseId }) => clauseId);
    expect(await idsOf(round.draftId)).toEqual(await idsOf(before.draftId));
    const again = openNextRound(staff.handler, { slug, version: null }, during());
    expect((await refusalOf(again)).codes).toEqual(["next_round_exists"]);
  });

  it("is not opened by others, nor while the first runs", async () => {
    const slug = await createApproved(db, staff);
    for (const name of ["approver", "otherHandler"] as const)
      expect(await refusalOf(openNextRound(staff[name], { slug, version: null }, during()))).toMatchObject({
        status: 404,
      });
    const early = openNextRound(staff.handler, { slug, version: null }, during());
    expect((await refusalOf(early)).codes).toEqual(["not_possible_in_state"]);
  });
});

describe("Whoever posted from the English form", () => {
  it("is told in English of everything that follows, and others in Chinese", async () => {
    const slug = await createApproved(db, staff);
    const { number } = await post(slug, { contact: "reader@example.org", language: "en" });
    await post(slug, { contact: "duzhe@example.org" });
    const ground = { ground: "unsuitable" as const, reason: "含有不宜公开的内容。", gist: null };
    await withholdComment(staff.handler, { number, version: null, ...ground }, during());
    await objectToWithholding(GUEST, { number, text: "Please look again.", holdsReceipt: true }, during());
    await decideObjection(staff.office, { number, version: null, upheld: false, reason: "维持。" }, during());
    const more = { act: "extend" as const, closesOn: "2026-08-20", reason: "来信较多。" };
    await proposeChange(staff.handler, { slug, version: null, ...more }, during());
    await signProposal(staff.approver, { slug, version: null }, during());
    await proposeWithdrawal(slug);
    await signProposal(staff.approver, { slug, version: null }, during());
    const sent = await db.client.notice.findMany({
      where: { recipient: "reader@example.org" },
      orderBy: { id: "asc" },
    });
    expect(sent.map(({ kind, language }) => [kind, language])).toEqual(
      [
        "comment_received",
        "comment_withheld",
        "objection_decided",
        "consultation_extended",
        "consultation_withdrawn",
      ].map((kind) => [kind, "en"]),
    );
    expect(textOf(sent[0]!).subject).toMatch(/^Your comment was received/);
    const others = await db.client.notice.findMany({ where: { recipient: "duzhe@example.org" } });
    expect(new Set(others.map(({ language }) => language))).toEqual(new Set(["zh-CN"]));
  });
});
