import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { answerFinding, closeFinding, recordFinding } from "~/inspections/act-on-sample.server";
import { reviewPage } from "~/inspections/attribute-review-pages.server";
import { approveAttributes, decideAttribute } from "~/inspections/decide-attribute.server";
import { drawSpotCheck } from "~/inspections/draw-spot-check.server";
import type { SpotItemView } from "~/inspections/inspection-view";
import { openAttributeReview, publishAttributeReview } from "~/inspections/open-attribute-review.server";
import { spotCheckPage } from "~/inspections/spot-check-pages.server";
import { editPlan, editPolicy } from "~/policies/edit-policy.server";
import { importPolicies } from "~/policies/import-policies.server";
import type { PolicyFields } from "~/policies/policy-fields";
import { preparePolicy } from "~/policies/prepare-policy.server";
import { issuePolicy, releasePolicy } from "~/policies/release-policy.server";
import { savePolicyText } from "~/policies/save-policy-text.server";
import { approvePolicy, passPolicy, submitPolicy } from "~/policies/sign-policy.server";
import type { Deps } from "~/platform/db.server";
import old from "./old-policies.jsonl?raw";
import { clausesOf, dayAt, HOUSING, JUSTICE, on, type Cast, type Staff, type Step } from "./story";

// Titles, findings and days are invented. What was issued in 2023 is entered now with its stated date.

const YEAR = 2026;

interface Entry {
  slug: string;
  unit: string;
  staff: Staff;
  fields: Pick<PolicyFields, "title" | "proposedAttribute" | "attributeReason"> & Partial<PolicyFields>;
  number: string;
  signedOn: string;
}

const ENTRIES: Entry[] = [
  {
    slug: "lift-survey-2023",
    unit: "housing-construction",
    staff: HOUSING,
    fields: {
      title: "旧楼加装电梯情况调查报告（2023年，演示）",
      proposedAttribute: "on_request",
      attributeReason: "调查数据当时还没有核实完毕。（演示）",
    },
    number: "演示建函〔2023〕21号",
    signedOn: "2023-05-18",
  },
  {
    slug: "emergency-contacts-2023",
    unit: "housing-construction",
    staff: HOUSING,
    fields: {
      title: "应急抢险队员联络表（代称，演示）",
      proposedAttribute: "withheld",
      attributeGround: "internal_affairs",
      attributeReason: "有队员的个人电话，属于内部事务信息。（演示）",
    },
    number: "演示建函〔2023〕34号",
    signedOn: "2023-08-02",
  },
  {
    slug: "mediation-rules-2023",
    unit: "justice",
    staff: JUSTICE,
    fields: {
      title: "人民调解案件讨论规则（代称，演示）",
      proposedAttribute: "withheld",
      attributeGround: "deliberation",
      attributeReason: "属于讨论过程中的内部规则。（演示）",
    },
    number: "演示司函〔2023〕9号",
    signedOn: "2023-03-09",
  },
];

/** Documents of 2023, the review of July 2026 with its result, and a spot check with one finding open. */
export function attributeSteps(now: Date, cast: Cast): Step[] {
  return [
    { at: on(now, -117, "17:00"), run: bringOld },
    ...ENTRIES.flatMap((entry) => entering(now, cast, entry)),
    ...review(now, cast),
    ...spotCheck(now, cast),
  ];
}

