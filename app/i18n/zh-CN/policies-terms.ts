import type { DisclosureAttribute, SecrecyResult, WithholdingGround } from "~/disclosure/attribute";
import type { DocumentKind } from "~/policies/document-number";
import type { MaterialKind, MaterialState } from "~/policies/material";
import type { PackageState, Stage } from "~/policies/policy-package";
import type { Validity } from "~/policies/validity";

/** 政策文件与解读的名称：状态、种类、公开属性。 */
export const policyTerms = {
  documentKinds: {
    government_order: "政府规章（政府令）",
    normative_document: "行政规范性文件（××规）",
    other: "其他政策文件",
  } satisfies Record<DocumentKind, string>,
  validities: {
    upcoming: "尚未施行",
    in_force: "有效",
    amended: "有效（已修改）",
    expired: "已失效",
    repealed: "已废止",
  } satisfies Record<Validity, string>,
  attributes: {
    proactive: "主动公开",
    on_request: "依申请公开",
    withheld: "不予公开",
  } satisfies Record<DisclosureAttribute, string>,
  grounds: {
    law_forbids: "法律、行政法规禁止公开（条例第十四条）",
    public_safety: "公开后可能危及国家安全、公共安全、经济安全、社会稳定（条例第十四条）",
    third_party: "涉及商业秘密、个人隐私，公开会损害第三方合法权益（条例第十五条）",
    internal_affairs: "内部事务信息（条例第十六条）",
    deliberation: "履职过程中的讨论记录、过程稿等（条例第十六条）",
    enforcement_file: "行政执法案卷信息（条例第十六条）",
  } satisfies Record<WithholdingGround, string>,
  secrecyResults: {
    cleared: "已审查，可以公开",
    not_cleared: "已审查，不宜公开",
    state_secret: "涉及国家秘密",
  } satisfies Record<SecrecyResult, string>,
  materialKinds: {
    text: "文字解读",
    qa: "简明问答",
    chart: "图表图解",
    case: "案例说明",
    expert: "专家解读",
    media: "媒体解读",
    press_conference: "新闻发布会",
    audio_video: "音频视频",
    animation: "动漫",
  } satisfies Record<MaterialKind, string>,
  packageStates: {
    preparing: "起草中",
    in_review: "审签中",
    signed: "已签发",
    issued: "已印发，待公布",
    released: "已公布",
    registered: "已登记（不公开正文）",
    imported: "历史资料",
  } satisfies Record<PackageState, string>,
  materialStates: {
    drafting: "起草中",
    in_review: "审签中",
    released: "已公布",
    taken_down: "已下线",
  } satisfies Record<MaterialState, string>,
  stages: {
    organise: "同步组织",
    sign: "同步审签",
    deploy: "同步部署",
    released: "已公布",
  } satisfies Record<Stage, string>,
};

export type PolicyTerms = typeof policyTerms;
