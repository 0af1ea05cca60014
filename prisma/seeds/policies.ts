import { callForInterpretation } from "~/policies/call-for-interpretation.server";
import { proposePolicyChange, signPolicyChange } from "~/policies/change-policy.server";
import { editPlan } from "~/policies/edit-policy.server";
import { proposeException, signException } from "~/policies/except-policy.server";
import { preparePolicy } from "~/policies/prepare-policy.server";
import { issuePolicy, releasePolicy } from "~/policies/release-policy.server";
import { approvePolicy, passPolicy, submitPolicy } from "~/policies/sign-policy.server";
import { planPolicySteps } from "./plan-policy";
import { materialSteps, policySteps, preparingSteps, textOf, type MaterialTold, type PolicyTold } from "./policy-story";
import { dayAt, HOUSING, JUSTICE, on, type Cast, type Step } from "./story";

// Titles and numbers are invented after the forms of real documents; every person and day is invented.

export function policyStorySteps(now: Date, cast: Cast): Step[] {
  return [
    ...planPolicySteps(now, cast),
    ...gardenPlan(now, cast),
    ...liftSubsidies(now, cast),
    ...parkingTrial(now, cast),
    ...sharedCorridors(now, cast),
    ...floodNotice(now, cast),
    ...legalAid(now, cast),
    ...stuckAtTheGate(now, cast),
    ...registerEntry(now, cast),
  ];
}

const GARDEN = `## 第一条 目标

以绿为底，完善公园体系，让居民出门就能见到绿地。

## 第二条 社区花园

利用边角地建设社区花园。建立绿色公益志愿者队伍，登记服务时长，并在社区公布养护安排。

## 第三条 园艺驿站

建设园艺驿站3处，常年免费开放。

## 第四条 滨水空间

整治河涌沿岸，贯通滨水步道，保持水体流动。
`;

/** What people said about it stands with the consultation; amended since, so that one material waits for a check. */
function gardenPlan(now: Date, cast: Cast): Step[] {
  const told: PolicyTold = {
    slug: "garden-district-plan",
    unit: "housing-construction",
    staff: HOUSING,
    letters: "演示府规",
    serial: 1,
    signed: -312,
    released: -300,
    fields: {
      title: "花园城区建设实施方案（演示）",
      titleEn: "Plan for a garden district (demonstration)",
      summary: "在家门口建社区花园、园艺驿站和滨水步道。谁来养护、什么时候开放，都写在里面。",
      summaryEn:
        "Community gardens, gardening posts and a waterside path, with who looks after them and when they open.",
      documentKind: "normative_document",
      consultationSlug: "garden-district",
      keywords: "绿化；社区花园",
    },
    markdown: GARDEN,
    outline: "为什么建；建在哪里；谁来养护；居民怎样参加。",
    materials: [
      {
        kind: "qa",
        title: "社区花园谁来管？四个问题说清楚",
        titleEn: "Who looks after the community gardens? Four questions",
        summary: "养护、开放时间和怎样当志愿者。（演示）",
        content: (clause) => ({
          kind: "qa",
          items: [
            {
              question: "社区花园建好以后，谁来养护？",
              answer: "由志愿者队伍和社区一起养护。每次谁来、做什么，会在社区公布，大家看得到。",
              clauses: [clause("第二条")],
            },
            {
              question: "怎样报名当志愿者？",
              answer: "到社区居委会登记就可以，服务时间会记下来。",
              clauses: [clause("第二条")],
            },
            {
              question: "园艺驿站收不收费？",
              answer: "不收费，常年开放，可以去请教怎样种花。",
              clauses: [clause("第三条")],
            },
            {
              question: "河涌边能不能走通？",
              answer: "能。方案要求把河涌两岸的步道连起来。",
              clauses: [clause("第四条")],
            },
          ],
        }),
      },
    ],
  };
  const amended = textOf(told).map((clause, index) => ({
    ...clause,
    clauseId: `c${index + 1}`,
    text: clause.number === "第三条" ? "建设园艺驿站5处，每周开放六天，免费。" : clause.text,
  }));
  return [
    ...policySteps(now, cast, told),
    {
      at: on(now, -35, "09:50"),
      run: (deps) =>
        proposePolicyChange(
          cast(HOUSING.handler),
          {
            slug: told.slug,
            version: null,
            change: "amend",
            reason: "园艺驿站由3处增加到5处，开放时间由“常年”改为“每周六天”，以便养护。（演示）",
            effectiveOn: dayAt(now, -33),
            successor: null,
            clauses: amended,
          },
          deps,
        ),
    },
    {
      at: on(now, -33, "16:20"),
      run: (deps) => signPolicyChange(cast(HOUSING.approver), { slug: told.slug, version: null }, deps),
    },
  ];
}

