import { recordDecision } from "~/consultations/record-decision.server";
import { recordStep } from "~/consultations/record-step.server";
import { importDraftVersion } from "~/consultations/import-draft-version.server";
import { summariseComment } from "~/consultations/summarise-comment.server";
import { approvedOnPaperSteps } from "./paper";
import {
  clauseId,
  clausesOf,
  completingSteps,
  dayAt,
  decidingStep,
  HOUSING,
  OFFICE,
  on,
  openingSteps,
  sayingSteps,
  type Cast,
  type Opening,
  type Step,
} from "./story";

// Counts, outcomes and reasons follow published results of other places; every person, contact and day is invented.

export function finishedSteps(now: Date, cast: Cast): Step[] {
  return [
    ...openGovernmentCorner(now, cast),
    ...gardenDistrict(now, cast),
    ...drainage(now, cast),
    ...radialRoad(now, cast),
  ];
}

/** After the result of a township in Jinzhai, Anhui (2022): three comments, two adopted, one not. */
function openGovernmentCorner(now: Date, cast: Cast): Step[] {
  const opening: Opening = {
    slug: "open-government-corner",
    unit: "office",
    staff: OFFICE,
    opens: -520,
    closes: -489,
    fields: {
      title: "政务公开专区建设方案（征求意见稿）",
      titleEn: "Plan for open-government corners in service halls (draft for comment)",
      summary: "在政务服务大厅设立政务公开专区，提供查询、领取、咨询服务。现就选址、设备和服务内容征求意见。",
      decisionKind: "other",
      explanatoryNote:
        "为方便群众查阅政府信息，拟在服务大厅内设立政务公开专区。草案说明了选址、设备和人员安排。本文为演示材料。",
      legalBasis: "《中华人民共和国政府信息公开条例》第二十五条；国办发〔2019〕54号。",
      askStance: false,
    },
    draft: `# 政务公开专区建设方案

## 第一条 选址

专区设在政务服务大厅一楼，面积不少于二十平方米。入口处设置明显标识。

## 第二条 设备

专区配备查询电脑、资料架和打印设备。资料架按公开事项目录分类摆放。

## 第三条 服务

专区安排工作人员提供咨询。工作日开放时间与大厅一致。
`,
  };
  const place = sayingSteps(now, cast, opening, {
    on: [-515, "10:12"],
    body: "专区空间狭小，人多时转不开身，建议换地方改建。",
    clause: 1,
    sentences: [1, 1],
    name: "朱建国",
    contact: "13800000001",
    publishedAfter: 4,
  });
  const village = sayingSteps(now, cast, opening, {
    on: [-505, "15:40"],
    body: "建议在专区增加大字版资料和老花镜，方便老年人查阅。",
    clause: 2,
    submitter: "organisation",
    name: "河西村（演示）",
    publishedAfter: 18,
  });
  const hours = sayingSteps(now, cast, opening, {
    on: [-498, "20:03"],
    body: "希望专区在周六上午也能开放，上班的人才有时间来。",
    clause: 3,
    sentences: [2, 2],
    name: "张祥",
    contact: "zhang.demo@example.org",
    publishedAfter: 14,
  });
  return [
    ...openingSteps(now, cast, opening),
    ...place.steps,
    ...village.steps,
    ...hours.steps,
    decidingStep(on(now, -486, "10:00"), cast, opening, {
      receipts: [place.receipt],
      outcome: "not_adopted",
      reason: "专区设立在服务大厅内，便于群众办事时就近查阅。若易地建设，可能导致群众办事多跑路，不符合设立初衷。",
    }),
    decidingStep(on(now, -486, "10:20"), cast, opening, { receipts: [village.receipt], outcome: "adopted", clause: 2 }),
    decidingStep(on(now, -486, "10:30"), cast, opening, { receipts: [hours.receipt], outcome: "adopted", clause: 3 }),
    ...completingSteps(now, cast, opening, {
      day: -480,
      process: "征求意见期间，通过网页收到意见3条，其中采纳2条，未采纳1条。未采纳的已说明理由。",
      approval: approvedOnPaperSteps(now, cast, opening, -478),
    }),
  ];
}

const GARDEN_DRAFT = `# 花园城区建设实施方案

## 一、总体要求

### （一）目标

以绿为底，完善公园体系，让居民出门就能见到绿地。到方案实施期末，基本建成花园城区。

## 二、重点任务

### （二）建设社区花园

利用边角地建设社区花园。鼓励居民参与设计和养护。

### （三）推进花园进家庭

开展园艺科普活动。向社区提供花苗和技术指导。

### （四）改善滨水空间

整治河涌沿岸，贯通滨水步道。
`;

