import type { Colour, Escalation, Step } from "~/messages/clocks";
import type { DeclineGround, ReferralChannel, ReturnGround } from "~/messages/dispatch";
import type { End } from "~/messages/holder";
import type { MessageAct, MessageChannel, MessageKind, MessageState, Resolution } from "~/messages/message";
import type { Result } from "~/messages/rating";
import type { Display } from "~/messages/reply";

/** The words for the codes of a message. */
export interface MessageTerms {
  kinds: Record<MessageKind, string>;
  states: Record<MessageState, string>;
  acts: Record<MessageAct, string>;
  channels: Record<MessageChannel, string>;
  declineGrounds: Record<DeclineGround, string>;
  referralChannels: Record<ReferralChannel, string>;
  returnGrounds: Record<ReturnGround, string>;
  resolutions: Record<Resolution, string>;
  ends: Record<End, string>;
  results: Record<Result, string>;
  displays: Record<Display, string>;
  colours: Record<Colour, string>;
  escalations: Record<Escalation, string>;
  steps: Record<Step, string>;
  submitters: Record<"person" | "company" | "organisation", string>;
  office: string;
}

export const messageTerms: MessageTerms = {
  kinds: { enquiry: "咨询", suggestion: "建议", complaint: "投诉", help: "求助", tip_off: "举报" },
  states: {
    received: "已收到",
    accepted: "已受理",
    declined: "不予受理",
    assigned: "办理中",
    returned: "单位退回，待重新交办",
    waiting: "待来信人补充",
    reply_in_review: "答复审核中",
    replied: "已答复",
    rated: "已评价",
    reopened: "重新办理",
    referred: "转入法定渠道",
    merged: "已归并",
    withdrawn: "来信人撤回",
    closed: "已办结",
  },
  acts: {
    accept: "受理",
    decline: "不予受理",
    refer: "转入法定渠道",
    change_kind: "变更类型",
    recuse: "回避",
    merge: "归并",
    assign: "交办",
    take_back: "收回",
    return_assignment: "退回",
    stand_aside: "有利害关系，回避",
    hand_over: "转交经办人",
    ask: "请来信人补充",
    answer: "补充情况",
    extend: "延长期限",
    note: "内部备注",
    draft: "起草答复",
    submit: "提交审核",
    return: "退回修改",
    approve: "审核通过并答复",
    rate: "评价",
    reopen: "申请重新办理",
    keep_promise: "承诺已办结",
    correct: "提交更正",
    approve_correction: "审核通过更正",
    refuse_correction: "不同意更正",
    withhold: "停止公开",
    withdraw_consent: "撤回公开同意",
    withdraw: "撤回留言",
    close: "结案",
    open_identity: "查看来信人身份",
    recount: "重新计算期限",
    release: "恢复单独办理",
    erase: "删除个人内容",
  },
  channels: { online: "网上", phone: "来电", visit: "来访", letter: "来信", hotline: "12345 热线" },
  declineGrounds: {
    judicial_route: "已经或者应当通过诉讼、仲裁、行政复议解决",
    other_branch: "属于党委、人大、政协、监察、法院、检察院、部队的职权",
    petition_concluded: "信访事项已经复核终结",
    duplicate_in_progress: "同一事项正在办理期限内",
    incomplete: "没有写明办理所必需的时间、地点或者事情",
    advertising: "产品推销或者应由市场解决的事项",
    internal_affairs: "机关、单位的内部管理事项",
    official_correspondence: "单位之间的公文往来",
    answered_before: "已经网上明确答复，没有新的情况",
    forum_content: "网络论坛内容，没有需要办理的事项",
  },
  referralChannels: {
    petition: "信访",
    disclosure_request: "政府信息公开申请",
    legal_remedy: "行政复议、诉讼、仲裁",
    other_authority: "有权处理的其他机关",
  },
  returnGrounds: {
    not_our_duty: "不属于本单位职责",
    not_our_area: "不在本单位辖区",
    other_lead: "应由其他单位牵头",
  },
  resolutions: { answered: "已答复", solved: "已解决", promised: "承诺办理" },
  ends: {
    answered: "已答复",
    solved: "已解决",
    kept: "承诺已办结",
    declined: "不予受理",
    referred: "转入法定渠道",
    merged: "已归并",
    withdrawn: "来信人撤回",
  },
  results: { solved: "问题已解决", promised: "答应办理，还没有解决", not_solved: "没有解决" },
  displays: { words: "公开来信和答复（已遮盖个人信息）", typical: "写成典型问答", none: "不公开内容" },
  colours: { green: "期限内", yellow: "快到期", red: "已逾期" },
  escalations: { unit_leader: "已报单位负责人", office: "已报区政务公开办" },
  steps: { dispatch: "交办", answer: "答复", promise: "兑现承诺" },
  submitters: { person: "个人", company: "企业", organisation: "其他组织" },
  office: "区政务公开办",
};