/** An older document, repealed and replaced by a newer one. */
function liftSubsidies(now: Date, cast: Cast): Step[] {
  const base = {
    unit: "housing-construction",
    staff: HOUSING,
    letters: "演示府规",
    outline: "谁能领、领多少、怎样领。",
  };
  const older: PolicyTold = {
    ...base,
    slug: "lift-subsidy-rules-trial",
    serial: 2,
    signed: -420,
    released: -410,
    fields: {
      title: "旧楼加装电梯补贴办法（试行）（演示）",
      titleEn: "Subsidy for lifts in old buildings, trial rules (demonstration)",
      summary: "旧楼加装电梯，每台可以领补贴。已由新办法代替。",
      documentKind: "normative_document",
    },
    markdown: "## 第一条 对象\n\n本区四层以上、没有电梯的旧楼。\n\n## 第二条 标准\n\n每台补贴十万元。\n",
    materials: [plainText("旧办法讲了什么", "第二条")],
  };
  const newer: PolicyTold = {
    ...base,
    slug: "lift-subsidy-rules",
    serial: 3,
    signed: -130,
    released: -121,
    fields: {
      title: "旧楼加装电梯补贴办法（演示）",
      titleEn: "Subsidy for lifts in old buildings (demonstration)",
      summary: "旧楼加装电梯，每台补贴十二万元；低层住户不同意时怎样商量，也写清楚了。",
      documentKind: "normative_document",
      effectiveFrom: dayAt(now, -120),
      validUntil: dayAt(now, 5 * 365 - 121),
    },
    markdown:
      "## 第一条 对象\n\n本区三层以上、没有电梯的旧楼。\n\n## 第二条 标准\n\n每台补贴十二万元，验收后三十日内发放。\n\n## 第三条 协商\n\n低层住户有不同意见的，由街道组织协商，协商情况在楼道公示。\n",
    materials: [
      plainText("新旧办法对照：多了什么、改了什么", "第二条"),
      {
        kind: "case",
        title: "一楼的陈伯不同意装电梯，怎么办？",
        titleEn: "The neighbour on the ground floor objects: a case",
        summary: "协商怎样进行，补贴什么时候到手。（演示，人物是虚构的）",
        content: (clause) => ({
          kind: "case",
          situation: "六层旧楼想装电梯，一楼的陈伯担心挡光、有噪声，不同意签字。",
          rule: "按第三条，低层住户有不同意见的，由街道组织协商，协商情况要在楼道公示。",
          result: "街道请设计单位改了井道位置，答应做隔声。陈伯签了字。验收后 30 日内，十二万元补贴发到业主代表账户。",
          clauses: [clause("第二条"), clause("第三条")],
          guide: [
            {
              question: "您的楼有三层或者更高吗？",
              needed: "yes",
              otherwise: "不足三层的楼不在补贴范围。",
              clauses: [clause("第一条")],
            },
            {
              question: "您的楼已经有电梯了吗？",
              needed: "no",
              otherwise: "已经有电梯的楼不能再领补贴。",
              clauses: [clause("第一条")],
            },
          ],
          guideEnd: "可以申请补贴。请先到街道登记，再办加装手续。",
        }),
      },
    ],
  };
  return [
    ...policySteps(now, cast, older),
    ...policySteps(now, cast, newer),
    {
      at: on(now, -121, "14:00"),
      run: (deps) =>
        proposePolicyChange(
          cast(HOUSING.handler),
          {
            slug: older.slug,
            version: null,
            change: "repeal",
            reason: "新办法自施行之日起代替试行办法。（演示）",
            effectiveOn: dayAt(now, -120),
            successor: newer.slug,
            clauses: null,
          },
          deps,
        ),
    },
    {
      at: on(now, -120, "09:05"),
      run: (deps) => signPolicyChange(cast(HOUSING.approver), { slug: older.slug, version: null }, deps),
    },
  ];
}

/** Valid for a time that is over. */
function parkingTrial(now: Date, cast: Cast): Step[] {
  return policySteps(now, cast, {
    slug: "street-parking-trial-rules",
    unit: "housing-construction",
    staff: HOUSING,
    letters: "演示府规",
    serial: 5,
    signed: -390,
    released: -380,
    fields: {
      title: "路内停车试点办法（演示）",
      titleEn: "Trial rules on street parking (demonstration)",
      summary: "试点一年，现已期满。",
      documentKind: "normative_document",
      effectiveFrom: dayAt(now, -380),
      validUntil: dayAt(now, -16),
    },
    markdown: "## 第一条 范围\n\n试点路段三处，夜间免费停放。\n\n## 第二条 期限\n\n试点一年。\n",
    outline: "哪里能停、什么时候免费、试点多久。",
    materials: [plainText("哪里能停、几点到几点免费", "第一条")],
  });
}

