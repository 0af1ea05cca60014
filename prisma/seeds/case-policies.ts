import { addDays, daysBetween, plainDateOf, type PlainDate } from "~/calendar/plain-date";
import type { MaterialContent } from "~/policies/material-content";
import { rateMaterial } from "~/policies/rate-material.server";
import { addReadings } from "~/policies/readings.server";
import { policySteps, type MaterialTold, type PolicyTold } from "./policy-story";
import { HOUSING, JUSTICE, on, type Cast, type Step } from "./story";

// Titles and numbers are invented after the forms of real documents; every person and day is invented.

interface Explained {
  /** Days after the half year began. */
  signed: number;
  released: number;
  told: Omit<PolicyTold, "signed" | "released" | "letters">;
  /** By the kind of the material: how often it was read, and what its readers answered. */
  read: [kind: MaterialContent["kind"], count: number][];
  rated: ("yes" | "partly" | "no")[];
}

/** Documents of a half year, each released together with its interpretation, read and rated. */
export function explainedSteps(now: Date, cast: Cast, from: PlainDate, which: readonly (keyof typeof CASES)[]): Step[] {
  const today = plainDateOf(now);
  const offset = daysBetween(today, from);
  return which.flatMap((name) => {
    const { told, signed, released, read, rated } = CASES[name]();
    const letters = told.unit === "justice" ? "演示司发" : "演示府规";
    const slugOf = (kind: string) => `${told.slug}-${kind}`;
    const day = offset + released;
    const steps = policySteps(now, cast, { ...told, letters, signed: offset + signed, released: day });
    const readings = read.map(([kind, count]) => ({
      ...{ subjectKind: "interpretation" as const, subjectId: slugOf(kind), day: addDays(today, day + 5), count },
    }));
    const [[first] = ["qa"]] = read;
    return [
      ...steps,
      { at: on(now, day + 5, "23:50"), run: (deps) => addReadings(deps, readings) } satisfies Step,
      ...rated.map((answer, index): Step => ({
        at: on(now, day + 6 + index, "20:15"),
        run: (deps) => rateMaterial({ kind: "guest" }, { slug: slugOf(first), answer, reason: null, key: null }, deps),
      })),
    ];
  });
}

const CASES = { charging, mediation, drying, repairs, notary };

function charging(): Explained {
  return {
    signed: 40,
    released: 48,
    read: [
      ["qa", 1_862],
      ["case", 1_140],
    ],
    rated: ["yes", "yes", "yes", "partly"],
    told: {
      slug: "e-bike-charging-rules",
      unit: "housing-construction",
      staff: HOUSING,
      serial: 11,
      fields: {
        title: "电动自行车停放充电管理规定（演示）",
        titleEn: "Rules on parking and charging electric bicycles (demonstration)",
        summary: "电动车停哪里、在哪里充电、要花多少钱，一次说清。",
        documentKind: "normative_document",
      },
      markdown:
        "## 第一条 停放\n\n电动自行车停放在划线车位，不得停放在楼道、楼梯间和安全出口。\n\n## 第二条 充电\n\n在集中充电点充电，不得从住宅拉线充电。\n\n## 第三条 收费\n\n集中充电点的电费和服务费分开标明，标牌设在充电点旁。\n",
      outline: "停哪里；在哪里充电；多少钱；还没有充电点的小区怎么办。",
      materials: [
        {
          kind: "qa",
          title: "电动车停哪里、去哪里充？四问四答",
          summary: "停放、充电和收费，照着做就行。（演示）",
          content: (clause) => ({
            kind: "qa",
            items: [
              {
                question: "电动车能不能推上楼停在家门口？",
                answer: "不能。楼道着火，人就出不去了。请停在楼下划线的车位。",
                clauses: [clause("第一条")],
              },
              {
                question: "能不能从家里拉一根线下来充电？",
                answer: "不能。请到小区的集中充电点去充。",
                clauses: [clause("第二条")],
              },
              {
                question: "充电多少钱？",
                answer: "电费和服务费分开写在充电点旁边的牌子上。没有写的，可以不付服务费并向街道反映。",
                clauses: [clause("第三条")],
              },
            ],
          }),
        },
        {
          kind: "case",
          title: "老黄想在六楼给电动车充电，行不行？",
          summary: "用一个小故事讲清楚为什么不能上楼充电。（演示，人物是虚构的）",
          content: (clause) => ({
            kind: "case",
            situation: "老黄住六楼，楼下车位满了，他把电动车推进楼道，从门缝拉线充电。邻居担心着火，报给了物业。",
            rule: "按第一条、第二条，车不能停在楼道，也不能从住宅拉线充电。物业先劝说，劝不动的报街道处理。",
            result: "街道在空地加划了 20 个车位，装了充电桩。老黄把车停到楼下，充一次电大约一元钱。",
            clauses: [clause("第一条"), clause("第二条")],
            guide: [],
            guideEnd: "",
          }),
        },
      ],
    },
  };
}