/** What stood on the old portal comes by the import that anyone uses, which reads a file. */
async function bringOld(deps: Deps): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "yishiting-old-"));
  try {
    const file = path.join(folder, "policies.jsonl");
    await writeFile(file, old);
    await importPolicies(file, deps, (line, reasons) => {
      throw new Error(`Line ${line} of the old documents: ${reasons.map(({ code }) => code).join(", ")}`);
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

function fieldsOf({ fields }: Entry): PolicyFields {
  return {
    ...{ titleEn: null, summary: "", summaryEn: null, documentKind: "other", issuingAuthority: "海珠区（演示机关）" },
    ...{ jointIssuers: null, topic: null, keywords: null, documentNumber: null, indexNumber: null, signedOn: null },
    ...{ effectiveFrom: null, validUntil: null, consultationSlug: null, attributeGround: null },
    ...{ secrecyReview: "not_cleared", secrecyReviewer: "保密审查员（演示）", secrecyReviewedOn: null },
    ...fields,
  };
}

function entering(now: Date, cast: Cast, entry: Entry): Step[] {
  const { slug, unit, staff, fields, number, signedOn } = entry;
  const input = { slug, version: null };
  const attribute = fields.proposedAttribute;
  const issued = { documentNumber: number, indexNumber: null, signedOn, printedAttribute: attribute };
  return [
    {
      at: on(now, -116, "09:10"),
      run: (deps) => preparePolicy(cast(staff.handler), { ...fieldsOf(entry), unit, slug }, deps),
    },
    { at: on(now, -116, "10:00"), run: (deps) => submitPolicy(cast(staff.handler), input, deps) },
    { at: on(now, -115, "09:30"), run: (deps) => passPolicy(cast(staff.reviewer), input, deps) },
    {
      at: on(now, -115, "16:00"),
      run: (deps) => approvePolicy(cast(staff.approver), { ...input, determinedAttribute: attribute }, deps),
    },
    { at: on(now, -114, "09:00"), run: (deps) => issuePolicy(cast(staff.handler), { ...input, ...issued }, deps) },
  ];
}

const DECIDED = [
  {
    slug: "lift-survey-2023",
    handler: HOUSING.handler,
    decision: { decision: "disclose", toAttribute: null, ground: null, effectiveOn: null },
    reason: "数据已经核实，居民关心，可以主动公开。（演示）",
  },
  {
    slug: "emergency-contacts-2023",
    handler: HOUSING.handler,
    decision: { decision: "keep", toAttribute: null, ground: null, effectiveOn: null },
    reason: "仍有队员个人电话，维持不予公开。（演示）",
  },
  {
    slug: "mediation-rules-2023",
    handler: JUSTICE.handler,
    decision: { decision: "reclassify", toAttribute: "on_request", ground: null, effectiveOn: null },
    reason: "讨论已经结束，可以依申请公开。（演示）",
  },
  {
    slug: "legal-service-vouchers-2023",
    handler: JUSTICE.handler,
    decision: { decision: "mark_expired", toAttribute: null, ground: null, effectiveOn: "2025-06-19" },
    reason: "试用两年已满，没有延长，标注失效。（演示）",
  },
] as const;

function review(now: Date, cast: Cast): Step[] {
  if (dayAt(now, -110) < `${YEAR}-07-01`) return [];
  const items = async (deps: Deps) => (await reviewPage(cast("office"), YEAR, deps)).items;
  return [
    {
      at: on(now, -110, "09:00"),
      run: (deps) => openAttributeReview(cast("office"), { year: YEAR, basis: "signed_on" }, deps),
    },
    ...DECIDED.map(({ slug, handler, decision, reason }, index) => ({
      at: on(now, -108, `10:${10 + index}`),
      run: async (deps: Deps) => {
        const item = (await items(deps)).find((one) => one.slug === slug)!.id;
        await decideAttribute(cast(handler), { item, ...decision, reason }, deps);
      },
    })),
    {
      at: on(now, -106, "15:30"),
      run: async (deps) => approveAttributes(cast("leader"), { items: (await items(deps)).map(({ id }) => id) }, deps),
    },
    {
      at: on(now, -104, "10:00"),
      run: (deps) => publishAttributeReview(cast("office"), { year: YEAR }, deps),
    },
    ...releasing(now, cast),
  ];
}

/** What the review opened goes the whole way: secrecy review, text, three signatures, release. */
function releasing(now: Date, cast: Cast): Step[] {
  const [entry] = ENTRIES;
  const input = { slug: entry!.slug, version: null };
  const { handler, reviewer, approver } = HOUSING;
  const clauses = clausesOf(
    "## 一、基本情况\n\n全区没有电梯的旧楼共1200栋，三层以上的占八成。\n\n## 二、主要困难\n\n最多的困难是低层住户有不同意见，其次是钱不够。\n",
  );
  const fields: PolicyFields = {
    ...fieldsOf(entry!),
    titleEn: "Survey of lifts in old buildings, 2023 (demonstration)",
    summary: "有多少旧楼没有电梯，装不成是因为什么。",
    proposedAttribute: "proactive",
    attributeReason: null,
    secrecyReview: "cleared",
    documentNumber: entry!.number,
    signedOn: entry!.signedOn,
  };
  const plan = {
    ...{ isInterpreted: false, notInterpretedReason: "调查报告没有需要解读的规定。（演示）" },
    ...{ planOutline: null, planChannels: null, planOwner: null },
  };
  const issued = { documentNumber: entry!.number, indexNumber: null, signedOn: entry!.signedOn };
  return [
    { at: on(now, -103, "09:30"), run: (deps) => editPolicy(cast(handler), { ...input, fields }, deps) },
    {
      at: on(now, -103, "10:30"),
      run: (deps) => savePolicyText(cast(handler), { ...input, clauses, changeNote: null }, deps),
    },
    { at: on(now, -103, "11:00"), run: (deps) => editPlan(cast(handler), { ...input, fields: plan }, deps) },
    { at: on(now, -103, "15:00"), run: (deps) => submitPolicy(cast(handler), input, deps) },
    { at: on(now, -102, "09:40"), run: (deps) => passPolicy(cast(reviewer), input, deps) },
    {
      at: on(now, -102, "15:40"),
      run: (deps) => approvePolicy(cast(approver), { ...input, determinedAttribute: "proactive" }, deps),
    },
    {
      at: on(now, -101, "09:00"),
      run: (deps) => issuePolicy(cast(handler), { ...input, ...issued, printedAttribute: "proactive" }, deps),
    },
    { at: on(now, -101, "10:00"), run: (deps) => releasePolicy(cast(handler), input, deps) },
  ];
}

function spotCheck(now: Date, cast: Cast): Step[] {
  const drawn = { id: 0 };
  const itemOf = async (deps: Deps, unitName: string, nth = 0): Promise<SpotItemView> => {
    const { items } = await spotCheckPage(cast("office2"), drawn.id, deps);
    return items.filter((item) => item.unitName === unitName)[nth]!;
  };
  const find = (
    day: number,
    time: string,
    unit: string,
    nth: number,
    finding: SpotItemView["finding"],
    note: string | null,
  ): Step => ({
    at: on(now, day, time),
    run: async (deps) => {
      const item = (await itemOf(deps, unit, nth)).id;
      await recordFinding(cast("office2"), { item, finding: finding!, note }, deps);
    },
  });
  return [
    {
      at: on(now, -25, "10:00"),
      run: async (deps) => {
        const period = { fromOn: dayAt(now, -390), toOn: dayAt(now, -30), perUnit: 2, workingDays: 10 };
        drawn.id = await drawSpotCheck(cast("office2"), { unitCode: null, seed: "20261102", ...period }, deps);
      },
    },
    find(-24, "09:20", "区住建局", 0, "not_marked", "纸质文件版记前没有标注公开方式，请补标并核对同批文件。（演示）"),
    find(-24, "09:40", "区住建局", 1, "right", null),
    {
      at: on(now, -20, "15:10"),
      run: async (deps) => {
        const item = (await itemOf(deps, "区住建局")).id;
        const answer = "已在版记前补标“公开方式：主动公开”，同批 4 份文件已核对。（演示）";
        await answerFinding(cast(HOUSING.handler), { item, answer }, deps);
      },
    },
    {
      at: on(now, -19, "10:30"),
      run: async (deps) => closeFinding(cast("office2"), { item: (await itemOf(deps, "区住建局")).id }, deps),
    },
    find(
      -7,
      "10:15",
      "区司法局",
      0,
      "reason_missing",
      "理由只写了一句，没有说明为什么不能主动公开，请补充理由。（演示）",
    ),
  ];
}