const GARDEN_FINAL = `# 花园城区建设实施方案

## 一、总体要求

### （一）目标

以绿为底，完善公园体系，让居民出门就能见到绿地。到方案实施期末，基本建成花园城区。

## 二、重点任务

### （二）建设社区花园

利用边角地建设社区花园。鼓励居民参与设计和养护。建立绿色公益志愿者队伍，登记服务时长，并在社区公布养护安排。

### （三）推进花园进家庭

开展园艺科普活动。向社区提供花苗和技术指导。建设园艺驿站3处，常年免费开放。

### （四）改善滨水空间

整治河涌沿岸，贯通滨水步道。推进河、湖、涌、渠、塘、湿地六水联通，保持水体流动。
`;

/** After the result of Mentougou, Beijing (2024): three comments, all adopted, each with the sentence it added. */
function gardenDistrict(now: Date, cast: Cast): Step[] {
  const opening: Opening = {
    slug: "garden-district",
    unit: "housing-construction",
    staff: HOUSING,
    opens: -360,
    closes: -349,
    fields: {
      title: "花园城区建设实施方案（征求意见稿）",
      titleEn: "Plan for a garden district (draft for comment)",
      summary: "提出社区花园、园艺科普和滨水空间三项任务，计划分年实施。",
      decisionKind: "normative_document",
      explanatoryNote: "方案提出建设花园城区的目标和任务。草案由住建部门会同有关街道起草。本文为演示材料。",
      legalBasis: "《城市绿化条例》第八条、第十条。",
    },
    draft: GARDEN_DRAFT,
  };
  const station = sayingSteps(now, cast, opening, {
    on: [-358, "09:31"],
    body: "园艺科普不能只搞活动，建议建几个固定的园艺驿站，平时也能去请教。",
    suggestion: "增加：建设园艺驿站3处，常年免费开放。",
    clause: 5,
    stance: "support",
    name: "吴秀芳",
    contact: "13800000002",
    publishedAfter: 6,
  });
  const volunteers = sayingSteps(now, cast, opening, {
    on: [-355, "21:17"],
    body: "社区花园建好以后谁来管？建议组织志愿者，并公布养护安排。",
    clause: 4,
    sentences: [2, 2],
    stance: "support",
    name: "郑乐安",
    contact: "zheng.demo@example.org",
    publishedAfter: 12,
  });
  const water = sayingSteps(now, cast, opening, {
    on: [-351, "16:45"],
    body: "只整治沿岸不够，河涌不流动夏天还是有味道，建议把水系连通。",
    clause: 6,
    stance: "neutral",
    name: "梁永康",
    publishedAfter: 15,
  });
  const { slug, staff } = opening;
  const ids = clausesOf(GARDEN_FINAL).map((clause, index) => ({ ...clause, clauseId: clauseId(index + 1) }));
  return [
    ...openingSteps(now, cast, opening),
    ...station.steps,
    ...volunteers.steps,
    ...water.steps,
    decidingStep(on(now, -345, "09:40"), cast, opening, {
      receipts: [station.receipt],
      outcome: "adopted",
      clause: 5,
      reason: "已在第（三）项增加“建设园艺驿站3处，常年免费开放”。",
    }),
    decidingStep(on(now, -345, "09:55"), cast, opening, {
      receipts: [volunteers.receipt],
      outcome: "adopted",
      clause: 4,
      reason: "已在第（二）项增加绿色公益志愿者和公布养护安排的内容。",
    }),
    decidingStep(on(now, -345, "10:10"), cast, opening, {
      receipts: [water.receipt],
      outcome: "adopted",
      clause: 6,
      reason: "已在第（四）项增加六水联通的要求。",
    }),
    {
      at: on(now, -344, "11:00"),
      run: (deps) =>
        importDraftVersion(
          cast(staff.handler),
          { slug, version: null, kind: "revised", clauses: ids, changeNote: "按三条意见各增加一句。" },
          deps,
        ),
    },
    ...completingSteps(now, cast, opening, {
      day: -343,
      process: "征求意见期间收到意见3条，全部采纳，已写入修改后的方案。",
      releaseRevisedDraft: true,
    }),
    ...(
      [
        ["expert_review", -338, -335, "区绿化专家组（演示）", "方案目标可行，建议分年实施。"],
        ["legality_review", -343, -322, "区司法局（演示）", "内容合法，同意提请讨论。"],
        ["collective_discussion", -318, -318, "区政府常务会议（演示）", "同意印发。"],
      ] as const
    ).map(([kind, startedDay, day, holder, conclusion]) => ({
      at: on(now, day, "17:00"),
      run: (deps: Parameters<Step["run"]>[0]) =>
        recordStep(
          cast(staff.handler),
          { slug, kind, startedOn: dayAt(now, startedDay), happenedOn: dayAt(now, day), holder, conclusion },
          deps,
        ),
    })),
    {
      at: on(now, -310, "10:00"),
      run: (deps) =>
        recordDecision(
          cast(staff.handler),
          {
            slug,
            version: null,
            decidedOn: dayAt(now, -312),
            documentNumber: "演示〔2026〕1号",
            decidedNote: "社会公众提出意见3条，全部采纳，分别写入第（二）（三）（四）项。",
          },
          deps,
        ),
    },
  ];
}

