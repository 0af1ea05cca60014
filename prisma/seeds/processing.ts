import { enterComment } from "~/consultations/enter-comment.server";
import { summariseComment } from "~/consultations/summarise-comment.server";
import {
  decidingStep,
  OFFICE,
  on,
  openingSteps,
  sayingSteps,
  dayAt,
  type Cast,
  type Opening,
  type Step,
} from "./story";

// After the first round of a neighbouring district's ten livelihood projects (2025): 109 comments in six fields. The
// words are invented; several people ask for the same, as they do.

const FIELDS: { theme: string; count: number; says: string[] }[] = [
  {
    theme: "交通",
    count: 66,
    says: [
      "建议在{place}增设人行过街天桥，上下学时间孩子过马路很危险。",
      "{place}早晚高峰太堵，建议优化红绿灯配时。",
      "希望增加{place}到地铁站的接驳公交，缩短发车间隔。",
      "{place}人行道坑洼不平，老人推车容易摔倒，请尽快修整。",
      "建议在{place}增加非机动车停放区，现在乱停占道。",
      "{place}停车位不足，建议利用闲置地块建立体停车场。",
    ],
  },
  {
    theme: "文教",
    count: 12,
    says: [
      "建议在{place}增设社区图书室，延长开放时间。",
      "{place}附近公办幼儿园学位不足，希望增加。",
      "建议{place}体育场馆低收费向学生开放。",
    ],
  },
  {
    theme: "住房",
    count: 9,
    says: [
      "希望加快{place}老旧小区改造，先修屋面漏水。",
      "{place}加装电梯手续能否再简化一些？",
      "建议增加{place}的人才公寓供应。",
    ],
  },
  {
    theme: "综合服务",
    count: 8,
    says: ["建议{place}政务服务大厅周六开放半天。", "希望{place}设立可以代办的便民服务点。"],
  },
  { theme: "环境", count: 8, says: ["{place}河涌夏天有异味，请加强整治。", "建议{place}公园增加公厕和直饮水。"] },
  { theme: "医疗", count: 6, says: ["希望{place}社区医院增加儿科门诊。", "建议{place}家庭医生上门服务覆盖独居老人。"] },
];

const PLACES = ["东片区", "西片区", "南片区", "北片区", "江边一带", "地铁口周边", "老城片区", "新城片区"];

export function processingSteps(now: Date, cast: Cast): Step[] {
  const opening: Opening = {
    slug: "ten-livelihood-projects",
    unit: "office",
    staff: OFFICE,
    opens: -46,
    closes: -10,
    fields: {
      title: "明年十件民生实事（第一轮征求意见）",
      titleEn: "Ten livelihood projects for next year (first round)",
      summary: "征集明年民生实事的建议，涉及交通、文教、住房、综合服务、环境、医疗六个方面。",
      decisionKind: "other",
      explanatoryNote: "民生实事由群众提、大家议。请说明最希望办的一件事和地点。本文为演示材料。",
      legalBasis: "国办发〔2019〕54号第八条。",
      askStance: false,
    },
    draft: `# 明年十件民生实事（征集方向）

## 一、交通

改善出行条件，解决堵点、险点和停车难。

## 二、文教

增加文化、体育和教育服务。

## 三、住房

改善老旧小区和住房保障。

## 四、综合服务

方便群众就近办事。

## 五、环境

改善水环境和公园绿地。

## 六、医疗

提高社区医疗服务水平。
`,
  };
  const { slug, staff } = opening;
  const steps: Step[] = openingSteps(now, cast, opening);
  const byTheme = new Map<string, { number: number }[]>();
  FIELDS.forEach(({ theme, count, says }, field) => {
    for (let index = 0; index < count; index += 1) {
      const isOnPaper = theme === "医疗" && index === 0;
      const body = says[index % says.length]!.replace(
        "{place}",
        PLACES[Math.floor(index / says.length) % PLACES.length]!,
      );
      const day = -45 + ((index * 5 + field * 3) % 35);
      const time = `${String(8 + ((index * 3 + field) % 12)).padStart(2, "0")}:${String((index * 7) % 60).padStart(2, "0")}`;
      if (isOnPaper) {
        const entered = onPaper(now, cast, opening, { body, day, clause: field + 1 });
        steps.push(...entered.steps);
        byTheme.set(theme, [...(byTheme.get(theme) ?? []), entered.receipt]);
        continue;
      }
      const said = sayingSteps(now, cast, opening, {
        on: [day, time],
        body,
        clause: field + 1,
        publish: index % 4 !== 3,
        contact: index % 6 === 0 ? `1380000${String(1000 + field * 100 + index)}` : undefined,
        publishedAfter: index % 4 !== 3 && index % 5 !== 4 ? 10 : undefined,
      });
      steps.push(...said.steps);
      byTheme.set(theme, [...(byTheme.get(theme) ?? []), said.receipt]);
    }
  });
  for (const [theme, receipts] of byTheme) {
    steps.push({
      at: on(now, -8, "09:00"),
      run: async (deps) => {
        for (const { number } of receipts) {
          await summariseComment(cast(staff.handler), { number, version: null, theme, gist: null }, deps);
        }
      },
    });
  }
  steps.push(
    decidingStep(
      on(now, -7, "14:00"),
      cast,
      { slug, staff },
      {
        receipts: byTheme.get("医疗") ?? [],
        outcome: "referred",
        reason: "已转区卫生健康局研究，纳入社区医疗服务安排。",
      },
    ),
    decidingStep(
      on(now, -6, "15:00"),
      cast,
      { slug, staff },
      {
        receipts: byTheme.get("环境") ?? [],
        outcome: "adopted",
        clause: 5,
        reason: "已列入环境方面的备选项目。",
      },
    ),
  );
  return steps;
}

/** A letter that the office enters with the day it states. */
function onPaper(
  now: Date,
  cast: Cast,
  { slug, staff }: Opening,
  { body, day, clause }: { body: string; day: number; clause: number },
) {
  const receipt = { number: 0 };
  const step: Step = {
    at: on(now, day + 2, "10:40"),
    run: async (deps) => {
      const { number } = await enterComment(
        cast(staff.handler),
        {
          slug,
          channel: "letter",
          statedOn: dayAt(now, day),
          clause: `c${clause}`,
          from: null,
          to: null,
          stance: null,
          body,
          suggestion: null,
          submitter: "person",
          name: "何秀兰",
          contact: null,
          publish: false,
          uploads: [],
        },
        deps,
      );
      receipt.number = number;
    },
  };
  return { steps: [step], receipt };
}
