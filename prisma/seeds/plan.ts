import plan from "./plan.md?raw";
import { OFFICE, openingSteps, sayingSteps, type Cast, type Opening, type Said, type Step } from "./story";

/** Where the plan's body and its annex disagree: shown beside the clause, not silently corrected. */
export const NOTES: Record<string, string> = {
  "(三)":
    "正文为“2021年1月15日前”，附件任务3写作“2020年1月15日前”，早于方案印发，疑为笔误；附件任务21为2021年1月15日前。另：“26个”指试点领域数，正文列举的部门为18个。",
  "(六)":
    "年度自查报告：正文为次年1月5日前报送，附件任务20写作每年12月31日前完成。可理解为年底前完成、次年1月5日前报送。",
  "(八)": "报送对象：正文写“市政务公开办”，附件任务7、24写“区政务公开办”。",
  "(九)":
    "印发时间：正文为区级2021年2月28日、街道2021年3月31日；附件任务8对各单位（含街道）一律为2021年2月28日。附件任务27写“修订完善市政府”制度，与正文“区级”不一致。",
  "(十四)": "设立专区的场所：附件任务33增加了不动产登记中心，没有便民服务中心，与正文不同。",
  "(十七)": "完成时间：正文为2020年12月31日前公开；附件任务32为8月31日前提出方案、10月31日前编制并公开。",
  "(十八)": "正文没有写明时间；附件任务34为11月30日前。",
};

const SLUG = "basic-level-open-government-plan";

/** The founding plan, cut into its items, open for comment for a month; the office's own consultation. */
export function planSteps(now: Date, cast: Cast): Step[] {
  const opening: Opening = {
    slug: SLUG,
    unit: "office",
    staff: OFFICE,
    opens: -3,
    closes: 28,
    fields: {
      title: "海珠区全面推进基层政务公开标准化规范化工作实施方案（演示征求意见）",
      titleEn: "Haizhu District plan for standard, regular open government at the grass roots (demonstration)",
      summary:
        "方案共四个部分二十二项，涉及公开目录、政策解读、公众参与、依申请公开和考核。可以对任何一项、任何一句提出意见。",
      summaryEn:
        "Twenty-two items in four parts: disclosure catalogues, policy interpretation, public participation, disclosure on request, assessment. You may comment on any item or sentence.",
      decisionKind: "normative_document",
      explanatoryNote:
        "本方案原文由区政务公开工作办公室于2020年8月16日发布。这里用它作演示：把全文切成条款，公众可以逐条、逐句提出意见，每条意见都会有采纳情况和理由。正文与附件任务清单不一致之处，已在条款旁注明。",
      legalBasis: "国办发〔2019〕54号第八条；《中华人民共和国政府信息公开条例》。",
    },
    draft: plan,
    notes: NOTES,
  };
  const said: Said[] = [
    {
      on: [-3, "10:26"],
      body: "政策解读最好用问答和图表，文件原文太长，老人看不下去。",
      clause: 12,
      stance: "support",
      name: "李玉珍",
      publishedAfter: 3,
    },
    {
      on: [-3, "15:12"],
      body: "网民留言应当写明几个工作日内答复，现在写得太笼统。",
      suggestion: "在“网民在本单位政府网站留言的处理制度”后增加“并公布答复时限”。",
      clause: 11,
      stance: "support",
      name: "冯志明",
      contact: "feng.demo@example.org",
      publishedAfter: 16,
    },
    {
      on: [-2, "09:48"],
      body: "20个工作日太长，涉及办事的信息变动后建议5个工作日内更新。",
      clause: 5,
      sentences: [2, 2],
      stance: "oppose",
      name: "江畔物业公司（虚构）",
      submitter: "company",
      publishedAfter: 5,
    },
    {
      on: [-2, "20:05"],
      body: "希望“办事一本通”同时印成纸质本放在居委会，我父母不会上网。",
      clause: 20,
      stance: "neutral",
      by: "resident",
      contact: "13800000007",
      publishedAfter: 13,
    },
    { on: [-1, "11:30"], body: "考核占4分，建议把群众评价也算进去。", clause: 26, stance: "support", publish: false },
    { on: [-1, "16:54"], body: "村（居）务公开栏常年不更新，建议每季度拍照上传。", clause: 22, stance: "neutral" },
  ];
  return [...openingSteps(now, cast, opening), ...said.flatMap((one) => sayingSteps(now, cast, opening, one).steps)];
}