function mediation(): Explained {
  return {
    signed: 70,
    released: 76,
    read: [
      ["qa", 905],
      ["chart", 488],
    ],
    rated: ["yes", "yes", "partly"],
    told: {
      slug: "neighbour-mediation-guide",
      unit: "justice",
      staff: JUSTICE,
      serial: 12,
      fields: {
        title: "邻里纠纷人民调解工作指引（演示）",
        titleEn: "Guide to mediation between neighbours (demonstration)",
        summary: "漏水、噪声、占道这些事，可以先请调解员，不收费。",
        documentKind: "other",
      },
      markdown:
        "## 第一条 受理\n\n居民可以向社区人民调解委员会申请调解，也可以当面口头申请，不收费。\n\n## 第二条 期限\n\n自受理之日起三十日内调解终结。\n\n## 第三条 协议\n\n达成协议的，双方可以自协议生效之日起三十日内共同向法院申请司法确认。\n",
      outline: "哪些事可以调解；怎样申请；多久有结果；对方反悔怎么办。",
      materials: [
        {
          kind: "qa",
          title: "楼上漏水，找谁来调解？三个问题",
          summary: "怎样申请、多久有结果、对方反悔怎么办。（演示）",
          content: (clause) => ({
            kind: "qa",
            items: [
              {
                question: "申请调解要不要花钱？",
                answer: "不要。到社区居委会说一声就可以，不会写字也可以当面说。",
                clauses: [clause("第一条")],
              },
              {
                question: "多久能有结果？",
                answer: "从受理那天起，三十天以内要有一个结果。",
                clauses: [clause("第二条")],
              },
              {
                question: "对方签了协议又反悔，怎么办？",
                answer: "协议生效三十天以内，双方一起到法院申请确认。确认以后，对方不履行，可以请法院强制执行。",
                clauses: [clause("第三条")],
              },
            ],
          }),
        },
        {
          kind: "chart",
          title: "从申请到有结果，各要几天",
          summary: "把期限画成一张图。（演示）",
          content: (clause) => ({
            kind: "chart",
            form: "bars",
            table: [
              ["环节", "最多几天"],
              ["调解", "30"],
              ["共同申请司法确认", "30"],
            ],
            note: "按第二条、第三条的期限。（演示）",
            clauses: [clause("第二条"), clause("第三条")],
          }),
        },
      ],
    },
  };
}

function drying(): Explained {
  return {
    signed: 100,
    released: 108,
    read: [["text", 213]],
    rated: ["partly"],
    told: {
      slug: "drying-racks-notice",
      unit: "housing-construction",
      staff: HOUSING,
      serial: 13,
      fields: {
        title: "老旧小区晾晒设施改造办法（演示）",
        titleEn: "Drying racks in old neighbourhoods (demonstration)",
        summary: "在公共晾晒区装设施，旧的铁架由街道统一拆换。",
        documentKind: "normative_document",
      },
      markdown:
        "## 第一条 范围\n\n二〇〇〇年以前建成的小区。\n\n## 第二条 改造\n\n街道征求住户意见后设置公共晾晒区，拆换锈蚀的外挂铁架，费用由改造资金支付。\n",
      outline: "哪些小区；怎样改；谁出钱。",
      materials: [plain("旧小区的晾衣架怎么换", "第二条")],
    },
  };
}

