import type {
  Channel,
  Display,
  ErasureGround,
  Outcome,
  Review,
  Stance,
  Submitter,
  WithheldGround,
} from "~/consultations/comment";
import type { Act, ProposedAct, ShownState, Turn } from "~/consultations/consultation";
import type { StepBasis, StepKind } from "~/consultations/dossier";
import type { ReplyKind } from "~/consultations/inquiry";
import type { ClauseLevel } from "~/consultations/forms";
import type { ClausePlace } from "~/consultations/outcome";
import type { DecisionKind, Force, MinimumPeriod, PeriodBasis } from "~/consultations/period";

/** Where a rule stands: title, document number and article. What no law fixes says so. */
export interface LegalBasis {
  title: string;
  number: string;
  article: string;
}

export interface ConsultationTerms {
  states: Record<ShownState, string>;
  turns: Record<Turn, string>;
  acts: Record<Act, string>;
  proposals: Record<ProposedAct, string>;
  outcomes: Record<Outcome, string>;
  undecided: string;
  /** In the row of a comment whose words are not public and of which the office wrote no gist. */
  noGist: string;
  stances: Record<Stance, string>;
  noStance: string;
  channels: Record<Channel, string>;
  submitters: Record<Submitter, string>;
  reviews: Record<Review, string>;
  displays: Record<Display, string>;
  withheldGrounds: Record<WithheldGround, string>;
  erasureGrounds: Record<ErasureGround, string>;
  decisionKinds: Record<DecisionKind, string>;
  steps: Record<StepKind, string>;
  replies: Record<ReplyKind, string>;
  clauseLevels: Record<ClauseLevel, string>;
  clausePlaces: Record<ClausePlace, string>;
  units: Record<MinimumPeriod["unit"], string>;
  forces: Record<Force, string>;
  periodBases: Record<PeriodBasis, LegalBasis>;
  stepBases: Record<StepBasis, LegalBasis>;
  withheldBasis: LegalBasis;
}

const HOUSE_POLICY: LegalBasis = { title: "本区工作要求（非法定期限）", number: "", article: "" };
const REGULATION_713 = { title: "重大行政决策程序暂行条例", number: "国务院令第713号" };

/** Labels of every state, outcome, channel and kind of consultations. */
export const consultationTerms: ConsultationTerms = {
  states: {
    preparing: "起草中",
    in_review: "审核中",
    approved: "即将开始",
    open: "征集中",
    closed: "已截止",
    outcome_in_review: "结果审核中",
    outcome_published: "结果已公布",
    decided: "已决策",
    withdrawn: "已撤回",
    imported: "历史资料",
  },
  turns: { reviewer: "待审核", approver: "待签发" },
  acts: {
    edit: "修改",
    submit: "送审",
    pass: "审核通过",
    return: "退回",
    approve: "签发",
    extend: "提请延长",
    withdraw: "提请撤回",
    sign_proposal: "签批提请事项",
    refuse_proposal: "不同意提请事项",
    revise_draft: "上传修改稿",
    complete: "结果送审",
    record_decision: "登记决策",
    next_round: "再次征求意见",
    record_inquiry: "登记函询",
    record_reply: "登记复函",
    record_step: "登记程序材料",
    hand_over: "移交经办人",
    post: "提交意见",
    enter_comment: "录入意见",
    publish: "公开意见",
    withhold: "不予公开",
    summarise: "填写意见要点",
    decide: "填写采纳情况",
    object: "提出异议",
    decide_objection: "处理异议",
    withdraw_consent: "撤回公开同意",
    erase: "依法遮盖",
  },
  proposals: { extend: "延长征集期限", withdraw: "撤回征求意见" },
  outcomes: {
    adopted: "采纳",
    partly_adopted: "部分采纳",
    not_adopted: "未采纳",
    explained: "解释说明",
    referred: "转有关单位研究",
    out_of_scope: "与本草案无关",
  },
  undecided: "未填写",
  noGist: "这条意见的内容不公开，未写要点。",
  stances: { support: "赞成", oppose: "反对", neutral: "中立" },
  noStance: "未表态",
  channels: {
    online: "网上提交",
    letter: "来信",
    phone: "来电",
    email: "电子邮件",
    meeting: "座谈会、听证会",
    written_inquiry: "书面函询",
    imported: "历史资料",
  },
  submitters: { person: "个人", company: "企业", organisation: "其他组织" },
  reviews: { pending: "待审看", published: "已公开", withheld: "不予公开" },
  displays: {
    shown: "已公开",
    awaiting_review: "待审看",
    without_consent: "未同意公开",
    withheld: "不予公开",
    erased: "依法遮盖",
  },
  withheldGrounds: {
    secret_or_private: "涉及国家秘密、商业秘密或者个人隐私",
    indecent: "违反道德规范",
    author_asked: "提出人要求不公开",
    unsuitable: "有合理理由认为不宜公开",
  },
  erasureGrounds: {
    author_request: "应提出人要求",
    personal_data: "涉及个人信息",
    unlawful_content: "含有法律法规禁止发布的内容",
  },
  decisionKinds: {
    major_decision: "重大行政决策",
    market_document: "与市场主体生产经营活动密切相关的行政规范性文件",
    government_rule: "政府规章草案",
    normative_document: "其他行政规范性文件",
    green_space: "占用绿地、迁移树木",
    other: "其他事项",
  },
  steps: {
    expert_review: "专家论证",
    risk_assessment: "风险评估",
    fair_competition_review: "公平竞争审查",
    legality_review: "合法性审查",
    collective_discussion: "集体讨论",
    report_to_superior: "请示报告",
  },
  replies: { opinion: "有意见", no_comment: "无意见" },
  clauseLevels: { part: "部分", chapter: "章", article: "条", paragraph: "款", item: "项" },
  clausePlaces: { kept: "保留", removed: "已删除", unknown: "找不到" },
  units: { calendar_days: "日", working_days: "个工作日" },
  forces: { law: "法定", indicator: "考核指标", house_policy: "本区工作要求（非法定期限）" },
  periodBases: {
    regulation_713_article_15: { ...REGULATION_713, article: "第十五条" },
    regulation_722_article_62: { title: "优化营商环境条例", number: "国务院令第722号", article: "第六十二条" },
    rule_of_law_indicators: { title: "法治政府建设示范指标", number: "", article: "" },
    house_policy: HOUSE_POLICY,
  },
  stepBases: {
    regulation_713_articles_19_21: { ...REGULATION_713, article: "第十九条至第二十一条" },
    regulation_713_articles_22_24: { ...REGULATION_713, article: "第二十二条至第二十四条" },
    regulation_713_articles_25_28: { ...REGULATION_713, article: "第二十五条至第二十八条" },
    regulation_713_article_30: { ...REGULATION_713, article: "第三十条" },
    regulation_713_article_31: { ...REGULATION_713, article: "第三十一条" },
    house_policy: { title: "本区工作要求", number: "", article: "" },
  },
  withheldBasis: { title: "广州市规章制定公众参与办法", number: "广州市人民政府令第170号", article: "第六条" },
};