/** After a result of Guangzhou's forestry and gardens bureau (2025): one comment, adopted. */
function drainage(now: Date, cast: Cast): Step[] {
  const opening: Opening = {
    slug: "sewer-tree-relocation",
    unit: "housing-construction",
    staff: HOUSING,
    opens: -250,
    closes: -236,
    fields: {
      title: "污水主干管工程迁移树木（征求意见稿）",
      titleEn: "Moving trees for a sewer main (draft for comment)",
      summary: "因排水单元配套污水主干管施工，拟迁移沿线树木，施工后回迁。",
      decisionKind: "green_space",
      explanatoryNote: "施工占用绿化带，需临时迁移树木。草案说明了数量、去向和回迁时间。本文为演示材料。",
      legalBasis: "《城市绿化条例》第二十条。",
    },
    draft: `# 污水主干管工程迁移树木方案

## 第一条 范围

迁移工程范围内的行道树，迁往苗圃临时种植。

## 第二条 回迁

施工完成后三个月内回迁，并负责养护一年。
`,
  };
  const comment = sayingSteps(now, cast, opening, {
    on: [-244, "11:26"],
    body: "支持政府工程，同意树木迁移。施工完成后请按时回迁。",
    clause: 2,
    stance: "support",
    name: "陈桂英",
    contact: "13800000003",
    publishedAfter: 5,
  });
  return [
    ...openingSteps(now, cast, opening),
    ...comment.steps,
    decidingStep(on(now, -233, "14:30"), cast, opening, {
      receipts: [comment.receipt],
      outcome: "adopted",
      clause: 2,
      reason: "将按方案第二条的时间回迁，并在现场公布回迁日期。",
    }),
    ...completingSteps(now, cast, opening, { day: -231, process: "通过网页收到意见1条，予以采纳。" }),
  ];
}

/** After another result of the same bureau (2025): two comments, one adopted, one passed on to the builder. */
function radialRoad(now: Date, cast: Cast): Step[] {
  const opening: Opening = {
    slug: "radial-road-greenery",
    unit: "housing-construction",
    staff: HOUSING,
    opens: -215,
    closes: -201,
    fields: {
      title: "放射线系统工程（二期）占用绿地（征求意见稿）",
      titleEn: "Green space used by a road project, phase two (draft for comment)",
      summary: "道路工程二期需占用部分绿地，拟对树木进行迁移和保护。",
      decisionKind: "green_space",
      explanatoryNote: "草案说明了占用范围、树木处理方式和施工后的恢复。本文为演示材料。",
      legalBasis: "《城市绿化条例》第十九条、第二十条。",
    },
    draft: `# 放射线系统工程（二期）占用绿地方案

## 第一条 占用

工程占用江边绿地一处，施工期间设围挡。

## 第二条 树木处理

位于路基范围内的树木予以迁移，其余就地保护。
`,
  };
  const support = sayingSteps(now, cast, opening, {
    on: [-213, "08:50"],
    body: "支持工程建设，早日通车。",
    stance: "support",
    publishedAfter: 4,
  });
  const trees = sayingSteps(now, cast, opening, {
    on: [-206, "19:22"],
    body: "江边的大树是鸟类栖息的地方，请尽量保留，道路与树木之间的距离能否再加宽一些？",
    clause: 2,
    sentences: [1, 1],
    stance: "oppose",
    name: "黄嘉怡",
    contact: "13800000004",
    publish: false,
  });
  const { slug, staff } = opening;
  return [
    ...openingSteps(now, cast, opening),
    ...support.steps,
    ...trees.steps,
    decidingStep(on(now, -199, "10:00"), cast, opening, {
      receipts: [support.receipt],
      outcome: "adopted",
      clause: 1,
      reason: "感谢支持，工程将按计划推进。",
    }),
    decidingStep(on(now, -199, "10:15"), cast, opening, {
      receipts: [trees.receipt],
      outcome: "referred",
      reason: "已反馈给建设单位研究及落实。",
    }),
    {
      at: on(now, -198, "09:30"),
      run: (deps) =>
        summariseComment(
          cast(staff.handler),
          {
            number: trees.receipt.number,
            version: null,
            theme: "树木保护",
            gist: "建议保留江边大树，加宽道路与树木的距离。",
          },
          deps,
        ),
    },
    ...completingSteps(
      now,
      cast,
      { slug, staff },
      {
        day: -197,
        process: "通过网页收到意见2条：采纳1条，转建设单位研究1条。",
      },
    ),
  ];
}
