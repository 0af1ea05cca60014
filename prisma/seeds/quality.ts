import { askQuestion } from "~/policies/ask-question.server";
import { rateMaterial } from "~/policies/rate-material.server";
import { actOnMaterial } from "~/policies/sign-material.server";
import { editMaterial } from "~/policies/write-material.server";
import { checkQuality } from "~/quality/check-quality.server";
import { beginAnswer, orderReinterpretation } from "~/quality/order-reinterpretation.server";
import { decideQualityReport, reportQuality } from "~/quality/report-quality.server";
import type { Sheet } from "~/quality/sheet";
import { HOUSING, on, type Cast, type Step } from "./story";

// Every person, finding and day is invented.

const KEPT: Sheet = {
  three_sync: "yes",
  several_forms: "yes",
  background: "yes",
  goals: "yes",
  clause_by_clause: "yes",
  scope: "yes",
  procedures: "yes",
  time_limits: "yes",
  terms: "not_applicable",
  changes: "not_applicable",
  benefits: "yes",
  plain_words: "yes",
  own_words: "yes",
};

const GUEST = { kind: "guest" } as const;

/** One interpretation that was found good, one in which something was missing, one that is being written anew. */
export function qualitySteps(now: Date, cast: Cast): Step[] {
  return [
    {
      at: on(now, -190, "15:30"),
      run: (deps) =>
        checkQuality(
          cast("office2"),
          {
            slug: "garden-district-plan",
            sheet: { ...KEPT, several_forms: "partly" },
            outcome: "passable",
            note: "问答写得清楚，只有一种形式。可以加一张各街道花园位置的图。（演示）",
            isImportant: true,
          },
          deps,
        ),
    },
    ...liftSubsidies(now, cast),
  ];
}

const SLUG = "lift-subsidy-rules";

function liftSubsidies(now: Date, cast: Cast): Step[] {
  const made = { slug: "" };
  const input = () => ({ slug: made.slug, version: null });
  const rating = (day: number, answer: "no" | "partly" | "yes", reason: string | null): Step => ({
    at: on(now, day, "20:15"),
    run: (deps) => rateMaterial(GUEST, { slug: `${SLUG}-text`, answer, reason, key: null }, deps),
  });
  const question = (day: number, text: string): Step => ({
    at: on(now, day, "21:05"),
    run: (deps) =>
      askQuestion(GUEST, { policy: SLUG, material: `${SLUG}-text`, clause: null, text, key: "demoliftquestion" }, deps),
  });
  const better =
    "一、用一张表对比新旧两个办法：对象、标准、什么时候发钱。\n二、写明到哪里申请、带什么材料、几天办好。\n三、每个数字都能对照条款。（演示）";
  return [
    rating(-40, "no", "说是新旧对照，看完还是不知道钱多了多少。（演示）"),
    rating(-33, "no", "去哪里领、要带什么，一个字没有。（演示）"),
    rating(-27, "partly", null),
    rating(-22, "yes", null),
    question(-30, "我们楼前年装的电梯，能不能按新标准补？（演示）"),
    {
      at: on(now, -14, "10:20"),
      run: (deps) =>
        checkQuality(
          cast("office"),
          {
            slug: SLUG,
            sheet: { ...KEPT, clause_by_clause: "partly", procedures: "no", changes: "no", plain_words: "partly" },
            outcome: "weak",
            note: "标题说新旧对照，正文没有对照；没有写到哪里申请、带什么材料。读者也反映看不懂。（演示）",
            isImportant: true,
          },
          deps,
        ),
    },
    {
      at: on(now, -13, "09:15"),
      run: (deps) =>
        reportQuality(
          cast("office"),
          {
            slug: SLUG,
            findings:
              "加装电梯补贴关系很多住户，现有解读没有讲清补贴变化和申领办法，四位读者中只有一位说看懂了。（演示）",
            better,
          },
          deps,
        ),
    },
    {
      at: on(now, -12, "16:40"),
      run: (deps) => decideQualityReport(cast("leader"), { slug: SLUG, isApproved: true, reason: null }, deps),
    },
    {
      at: on(now, -11, "09:30"),
      run: (deps) =>
        orderReinterpretation(
          cast("office"),
          {
            slug: SLUG,
            ground: "加装电梯补贴是重要政策，现有解读没有讲清补贴变化和申领办法。经报区领导同意，请重新解读。（演示）",
            better,
          },
          deps,
        ),
    },
    {
      at: on(now, -6, "10:05"),
      run: async (deps) => {
        const title = "补贴从十万到十二万：新旧办法一张表";
        made.slug = await beginAnswer(cast(HOUSING.handler), { slug: SLUG, kind: "chart", title }, deps);
      },
    },
    {
      at: on(now, -5, "15:10"),
      run: (deps) =>
        editMaterial(
          cast(HOUSING.handler),
          {
            ...input(),
            fields: {
              title: "补贴从十万到十二万：新旧办法一张表",
              titleEn: "From 100,000 to 120,000 yuan: old and new rules in one table",
              summary: "哪些楼能领、领多少、什么时候到账，新旧对比。（演示）",
              content: {
                kind: "chart",
                form: "table",
                table: [
                  ["项目", "试行办法", "新办法"],
                  ["楼层（层以上）", "4", "3"],
                  ["每台补贴（万元）", "10", "12"],
                  ["验收后发放（日内）", "未写明", "30"],
                ],
                note: "新办法多了协商一条：低层住户有不同意见，由街道组织协商并公示。（演示）",
                clauses: ["c1", "c2", "c3"],
              },
            },
          },
          deps,
        ),
    },
    {
      at: on(now, -2, "11:20"),
      run: (deps) => actOnMaterial(cast(HOUSING.handler), "submit_material", input(), deps),
    },
  ];
}
