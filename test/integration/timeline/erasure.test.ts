import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database } from "~/platform/db.server";
import { digest } from "~/timeline/chain.server";
import { transact } from "~/timeline/transact.server";
import { verifyTimeline } from "~/timeline/verify.server";
import { freshDatabase } from "../../setup/database";

const NOW = new Date("2026-12-02T01:00:00Z");
const WORDS = "建议增加夜间公交班次";

let db: Database;

beforeEach(async () => {
  db = await freshDatabase();
});
afterEach(async () => {
  await db.close();
});

it("erasing a person's words and their salt keeps the chain valid and leaves nothing to test a guess against", async () => {
  await createConsultation();
  const number = await transact({ db, now: NOW }, async (tx, record) => {
    const comment = await tx.comment.create({
      data: {
        consultationId: "c1",
        body: WORDS,
        submitter: "person",
        consentsToPublish: false,
        channel: "online",
        receivedAt: NOW,
        salt: "5b7d1c",
        review: "pending",
      },
    });
    record({
      kind: "comment.received",
      subject: { kind: "comment", id: String(comment.number) },
      actor: { kind: "guest" },
      payload: { consultation: "plan", body: digest(comment.salt, comment.body) },
    });
    return comment.number;
  });
  const guess = () =>
    db.client.comment.findUniqueOrThrow({ where: { number } }).then(({ salt }) => digest(salt, WORDS));
  const payload = (await db.client.timelineEvent.findFirstOrThrow()).payload;
  expect(payload).toContain(await guess());
  expect(payload).not.toContain(WORDS);

  await transact({ db, now: NOW }, async (tx, record) => {
    await tx.comment.update({
      where: { number },
      data: { body: "", salt: "", erasedAt: NOW, erasedGround: "request" },
    });
    record({
      kind: "comment.erased",
      subject: { kind: "comment", id: String(number) },
      actor: { kind: "system", name: "test" },
      payload: { consultation: "plan", ground: "request" },
    });
  });
  expect(await verifyTimeline(db)).toMatchObject({ ok: true, head: { seq: 2 } });
  expect(payload).not.toContain(await guess());
});

async function createConsultation(): Promise<void> {
  await db.client.unit.create({
    data: { code: "office", name: "办公室", nameEn: "Office", kind: "office", position: 0 },
  });
  await db.client.consultation.create({
    data: {
      id: "c1",
      slug: "plan",
      unitCode: "office",
      state: "approved",
      title: "方案",
      summary: "",
      decisionKind: "other",
      explanatoryNote: "",
      legalBasis: "",
      outcomeDays: 30,
      contactName: "",
      contactPhone: "",
      showComments: "during",
      askStance: false,
      createdAt: NOW,
    },
  });
}
