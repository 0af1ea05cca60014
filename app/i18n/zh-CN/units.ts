/** 单位页：做什么、正在征求什么意见、答复得怎样。 */
interface Answered {
  received: number;
  answered: number;
  inTime: number;
  late: number;
}

export const units = {
  description: (name: string) => `${name}正在征求的意见、发布的政策和解读、留言答复情况。`,
  crumb: "各单位办理情况",
  kinds: { office: "区政务公开办", department: "区级部门", street: "街道办事处" },
  matters: "常办的事：",
  abolished: (day: string) => `这个单位已于${day}撤销`,
  abolishedWhy: "以前的记录留在这里，不再受理新的事项。",
  answering: "怎样答复留言",
  summary: (year: string, { received, answered, inTime, late }: Answered) =>
    `${year} 年收到 ${received} 件，已经答复 ${answered} 件，其中按期 ${inTime} 件；逾期还没有答复的 ${late} 件。点开数字，看是哪些留言。`,
  noMessages: (year: string) => `${year} 年没有由这个单位承办的留言。`,
  allMessages: "由这个单位承办的全部留言",
  streetMessages: "事情发生在这个街道的全部留言",
  definitions: "这些数字的口径",
  consultations: "正在征求意见",
  noConsultations: "现在没有正在征求意见的事项。",
  closes: (day: string) => `到${day}为止`,
  policies: "政策文件",
  noPolicies: "还没有公开的政策文件。",
  materials: "政策解读",
  noMaterials: "还没有公开的政策解读。",
  all: (total: string) => `共 ${total} 件，查看全部`,
  cases: "入选的优秀政策解读案例",
  noCases: "还没有入选的案例。",
  selected: (total: number) => `在已经公布的各批次中入选 ${total} 个。`,
  round: (key: string, count: number) => `${key.slice(0, 4)} 年${key.endsWith("H1") ? "上" : "下"}半年：${count} 个`,
};
