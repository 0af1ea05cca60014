import { randomUUID } from "node:crypto";
import type { Database } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma.server/client";

const CLAUSES = [
  { clauseId: "c1", level: "chapter", number: "一、", heading: "总体要求", text: "" },
  { clauseId: "c2", level: "item", number: "（一）", heading: "目标", text: "全面公开。逐条答复。一年内完成！" },
  { clauseId: "c3", level: "item", number: "（二）", heading: "渠道", text: "设立专区。提供长者模式。" },
];

/**
 * A consultation of the housing bureau, open from 1 to 31 July 2026 (Asia/Shanghai) unless told otherwise, with three
 * clauses: a heading, one of three sentences, one of two.
 */
export async function createOpenConsultation(
  db: Database,
  data: Partial<Prisma.ConsultationUncheckedCreateInput> = {},
  clauses = CLAUSES,
): Promise<{ id: string; slug: string; draftId: string }> {
  const id = randomUUID();
  const slug = data.slug ?? `green-lanes-${id.slice(0, 8)}`;
  const unit = { code: "housing", name: "区住房建设局", nameEn: "Housing Bureau", kind: "department", position: 1 };
  await db.client.unit.upsert({ where: { code: unit.code }, create: unit, update: {} });
  await db.client.consultation.create({
    data: {
      id,
      slug,
      unitCode: unit.code,
      state: "approved",
      title: "绿道建设方案（征求意见稿）",
      summary: "在全区建设绿道。",
      decisionKind: "major_decision",
      explanatoryNote: "起草说明。",
      legalBasis: "依据。",
      opensOn: "2026-07-01",
      closesOn: "2026-07-31",
      outcomeDays: 30,
      contactName: "陈工",
      contactPhone: "020-00000000",
      showComments: "during",
      askStance: true,
      createdAt: new Date("2026-06-20T00:00:00Z"),
      approvedAt: new Date("2026-06-25T00:00:00Z"),
      ...data,
    },
  });
  const draftId = randomUUID();
  const createdAt = new Date("2026-06-20T00:00:00Z");
  await db.client.consultationDraft.create({
    data: { id: draftId, consultationId: id, number: 1, kind: "consultation", createdAt },
  });
  await db.client.clause.createMany({
    data: clauses.map((clause, index) => ({ ...clause, draftId, position: index + 1 })),
  });
  return { id, slug, draftId };
}
