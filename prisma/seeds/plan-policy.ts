import { answerQuestion } from "~/policies/answer-question.server";
import { askQuestion } from "~/policies/ask-question.server";
import { rateMaterial } from "~/policies/rate-material.server";
import { addPlanAnimation, addPlanFilm } from "./media";
import { NOTES } from "./plan";
import plan from "./plan.md?raw";
import { planDifferences } from "./plan-differences";
import { tasksByHolder, tasksByMonth, tasksByRhythm } from "./plan-tasks";
import { policySteps, type PolicyTold } from "./policy-story";
import { dayAt, OFFICE, on, type Cast, type Step } from "./story";

const SLUG = "open-government-plan";

/** The founding plan as a released document, explained for residents in the forms that it names itself. */
export function planPolicySteps(now: Date, cast: Cast): Step[] {
  const told: PolicyTold = {
    slug: SLUG,
    unit: "office",
    staff: OFFICE,
    letters: "演示公开办",
    serial: 1,
    signed: -75,
    released: -66,
    fields: {
      title: "海珠区全面推进基层政务公开标准化规范化工作实施方案（演示）",
      titleEn: "Haizhu District plan for standard, regular open government at the grass roots (demonstration)",
      summary:
        "政府做什么、怎么办事、钱怎么花，应当主动告诉大家。这份方案把要公开的事列成目录，定下期限，也写明怎样听意见、怎样解读政策。",
      summaryEn:
        "What the government does and how to get things done should be told without being asked. The plan lists it in catalogues with deadlines, and says how to consult and explain.",
      documentKind: "other",
      issuingAuthority: "海珠区政务公开工作办公室（演示）",
      topic: "政务公开",
      keywords: "政务公开；政策解读；公众参与",
      indexNumber: "11440105007499334H/2025-00044",
    },
    markdown: plan,
    notes: NOTES,
    outline: "为什么要公开；居民能看到什么、什么时候看到；怎样提意见；看不懂怎么办；正文与附件不一致的地方怎样理解。",
    later: [{ kind: "press_conference", after: 90 }],
    materials: [
      {
        kind: "qa",
        title: "政务公开方案和我有什么关系？六问六答",
        titleEn: "What does the open-government plan mean for me? Six questions",
        summary: "什么时候能查到、看不懂找谁、提的意见有没有人管，一次说清。（演示）",
        content: (clause) => ({
          kind: "qa",
          items: [
            {
              question: "区里要公开的事，我到哪里去看？",
              answer:
                "到区政府网站看。各单位先列出“哪些事要公开”的目录，再按目录把内容放上去。从 2020 年 12 月 31 日起，已有的内容都要放完。",
              clauses: [clause("(一)"), clause("(二)")],
            },
            {
              question: "新出的政策，要等多久才能看到？",
              answer: "最多 20 个工作日。星期六、星期日和放假的日子不算。内容变了，也要在 20 个工作日内改过来。",
              clauses: [clause("(四)")],
            },
            {
              question: "区里做决定以前，我能不能提意见？",
              answer:
                "能。跟大家有关的决定，要先征求意见；有人提了意见，要说明采纳没有、为什么。在网上留言，也要有人处理。",
              clauses: [clause("(九)")],
            },
            {
              question: "文件太长，看不懂怎么办？",
              answer: "重要的政策要配上解读：问答、图表、案例都可以，和文件一起公布。解读得不好，要重新做。",
              clauses: [clause("(十)")],
            },
            {
              question: "我想要的材料网上没有，能不能申请？",
              answer: "能。可以向有关单位提出申请，各单位要按统一的规范答复您。",
              clauses: [clause("(十三)")],
            },
            {
              question: "不会上网的老人，到哪里查？",
              answer: "到政务服务大厅、图书馆、档案馆的“政务公开专区”去查，那里有人帮忙。",
              clauses: [clause("(十四)")],
            },
          ],
        }),
      },
      {
        kind: "chart",
        title: "53 项任务，由谁来做？",
        titleEn: "Fifty-three tasks: who does them?",
        summary: "按附件的任务清单数一数，每家要做几项。（演示）",
        content: (clause) => ({
          kind: "chart",
          form: "bars",
          table: tasksByHolder(),
          note: "按附件《工作任务清单》逐项计数，合计 53 项。几个部门共同负责的合在一起算。",
          clauses: [clause("(二十)"), clause("(二十二)")],
        }),
      },
      {
        kind: "chart",
        title: "53 项任务，什么时候办？",
        titleEn: "Fifty-three tasks: when are they due?",
        summary: "写明日期的任务，一个月一个月数给您看。（演示）",
        content: (clause) => ({
          kind: "chart",
          form: "course",
          table: tasksByMonth(),
          note: "按附件《工作任务清单》计数，没有写明日期的不算。写了两个日期的，按前一个算；只写“起”的，按开始的月份算。附件任务3写的是“2020年1月15日前”，早于方案印发，这里按正文算在2021年1月。",
          clauses: [clause("(一)"), clause("(二)"), clause("(三)"), clause("(二十)")],
        }),
      },
      {
        kind: "chart",
        title: "53 项任务：有日期的多，还是要年年办的多？",
        titleEn: "Fifty-three tasks: by a day, every year, or always?",
        summary: "写明日期的有多少，每年都要办的有多少，长期要办的有多少。（演示）",
        content: (clause) => ({
          kind: "chart",
          form: "share",
          table: tasksByRhythm(),
          note: "按附件《工作任务清单》写的期限逐项计数，合计 53 项。",
          clauses: [clause("(四)"), clause("(六)"), clause("(二十)")],
        }),
      },
      {
        kind: "chart",
        title: "文件和解读，三步一起走",
        titleEn: "A document and its explanation go through three steps together",
        summary: "解读不是事后补的：方案、材料和文件一起准备、一起签、一起公布。（演示）",
        content: (clause) => ({
          kind: "chart",
          form: "steps",
          table: [
            ["三同步", "在什么时候", "先要做好什么"],
            ["同步组织", "起草文件的时候", ""],
            ["同步审签", "送领导签发的时候", "解读方案和材料已经写好"],
            ["同步部署", "文件公布的时候", "方案、材料和文件都签好"],
          ],
          note: "三步的名称出自第（十）项；每一步在什么时候，是为演示写的说明。",
          clauses: [clause("(十)")],
        }),
      },
      {
        kind: "chart",
        title: "正文和附件，有六处写得不一样",
        titleEn: "The plan and its annex differ in six places",
        summary: "两边的原话放在一起，哪里不同一眼看到。我们没有改原文。（演示）",
        content: (clause) => ({
          kind: "chart",
          form: "wording",
          table: planDifferences(),
          note: "原话照录正文和附件《工作任务清单》，标点照原样。哪一边为准，文件没有写明；有疑问请直接问我们。",
          clauses: [clause("(三)"), clause("(六)"), clause("(八)"), clause("(九)"), clause("(十四)"), clause("(十七)")],
        }),
      },
      {
        kind: "case",
        title: "李阿姨想装扶手：办一件事要看几个部门的说明？",
        titleEn: "One errand, how many departments? The integrated guide by example",
        summary: "从一件小事看“办事一本通”有什么用，再看看它和您有没有关系。（演示，人物是虚构的）",
        content: (clause) => ({
          kind: "case",
          situation:
            "李阿姨 71 岁，住在没有电梯的旧楼，想在楼道装扶手。她先问街道，街道说要问住建部门；又听说可以申请补贴，要问民政部门。三个地方的说明各写各的，她跑了三趟。",
          rule: "方案第（十七）项要求编制“办事一本通”：以“办好一件事”为标准，把几个部门的说明合在一起，写明先到哪里、带什么、多久办好。第（十五）项要求办事指南准确、完整，有变化要及时改。",
          result:
            "有了“一本通”，李阿姨看一页就知道：先到街道登记，带身份证和楼栋大多数住户的同意书；街道把材料转给住建和民政部门，她不用再跑。说明写错了，可以投诉，由区政务数据局核实改正。",
          clauses: [clause("(十五)"), clause("(十七)")],
          guide: [
            {
              question: "您要办的事，需要到两个以上的部门或者窗口吗？",
              needed: "yes",
              otherwise: "只到一个部门就能办的事，看这个部门的办事指南就可以，不需要“一本通”。",
              clauses: [clause("(十五)")],
            },
            {
              question: "您要办的事，是在海珠区办吗？",
              needed: "yes",
              otherwise: "这份方案只管海珠区。别的区或者市里的事，请看当地的办事指南。",
              clauses: [clause("(十七)")],
            },
            {
              question: "您已经在网上找到写得清楚的说明了吗？",
              needed: "no",
              otherwise: "那就按那份说明办。如果和窗口讲的不一样，可以提意见，区政务数据局每季度会抽查。",
              clauses: [clause("(十五)")],
            },
          ],
          guideEnd:
            "适合用“办事一本通”：请先查一本通里有没有您要办的这件事，照着上面的顺序办。没有的，可以留言建议增加。",
        }),
      },
      {
        kind: "audio_video",
        title: "政务公开，和我有什么关系？15 秒看懂",
        titleEn: "Open government and you, in fifteen seconds (demonstration film)",
        summary: "没有声音，有字幕和文字稿。（演示视频）",
        media: addPlanFilm,
        content: (clause) => ({
          kind: "audio_video",
          body: "这是演示用的短片。赶时间的，看完这 15 秒，再看旁边的条款。",
          clauses: [clause("(一)"), clause("(四)"), clause("(九)"), clause("(十)")],
        }),
      },
      {
        kind: "animation",
        title: "看不懂文件，三步找到解读",
        titleEn: "Three steps to the explanation (demonstration animation)",
        summary: "三个画面：看条款、点解读、再提问。（演示动漫）",
        media: addPlanAnimation,
        content: (clause) => ({
          kind: "animation",
          body: "这是演示用的动漫。先看静态图；想看动起来的，点图下面的“看动图”。",
          clauses: [clause("(十)"), clause("(十二)")],
        }),
      },
      {
        kind: "expert",
        title: "为什么要先列目录？一位研究者的看法",
        titleEn: "Why catalogues come first: a researcher's view",
        summary: "目录把“公开什么”从口头要求变成一张可以核对的表。（演示，人物是虚构的）",
        content: (clause) => ({
          kind: "expert",
          speaker: "何老师（虚构人物）",
          role: "公共管理研究者（演示）",
          saidOn: dayAt(now, -85),
          source: "为本演示编写",
          body: "过去常说“应当公开”，可是公开哪些、由谁公开、多久更新，说不清楚，也就没法检查。先列目录，等于先把考题写出来：一行一件事，写明单位和期限。居民照着目录看，就知道哪一项没有做到；上级照着目录查，也不必听汇报。目录不是越长越好，关键是每一项都能打开、内容是新的。",
          clauses: [clause("(一)"), clause("(二)")],
        }),
      },
      {
        kind: "text",
        title: "为什么要出这份方案，正文和附件不一样怎么看",
        summary: "讲来由，也老实说明文件里前后不一致的地方。（演示）",
        content: (clause) => ({
          kind: "text",
          body: "以前各单位公开的内容有多有少，同一件事各街道写法不同，居民不好找。这份方案按国家的统一要求，把要公开的事列成目录，每件事写明由谁公开、什么时候公开。\n正文和附件有几处日期不一样，例如“办事一本通”正文写 2020 年 12 月 31 日，附件写 10 月 31 日。我们没有悄悄改掉，两处都照原样保留，并在条款旁边加了说明。理解的时候，可以看作附件是内部完成的时间，正文是向社会公开的最后期限；有疑问请直接问我们。",
          clauses: [clause("(一)"), clause("(三)"), clause("(十七)")],
        }),
      },
    ],
  };
  return [...policySteps(now, cast, told), ...readerSteps(now, cast)];
}