/** Released, not yet in force. */
function sharedCorridors(now: Date, cast: Cast): Step[] {
  return policySteps(now, cast, {
    slug: "shared-corridor-rules",
    unit: "housing-construction",
    staff: HOUSING,
    letters: "演示府规",
    serial: 6,
    signed: -20,
    released: -11,
    fields: {
      title: "楼道共用部位管理规定（演示）",
      titleEn: "Rules on shared corridors (demonstration)",
      summary: "楼道里不能堆放什么、堆了怎么处理。下个月起施行。",
      documentKind: "normative_document",
      effectiveFrom: dayAt(now, 20),
      validUntil: dayAt(now, 5 * 365 + 19),
    },
    markdown:
      "## 第一条 禁止\n\n楼道、楼梯间不得停放电动自行车，不得堆放杂物。\n\n## 第二条 处理\n\n物业先劝说并张贴通知，三日内不清理的，报街道处理。\n",
    outline: "为什么不能堆；怎么处理；给多少时间清理。",
    materials: [plainText("楼道里的旧家具，几天内要清走？", "第二条")],
    later: [{ kind: "audio_video", after: 30 }],
  });
}

/** Published before its interpretation, with a leader's signature that everyone can read. */
function floodNotice(now: Date, cast: Cast): Step[] {
  const told: PolicyTold = {
    slug: "flood-season-notice",
    unit: "housing-construction",
    staff: HOUSING,
    letters: "演示府规",
    serial: 4,
    signed: -14,
    released: -13,
    fields: {
      title: "汛期危旧房屋人员转移规定（演示）",
      titleEn: "Rules on moving people out of unsafe houses in the flood season (demonstration)",
      summary: "暴雨来时，哪些房子的人要先转移、到哪里去、谁来帮忙。",
      documentKind: "normative_document",
    },
    markdown:
      "## 第一条 对象\n\n经鉴定为危险的房屋，暴雨红色预警生效后一小时内转移。\n\n## 第二条 安置\n\n由街道安排临时安置点，提供饮水和食物。\n",
    outline: "谁要转移、什么时候、到哪里。",
    materials: [],
  };
  const input = { slug: told.slug, version: null };
  return [
    ...preparingSteps(now, cast, { ...told, later: [{ kind: "qa", after: 7 }] }, -15),
    {
      at: on(now, -15, "17:10"),
      run: (deps) =>
        proposeException(
          cast(HOUSING.handler),
          {
            ...input,
            reason: "台风将在两日内登陆，须立即公布转移办法，问答随后补上。（演示）",
            promisedOn: dayAt(now, -6),
          },
          deps,
        ),
    },
    { at: on(now, -15, "18:00"), run: (deps) => signException(cast("leader"), input, deps) },
    { at: on(now, -15, "18:20"), run: (deps) => submitPolicy(cast(HOUSING.handler), input, deps) },
    { at: on(now, -15, "19:00"), run: (deps) => passPolicy(cast(HOUSING.reviewer), input, deps) },
    {
      at: on(now, -14, "08:30"),
      run: (deps) => approvePolicy(cast(HOUSING.approver), { ...input, determinedAttribute: "proactive" }, deps),
    },
    {
      at: on(now, -13, "08:40"),
      run: (deps) =>
        issuePolicy(
          cast(HOUSING.handler),
          {
            ...input,
            documentNumber: `演示府规〔${dayAt(now, -14).slice(0, 4)}〕4号`,
            indexNumber: null,
            signedOn: dayAt(now, -14),
            printedAttribute: "proactive",
          },
          deps,
        ),
    },
    { at: on(now, -13, "09:00"), run: (deps) => releasePolicy(cast(HOUSING.handler), input, deps) },
  ];
}

/** Released without interpretation, which the drafter may decide; then the office calls for it. */
function legalAid(now: Date, cast: Cast): Step[] {
  const told: PolicyTold = {
    slug: "legal-aid-station-notice",
    unit: "justice",
    staff: JUSTICE,
    letters: "演示司发",
    serial: 8,
    signed: -40,
    released: -31,
    fields: {
      title: "关于公布法律援助站点的通知（演示）",
      titleEn: "Notice of the legal aid stations (demonstration)",
      summary: "全区法律援助站点的地址和开放时间。",
      documentKind: "other",
    },
    markdown:
      "## 第一条 站点\n\n每个街道设一个法律援助站点，工作日开放。\n\n## 第二条 对象\n\n经济困难的居民可以免费得到律师帮助。\n",
    outline: "",
    materials: [],
  };
  const plan = {
    isInterpreted: false,
    notInterpretedReason: "只是地址和时间，一看就明白。（演示）",
    planOutline: null,
    planChannels: null,
    planOwner: null,
  };
  const [prepared, text] = preparingSteps(now, cast, told, -49);
  return [
    prepared!,
    text!,
    {
      at: on(now, -49, "11:00"),
      run: (deps) => editPlan(cast(JUSTICE.handler), { slug: told.slug, version: null, fields: plan }, deps),
    },
    ...policySteps(now, cast, told).slice(-5),
    {
      at: on(now, -5, "15:00"),
      run: (deps) =>
        callForInterpretation(
          cast("office"),
          { slug: told.slug, version: null, reason: "不少居民来问“经济困难”怎么算，请讲清楚。（演示）" },
          deps,
        ),
    },
  ];
}

