import { proposeChange } from "~/consultations/propose-change.server";
import { signProposal } from "~/consultations/sign-proposal.server";
import {
  completingSteps,
  HOUSING,
  JUSTICE,
  on,
  openingSteps,
  sayingSteps,
  type Cast,
  type Opening,
  type Step,
} from "./story";

/** One that ended without a comment, one withdrawn after comments, one whose outcome is late. */
export function unfinishedSteps(now: Date, cast: Cast): Step[] {
  return [...withoutComments(now, cast), ...withdrawn(now, cast), ...late(now, cast)];
}

function withoutComments(now: Date, cast: Cast): Step[] {
  const opening: Opening = {
    slug: "legal-aid-stations",
    unit: "justice",
    staff: JUSTICE,
    opens: -120,
    closes: -105,
    fields: {
      title: "公共法律服务站点布局调整方案（征求意见稿）",
      titleEn: "Where legal-service stations should stand (draft for comment)",
      summary: "调整街道公共法律服务站点的位置和开放时间。",
      decisionKind: "normative_document",
      explanatoryNote: "根据各站点近年的服务数量，拟合并两处、新增一处。本文为演示材料。",
      legalBasis: "《中华人民共和国法律援助法》第十二条。",
    },
    draft: `# 公共法律服务站点布局调整方案

## 第一条 合并

合并服务数量较少的两处站点，原有服务并入邻近站点。

## 第二条 新增

在人口增长较快的片区新增站点一处。
`,
  };
  return [
    ...openingSteps(now, cast, opening),
    ...completingSteps(now, cast, opening, { day: -98, process: "征求意见期间，各渠道均未收到意见。" }),
  ];
}

function withdrawn(now: Date, cast: Cast): Step[] {
  const opening: Opening = {
    slug: "street-parking-trial",
    unit: "justice",
    staff: JUSTICE,
    opens: -95,
    closes: -64,
    fields: {
      title: "路内停车限时管理试行办法（征求意见稿）",
      titleEn: "Trial rules for time-limited street parking (draft for comment)",
      summary: "拟在部分道路试行限时停车。",
      decisionKind: "major_decision",
      explanatoryNote: "为缓解停车难，拟选取三条道路试行限时停车。本文为演示材料。",
      legalBasis: "《重大行政决策程序暂行条例》第十五条。",
    },
    draft: `# 路内停车限时管理试行办法

## 第一条 范围

试行范围为三条道路的路内停车位。

## 第二条 时限

日间单次停车不超过两小时。夜间不限时。
`,
  };
  const said = [
    ["周边住户白天也要停车，两小时太短。", -90, "oppose"],
    ["建议先公布三条道路的名称，再征求意见。", -86, "neutral"],
    ["支持限时，店铺门口车位周转快一些。", -83, "support"],
    ["能否给住户发放长时停车证？", -80, "neutral"],
  ] as const;
  const comments = said.map(([body, day, stance], index) =>
    sayingSteps(now, cast, opening, {
      on: [day, `1${index}:15`],
      body,
      stance,
      clause: 2,
      contact: index === 0 ? "13800000005" : undefined,
      publishedAfter: index < 3 ? 20 : undefined,
    }),
  );
  const { slug, staff } = opening;
  return [
    ...openingSteps(now, cast, opening),
    ...comments.flatMap(({ steps }) => steps),
    {
      at: on(now, -76, "10:00"),
      run: (deps) =>
        proposeChange(
          cast(staff.handler),
          {
            slug,
            version: null,
            act: "withdraw",
            reason: "试行范围需要与新的道路改造计划一并研究，待范围确定后重新征求意见。已收到的意见将一并研究。",
          },
          deps,
        ),
    },
    {
      at: on(now, -76, "15:20"),
      run: (deps) => signProposal(cast(staff.approver), { slug, version: null, remark: null }, deps),
    },
  ];
}

function late(now: Date, cast: Cast): Step[] {
  const opening: Opening = {
    slug: "old-lift-subsidy",
    unit: "housing-construction",
    staff: HOUSING,
    opens: -110,
    closes: -78,
    fields: {
      title: "既有住宅加装电梯补助办法（征求意见稿）",
      titleEn: "Subsidies for lifts in existing housing (draft for comment)",
      summary: "拟对既有住宅加装电梯给予补助，明确条件和申请程序。",
      decisionKind: "major_decision",
      explanatoryNote: "草案明确了补助对象、标准和申请程序。本文为演示材料。",
      legalBasis: "《重大行政决策程序暂行条例》第十五条。",
    },
    draft: `# 既有住宅加装电梯补助办法

## 第一条 对象

经业主依法表决同意加装电梯的既有住宅，可以申请补助。

## 第二条 标准

每台电梯给予一次性补助。补助标准由区政府确定并公布。

## 第三条 程序

由业主代表向街道办事处提出申请。街道办事处应当在十个工作日内核实。
`,
  };
  const first = sayingSteps(now, cast, opening, {
    on: [-101, "09:05"],
    body: "一楼住户没有受益，反而受影响，补助能否也考虑一楼？",
    clause: 2,
    stance: "oppose",
    contact: "13800000006",
    publishedAfter: 8,
  });
  const second = sayingSteps(now, cast, opening, {
    on: [-92, "20:31"],
    body: "十个工作日核实时间写得清楚，支持。",
    clause: 3,
    sentences: [2, 2],
    stance: "support",
    publishedAfter: 14,
  });
  return [...openingSteps(now, cast, opening), ...first.steps, ...second.steps];
}