/** Readers rate and ask; one question is answered, one waits. */
function readerSteps(now: Date, cast: Cast): Step[] {
  const guest = { kind: "guest" } as const;
  const rated = (day: number, time: string, answer: "yes" | "partly" | "no", reason: string | null): Step => ({
    at: on(now, day, time),
    run: (deps) => rateMaterial(guest, { slug: `${SLUG}-qa`, answer, reason, key: null }, deps),
  });
  const asked = (day: number, time: string, text: string, number: string | null, key: string): Step => ({
    at: on(now, day, time),
    run: (deps) =>
      askQuestion(
        guest,
        { policy: SLUG, material: `${SLUG}-qa`, clause: number, text, key: key.padEnd(16, "0") },
        deps,
      ),
  });
  return [
    rated(-60, "20:11", "yes", null),
    rated(-58, "09:35", "yes", null),
    rated(-51, "21:02", "partly", "20个工作日从哪一天算起没写清楚。"),
    rated(-44, "15:48", "yes", null),
    asked(-50, "10:26", "20个工作日是从开会定下来那天算，还是从盖章那天算？", "c5", "demo-asked-one"),
    {
      at: on(now, -48, "16:05"),
      run: (deps) =>
        answerQuestion(
          cast(OFFICE.handler),
          {
            number: 1,
            outcome: "answered",
            askedAs: "20 个工作日从哪一天算起？",
            answer: "从文件落款的日期（成文日期）第二天算起。成文当天不算，周末和放假的日子不算，调休上班的日子要算。",
          },
          deps,
        ),
    },
    asked(-2, "19:40", "村居公开栏也按这个目录吗？多久更新一次？", null, "demo-asked-two"),
  ];
}
