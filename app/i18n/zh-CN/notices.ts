import type { NoticeKind } from "~/notifications/notice";
import type { NoticeText } from "../notices";

const receipt = "凭回执码 {code} 查看：\n{site}/receipts/{code}\n如换了手机或电脑，另需填写当时所留联系方式的后四位。";
const ending = "\n\n这是系统自动发送的通知，请勿直接回复。{unit}";

/** 通知文本。短信不含个人内容。 */
export const notices: Record<NoticeKind, NoticeText> = {
  comment_received: {
    subject: "已收到您的意见：{title}",
    text: `您对“{title}”提出的意见已经收到，编号 {number}。\n\n每一条意见都会逐条研究，并告知采纳情况。\n${receipt}${ending}`,
    sms: "您的意见已收到，编号{number}，回执码{code}。研究处理情况可凭回执码查询。",
  },
  comment_withheld: {
    subject: "您的意见不予公开展示的说明：{title}",
    text: `您对“{title}”提出的第 {number} 号意见，经审核不在网上公开展示。依据：{ground}。\n\n不公开展示不影响意见的研究处理，您仍会收到采纳情况。如有异议，可以在回执页提出一次，由区政务公开办决定。\n${receipt}${ending}`,
    sms: "您的第{number}号意见暂不公开展示，不影响研究处理。理由和异议方式可凭回执码{code}查询。",
  },
  objection_decided: {
    subject: "您的异议已有结果：{title}",
    text: `您就第 {number} 号意见不公开展示提出的异议，区政务公开办已作出决定。\n${receipt}${ending}`,
    sms: "您就第{number}号意见提出的异议已有结果，可凭回执码{code}查询。",
  },
  outcome_published: {
    subject: "您的意见有了结果：{title}",
    text: `“{title}”征求意见的结果已经公布。您的第 {number} 号意见：{outcome}。\n\n全部意见的采纳情况：{site}/consultations/{slug}/outcome\n${receipt}${ending}`,
    sms: "您的第{number}号意见已有采纳情况，可凭回执码{code}查询。",
  },
  consultation_withdrawn: {
    subject: "征求意见已撤回：{title}",
    text: `“{title}”的征求意见已经撤回，撤回理由在网页上公布，页面保留。您的第 {number} 号意见已予记录。\n\n{site}/consultations/{slug}\n${receipt}${ending}`,
    sms: "您提过意见的征求意见事项已撤回，理由可凭回执码{code}查询。",
  },
  consultation_extended: {
    subject: "征求意见延期：{title}",
    text: `“{title}”的征求意见期限延长至 {closesOn}（当日24时截止）。延期理由在网页上公布。\n\n{site}/consultations/{slug}${ending}`,
    sms: "您提过意见的征求意见事项延期至{closesOn}。",
  },
  message_received: {
    subject: "已收到您的留言：{number}",
    text: `您的留言已经收到，编号 {number}。\n\n每一步由哪个单位办理、何时答复，都可以在回执页看到。\n${receipt}${ending}`,
    sms: "您的留言已收到，编号{number}，回执码{code}。办理进度可凭回执码查询。",
  },
  message_declined: {
    subject: "留言 {number} 不予受理的说明",
    text: `您的留言 {number} 不予受理，理由和可以走的途径写在回执页。\n${receipt}${ending}`,
    sms: "您的留言{number}不予受理，理由可凭回执码{code}查询。",
  },
  message_referred: {
    subject: "留言 {number} 已转入法定渠道",
    text: `您的留言 {number} 已转入法定渠道，由谁办理、怎样联系、依据什么规定，都写在回执页。\n${receipt}${ending}`,
    sms: "您的留言{number}已转入法定渠道，办理机关和联系方式可凭回执码{code}查询。",
  },
  message_merged: {
    subject: "留言 {number} 已归并办理",
    text: `您的留言 {number} 与另一件留言反映同一件事，已归并办理。原回执码继续有效，答复会一并告知您。\n${receipt}${ending}`,
    sms: "您的留言{number}已归并办理，原回执码{code}继续有效。",
  },
  message_asked: {
    subject: "留言 {number} 需要您补充情况",
    text: `办理您的留言 {number} 需要补充情况，问题写在回执页。请在{endsOn}以前回答；没有收到回答的，办理继续进行。\n${receipt}${ending}`,
    sms: "办理您的留言{number}需要补充情况，请凭回执码{code}查看并回答。",
  },
  message_extended: {
    subject: "留言 {number} 延长办理期限",
    text: `您的留言 {number} 延长办理期限，新的期限为{dueOn}，理由写在回执页。\n${receipt}${ending}`,
    sms: "您的留言{number}延长办理期限至{dueOn}，理由可凭回执码{code}查询。",
  },
  message_replied: {
    subject: "您的留言 {number} 有了答复",
    text: `您的留言 {number} 已经答复。请在回执页查看，并评价是否满意；没有解决的，可以申请重新办理一次。\n${receipt}${ending}`,
    sms: "您的留言{number}已答复，请凭回执码{code}查看和评价。",
  },
  message_corrected: {
    subject: "留言 {number} 的答复已更正",
    text: `您的留言 {number} 的答复有更正，更正说明和新的答复写在回执页，原答复保留。\n${receipt}${ending}`,
    sms: "您的留言{number}的答复已更正，可凭回执码{code}查询。",
  },
  message_promise_kept: {
    subject: "留言 {number} 承诺的事项已办结",
    text: `您的留言 {number} 中承诺办理的事项已经办结，情况写在回执页。\n${receipt}${ending}`,
    sms: "您的留言{number}承诺办理的事项已办结，可凭回执码{code}查询。",
  },
  message_late: {
    subject: "留言 {number} 已超过办理期限",
    text: `留言 {number} 应于{dueOn}办结，至今没有办结，请督促办理。\n\n{site}/desk/messages/{number}${ending}`,
    sms: "留言{number}应于{dueOn}办结，已超期，请登录工作台督促办理。",
  },
};