/** Signed on paper, and waiting: the gate says why, and the clock goes on. */
function stuckAtTheGate(now: Date, cast: Cast): Step[] {
  const told: PolicyTold = {
    slug: "riverside-noise-rules",
    unit: "housing-construction",
    staff: HOUSING,
    letters: "演示府规",
    serial: 7,
    signed: -18,
    released: 0,
    fields: {
      title: "滨江施工噪声管理规定（演示）",
      summary: "江边工地几点以后不能施工、超了怎么投诉。",
      documentKind: "normative_document",
      signedOn: dayAt(now, -18),
    },
    markdown:
      "## 第一条 时间\n\n二十二时至次日六时不得施工。\n\n## 第二条 投诉\n\n居民可以拨打热线，街道两小时内到场。\n",
    outline: "几点不能施工；怎么投诉；多久有人来。",
    materials: [plainText("施工时间", "第一条")],
  };
  const half: MaterialTold = {
    kind: "qa",
    title: "夜里施工太吵，找谁？",
    summary: "还没有写完。（演示）",
    content: (clause) => ({
      kind: "qa",
      items: [{ question: "夜里几点以后不能施工？", answer: "晚上十点到早上六点。", clauses: [clause("第一条")] }],
    }),
  };
  const filmToCome: MaterialTold = {
    kind: "audio_video",
    title: "夜里施工太吵，一分钟看懂怎么投诉",
    summary: "视频还在制作。（演示）",
    content: (clause) => ({ kind: "audio_video", body: "", clauses: [clause("第二条")] }),
  };
  return [
    ...preparingSteps(now, cast, told, -17),
    ...materialSteps(now, cast, told, half, -10),
    ...materialSteps(now, cast, told, filmToCome, -9),
  ];
}

/** Not disclosed proactively: an entry of the register, without text. */
function registerEntry(now: Date, cast: Cast): Step[] {
  const slug = "internal-duty-roster";
  const input = { slug, version: null };
  const { handler, reviewer, approver } = JUSTICE;
  return [
    {
      at: on(now, -95, "10:00"),
      run: (deps) =>
        preparePolicy(
          cast(handler),
          {
            ...{
              slug,
              unit: "justice",
              title: "内部值班安排（代称，演示）",
              titleEn: null,
              summary: "",
              summaryEn: null,
            },
            ...{ documentKind: "other", issuingAuthority: "区司法局（演示）", jointIssuers: null, topic: null },
            ...{ keywords: null, documentNumber: null, indexNumber: null, signedOn: null, effectiveFrom: null },
            ...{ validUntil: null, consultationSlug: null, proposedAttribute: "withheld" },
            ...{ attributeGround: "internal_affairs", attributeReason: "内部人员安排，属于内部事务信息。" },
            ...{ secrecyReview: "not_cleared", secrecyReviewer: "保密审查员（演示）", secrecyReviewedOn: null },
          } as const,
          deps,
        ),
    },
    { at: on(now, -94, "10:00"), run: (deps) => submitPolicy(cast(handler), input, deps) },
    { at: on(now, -94, "15:00"), run: (deps) => passPolicy(cast(reviewer), input, deps) },
    {
      at: on(now, -93, "10:00"),
      run: (deps) => approvePolicy(cast(approver), { ...input, determinedAttribute: "withheld" }, deps),
    },
    {
      at: on(now, -92, "10:00"),
      run: (deps) =>
        issuePolicy(
          cast(handler),
          {
            ...input,
            documentNumber: `演示司发〔${dayAt(now, -93).slice(0, 4)}〕5号`,
            indexNumber: null,
            signedOn: dayAt(now, -93),
            printedAttribute: "withheld",
          },
          deps,
        ),
    },
  ];
}

function plainText(title: string, number: string): MaterialTold {
  return {
    kind: "text",
    title,
    summary: "用平常话讲清楚。（演示）",
    content: (clause) => ({
      kind: "text",
      body: "这份规定把以前没有写清楚的事写清楚了：谁负责、什么时候办、办不好找谁。对居民来说，最要紧的是记住期限和电话。到了期限没有结果，可以直接向起草单位反映，反映以后一定有答复。具体的数字和条件，请对照旁边的条款原文；如果还有不明白的，可以在页面下方提问，不用留姓名。",
      clauses: [clause(number)],
    }),
  };
}
