/** Where the plan's body and its annex say different things of one matter: the item, the words of the body, the task, its words. */
export const PLAN_DIFFERENCES = [
  {
    about: "督导情况什么时候报（第三项，任务3）",
    body: "于2021年1月15日前报区政务公开办",
    annex: "2020年1月15日前",
  },
  {
    about: "“办事一本通”什么时候公开（第十七项，任务32）",
    body: "于2020年12月31日前向社会公开",
    annex: "10月31日完成编制并向社会公开",
  },
  {
    about: "街道的公众参与制度什么时候印发（第九项，任务8）",
    body: "于2021年3月31日前印发实施",
    annex: "2021年2月28日前印发",
  },
  {
    about: "年度自查报告什么时候交（第六项，任务20）",
    body: "于次年1月5日前报区政务公开办",
    annex: "每年12月31日前",
  },
  {
    about: "公开属性的评估情况报给谁（第八项，任务24）",
    body: "于每年1月5日前报送市政务公开办",
    annex: "每年1月5日前,纳入自查报告,向区政务公开办报送情况",
  },
  {
    about: "政务公开专区设在哪里（第十四项，任务33）",
    body: "区、街属政务服务大厅、便民服务中心、图书馆、档案馆设立政务公开专区",
    annex: "区属政务服务大厅、不动产登记中心、图书馆、档案馆设立政务公开专区",
  },
];

/** As a table of old and new sentences is kept; nothing is put right. */
export function planDifferences(): string[][] {
  return [
    ["哪一处", "正文的原话", "附件的原话"],
    ...PLAN_DIFFERENCES.map(({ about, body, annex }) => [about, body, annex]),
  ];
}