function repairs(): Explained {
  return {
    signed: 50,
    released: 57,
    read: [
      ["qa", 1_274],
      ["case", 530],
    ],
    rated: ["yes", "yes", "no"],
    told: {
      slug: "shared-repair-fund-rules",
      unit: "housing-construction",
      staff: HOUSING,
      serial: 21,
      fields: {
        title: "房屋维修资金应急使用办法（演示）",
        titleEn: "Urgent use of the housing repair fund (demonstration)",
        summary: "屋顶漏水、电梯坏了，急修不用等全楼签字。",
        documentKind: "normative_document",
      },
      markdown:
        "## 第一条 急修\n\n屋面漏水、电梯故障、外墙脱落危及安全的，可以应急使用维修资金。\n\n## 第二条 办理\n\n业主委员会或者物业向街道申请，街道三个工作日内现场查看并出具意见。\n\n## 第三条 公示\n\n维修完成后，费用明细在楼道公示三十日。\n",
      outline: "什么叫急修；找谁申请；钱怎么花、怎么公示。",
      materials: [
        {
          kind: "qa",
          title: "电梯坏了等不起，维修资金怎么用？",
          summary: "急修的范围、怎样申请、怎样公示。（演示）",
          content: (clause) => ({
            kind: "qa",
            items: [
              {
                question: "哪些情况算急修？",
                answer: "屋顶漏水、电梯故障、外墙脱落，有危险的，都算。",
                clauses: [clause("第一条")],
              },
              {
                question: "要不要全楼都签字？",
                answer: "不要。业委会或者物业向街道申请，街道三个工作日内来看。",
                clauses: [clause("第二条")],
              },
              {
                question: "钱花在哪里，我能看到吗？",
                answer: "能。修完以后，费用一项一项贴在楼道，贴三十天。",
                clauses: [clause("第三条")],
              },
            ],
          }),
        },
        {
          kind: "case",
          title: "台风后外墙掉砖，五天修好",
          summary: "急修怎样办，看一个例子。（演示，人物是虚构的）",
          content: (clause) => ({
            kind: "case",
            situation: "台风过后，一栋楼的外墙掉下瓷砖，业委会想马上修，又怕凑不齐签字。",
            rule: "按第一条、第二条，外墙脱落有危险，可以应急使用维修资金，街道三个工作日内查看。",
            result: "街道第二天来看，第五天修好，费用在楼道公示了三十天。",
            clauses: [clause("第一条"), clause("第二条")],
            guide: [],
            guideEnd: "",
          }),
        },
      ],
    },
  };
}

function notary(): Explained {
  return {
    signed: 90,
    released: 95,
    read: [["qa", 640]],
    rated: ["yes"],
    told: {
      slug: "notary-at-home-notice",
      unit: "justice",
      staff: JUSTICE,
      serial: 22,
      fields: {
        title: "关于为行动不便老人上门办理公证的通知（演示）",
        titleEn: "Notary visits for people who cannot leave home (demonstration)",
        summary: "七十岁以上、行动不便的老人，公证员可以上门办。",
        documentKind: "other",
      },
      markdown:
        "## 第一条 对象\n\n七十周岁以上、行动不便的老人。\n\n## 第二条 办理\n\n电话预约，公证员五个工作日内上门，不收上门费。\n",
      outline: "谁可以；怎样约；要准备什么。",
      materials: [
        {
          kind: "qa",
          title: "老人出不了门，公证怎么办？",
          summary: "谁可以约、多久上门、收不收费。（演示）",
          content: (clause) => ({
            kind: "qa",
            items: [
              {
                question: "谁可以约上门公证？",
                answer: "七十岁以上、行动不便的老人，家里人也可以代约。",
                clauses: [clause("第一条")],
              },
              {
                question: "多久能来？",
                answer: "电话约好以后，五个工作日内上门。",
                clauses: [clause("第二条")],
              },
              {
                question: "上门要加钱吗？",
                answer: "不加。公证费照原来的标准，不收上门费。",
                clauses: [clause("第二条")],
              },
            ],
          }),
        },
      ],
    },
  };
}

function plain(title: string, number: string): MaterialTold {
  return {
    kind: "text",
    title,
    summary: "几句话讲清楚。（演示）",
    content: (clause) => ({
      kind: "text",
      body: "过去各家各户自己在窗外装铁架，年头久了生锈，刮风下雨有掉下来的危险。新办法由街道先问大家的意见，在小区里选一块向阳的空地做公共晾晒区，再把旧铁架统一拆下来换掉。费用从改造资金里出，住户不用掏钱。",
      clauses: [clause(number)],
    }),
  };
}
