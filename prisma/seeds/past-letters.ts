import type { Result } from "~/messages/rating";
import type { AnsweringUnit, Said } from "./letter";

/** A letter of an earlier month and what became of it. Days after it are working days, those after the answer calendar days. */
export interface PastLetter {
  monthsBack: number;
  on: [day: number, time: string];
  said: Omit<Said, "unit">;
  /** The unit that answered, and the one that its sender named. */
  unit: AnsweringUnit;
  asked?: AnsweringUnit;
  answeredAfter: number;
  reply: string;
  resolution?: "answered" | "solved";
  /** 典型问答: without consent, in the office's own words. */
  typical?: { title: string; body: string };
  promise?: { within: number; keptAfter: number; done: string };
  rated?: [isSatisfied: boolean, result: Result];
  returned?: { by: AnsweringUnit; reason: string };
  question?: { text: string; answeredAfter: number; answer: string };
  extension?: string;
  withdrawn?: string;
  reopening?: { reason: string; by: AnsweringUnit; reply: string };
}

const PHONE = "联系电话 020-00000000（演示号码）。";

/** After the same real letters: night work beside a hospital, school places, litter, a river, lifts, leaks, mud. */
export const PAST_LETTERS: readonly PastLetter[] = [
  {
    ...{ monthsBack: 11, on: [3, "22:40"], unit: "urban", answeredAfter: 2 },
    said: {
      kind: "complaint",
      title: "医院南边的拆迁工地夜里还在施工",
      body: "昌岗一家医院南边的拆迁工地半夜还在拆，住院的人睡不着，请管一管。",
      name: "宋女士",
    },
    reply:
      "当晚到现场核实，情况属实。施工单位已调整环节，二十二时至次日六时不再拆除。经回访，这个问题已经解决。" + PHONE,
    resolution: "solved",
    rated: [true, "solved"],
  },
  {
    ...{ monthsBack: 11, on: [10, "12:05"], unit: "education", answeredAfter: 6 },
    said: {
      kind: "enquiry",
      title: "新港一带的小学学位怎么划分",
      body: "新港这边新建的小学学位怎么划分？明年春季会不会变？",
      name: "区女士",
    },
    reply: "新建学校可提供 1800 个学位。划分方案正在研究，定稿前会公开征求意见；明年春季的招生范围不变。" + PHONE,
    rated: [true, "solved"],
  },
  {
    ...{ monthsBack: 11, on: [17, "09:30"], unit: "housing", answeredAfter: 5 },
    said: {
      kind: "suggestion",
      title: "建议公布维修资金的余额",
      body: "建议每年公布各小区维修资金的余额。",
      name: "卢先生",
    },
    reply:
      "业主凭身份证件可以在窗口和网上查询本小区的余额。分户余额涉及个人信息，不能全部公布；小区总额今后每年一月公布。",
  },
  {
    ...{ monthsBack: 10, on: [6, "10:18"], unit: "housing", answeredAfter: 5 },
    said: {
      kind: "enquiry",
      title: "旧楼加装电梯为什么迟迟不开始",
      body: "滨江的旧楼加装电梯说了几年，为什么还不开始？",
      name: "简先生",
    },
    reply: "前年已完成调研，先在三栋楼试点。全区的实施方案正在等会议审议，通过后会在这里公布。" + PHONE,
    rated: [false, "not_solved"],
  },
  {
    ...{ monthsBack: 10, on: [13, "08:25"], unit: "chigang", answeredAfter: 1 },
    said: {
      kind: "complaint",
      title: "路边垃圾几天没有人清",
      body: "赤岗北路路边堆了几袋垃圾，几天没有人清。",
    },
    reply: "当天上午已清走，并请环卫公司把这一段改为每天清扫两次。" + PHONE,
    resolution: "solved",
    rated: [true, "solved"],
  },
  {
    ...{ monthsBack: 10, on: [19, "18:50"], unit: "urban", answeredAfter: 9 },
    said: {
      kind: "help",
      title: "摊贩占了人行道，轮椅过不去",
      body: "沙园市场外的摊贩占满人行道，轮椅过不去。",
      name: "江女士",
    },
    reply: "这次答复晚了两个工作日，向您致歉。已在市场门口划出摊位线，早晚各巡查一次。" + PHONE,
    rated: [false, "not_solved"],
  },
  {
    ...{ monthsBack: 9, on: [4, "15:45"], unit: "justice", answeredAfter: 3 },
    said: {
      kind: "enquiry",
      title: "人民调解收不收费",
      body: "和邻居因为漏水闹了矛盾，想请人民调解，收不收费？",
      name: "梅女士",
      publish: false,
    },
    reply: "人民调解不收任何费用。可以到所在社区的调解室申请，也可以打电话预约。" + PHONE,
    typical: { title: "人民调解收不收费", body: "邻里纠纷想请人民调解，收不收费？" },
  },
  {
    ...{ monthsBack: 9, on: [9, "11:10"], unit: "housing", answeredAfter: 4 },
    said: {
      kind: "complaint",
      title: "外墙漏水，瓷片往下掉",
      body: "江南中路旧楼外墙漏水，瓷片掉到人行道上，很危险。",
      name: "陈女士",
    },
    reply: "已围蔽掉瓷片的一段，并通知业主代表到场。我们承诺在公布的日期以前完成外墙修补。",
    promise: { within: 20, keptAfter: 16, done: "外墙漏水的一段已经修补，围蔽已经拆除。" },
    rated: [true, "solved"],
  },
  {
    ...{ monthsBack: 10, on: [24, "14:53"], unit: "education", answeredAfter: 7 },
    said: { kind: "enquiry", title: "孩子转学要带什么材料", body: "孩子下学期转学，要带什么材料？", name: "丁女士" },
    reply: "请带户口本、学籍证明和住址证明，开学前两周到接收学校办理。" + PHONE,
    rated: [true, "solved"],
  },
  {
    ...{ monthsBack: 8, on: [5, "16:32"], unit: "urban", answeredAfter: 8 },
    said: {
      kind: "complaint",
      title: "河涌水又黑又臭",
      body: "南洲一段河涌水又黑又臭，什么时候能治好？",
    },
    question: { text: "请说明是哪一座桥附近。", answeredAfter: 4, answer: "第二座人行桥往南一百米左右。" },
    reply: "已找到渗漏的排污口并封堵。河底清淤已经排期，我们承诺在公布的日期以前完成。",
    promise: { within: 28, keptAfter: 27, done: "清淤已经完成，水质检测结果贴在桥头公示栏。" },
    rated: [true, "promised"],
  },
  {
    ...{ monthsBack: 8, on: [11, "07:40"], unit: "chigang", answeredAfter: 5 },
    said: {
      kind: "help",
      title: "工地门口全是泥水，是不是违规施工",
      body: "赤岗工地门口的路面全是泥水，是不是违规施工？",
      name: "阮先生",
    },
    reply:
      "街道和住建、城管、水务四家一起到现场看过：泥水是清洗混凝土泵车时流出的，没有违规施工；已要求在场内沉淀后再排，路面当天冲洗干净。" +
      PHONE,
    resolution: "solved",
    rated: [true, "solved"],
  },
  {
    ...{ monthsBack: 8, on: [18, "21:15"], unit: "education", answeredAfter: 4 },
    said: {
      kind: "suggestion",
      title: "建议放学时段增设护学岗",
      body: "校门口放学时车多，建议增设护学岗。",
      name: "韦女士",
    },
    reply: "建议已采纳。从下周一起，上学和放学时段各有两名护学人员。",
    resolution: "solved",
    rated: [true, "solved"],
  },
  {
    ...{ monthsBack: 7, on: [2, "09:05"], unit: "housing", answeredAfter: 12 },
    said: {
      kind: "complaint",
      title: "小区污水井反复外溢",
      body: "沙园一个小区的污水井反复外溢，物业说管不了。",
    },
    extension: "须开挖查明堵塞的位置，已和排水公司定下开挖的日期。",
    reply: "已疏通堵塞的一段污水管。" + PHONE,
    resolution: "solved",
    rated: [false, "not_solved"],
    reopening: {
      reason: "前天又溢出来了，只疏通没有用。",
      by: "urban",
      reply: "重新查过：旧管沉降。已换新管三十米，一周内没有再外溢，经电话回访确认。",
    },
  },
  {
    ...{ monthsBack: 7, on: [9, "13:30"], unit: "justice", answeredAfter: 2 },
    said: { kind: "enquiry", title: "办公证能不能周末去", body: "平时要上班，办公证能不能周末去？", name: "石先生" },
    reply: "公证处周六上午受理，须提前一天预约。" + PHONE,
    rated: [true, "solved"],
  },
  {
    ...{ monthsBack: 6, on: [9, "20:20"], unit: "urban", answeredAfter: 6 },
    said: {
      kind: "suggestion",
      title: "建议增设旧家具回收点",
      body: "昌岗的旧家具没处扔，建议增设回收点。",
      name: "骆女士",
    },
    reply: "建议已采纳。街边新设两处回收点，每周三、周六清运，位置已贴在各小区公告栏。",
    resolution: "solved",
  },
  {
    ...{ monthsBack: 6, on: [6, "02:10"], unit: "urban", answeredAfter: 3 },
    said: {
      kind: "complaint",
      title: "凌晨装卸货物太吵",
      body: "琶洲一家仓库凌晨两点装卸货物，太吵。",
      name: "崔先生",
    },
    reply: "已约谈仓库负责人，二十二时以后不再装卸。连续三晚复查，没有再发生。" + PHONE,
    resolution: "solved",
    rated: [true, "solved"],
  },
  {
    ...{ monthsBack: 6, on: [13, "17:00"], unit: "chigang", answeredAfter: 4 },
    said: {
      kind: "suggestion",
      title: "建议在公交站旁加座椅",
      body: "赤岗的公交站没有座椅，老人站得累，建议加几张。",
      name: "覃伯",
    },
    reply: "建议已采纳，两个公交站各加装座椅四张，已经可以使用。",
    resolution: "solved",
    rated: [true, "solved"],
  },
  {
    ...{ monthsBack: 6, on: [20, "11:45"], unit: "justice", answeredAfter: 1 },
    said: {
      kind: "help",
      title: "想知道社区律师哪天来",
      body: "想找社区律师问房屋继承，不知道哪天来。",
      name: "严女士",
    },
    withdrawn: "已经问到了，谢谢。",
    reply: "",
  },
  {
    ...{ monthsBack: 5, on: [4, "08:30"], unit: "chigang", answeredAfter: 1 },
    said: {
      kind: "complaint",
      title: "雨后路面青苔滑倒人",
      body: "赤岗一条内街雨后路面长青苔，容易滑倒。",
      name: "翁伯",
    },
    reply: "当天下午已清洗完毕，今后雨季每周清洗一次。经回访，对处理结果表示满意。" + PHONE,
    resolution: "solved",
    rated: [true, "solved"],
  },
  {
    ...{ monthsBack: 5, on: [10, "10:40"], unit: "education", answeredAfter: 5 },
    said: {
      kind: "enquiry",
      title: "随迁子女积分入学怎么算分",
      body: "我在区里打工六年，孩子积分入学怎么算分？",
      name: "邹先生",
      publish: false,
    },
    reply: "居住、社保和就业年限分别计分，细则每年三月公布。可以带证件到街道服务中心预审。",
    typical: { title: "随迁子女积分入学怎么算分", body: "在区里务工，孩子积分入学怎么算分？" },
    rated: [true, "solved"],
  },
  {
    ...{ monthsBack: 5, on: [17, "19:25"], unit: "urban", answeredAfter: 6 },
    said: {
      kind: "complaint",
      title: "楼下烧烤档油烟太大",
      body: "新港楼下烧烤档油烟直冲楼上，开不了窗。",
      name: "尹女士",
    },
    returned: { by: "housing", reason: "餐饮油烟不属住建局职责，建议由城管和执法局办理。" },
    reply: "已责令改正，档口装好了油烟净化器。复查两次，排放合格。" + PHONE,
    resolution: "solved",
    rated: [true, "solved"],
  },
  {
    ...{ monthsBack: 4, on: [3, "14:10"], unit: "housing", answeredAfter: 10 },
    said: { kind: "help", title: "公租房顶层漏雨", body: "我住的公租房顶层漏雨，报修两次没有人来。", name: "龙先生" },
    reply: "这次答复晚了三个工作日，向您致歉。顶层防水已经重做，连日大雨没有再漏。" + PHONE,
    resolution: "solved",
    rated: [false, "solved"],
  },
  {
    ...{ monthsBack: 4, on: [9, "09:50"], unit: "justice", answeredAfter: 4 },
    said: {
      kind: "help",
      title: "老板拖欠工钱，能不能申请法律援助",
      body: "老板拖欠三个月工钱，能不能申请法律援助？",
      name: "向先生",
    },
    reply: "追讨劳动报酬申请法律援助，不看经济条件。请带劳动合同或者工资记录到窗口办理。" + PHONE,
    rated: [true, "solved"],
  },
  {
    ...{ monthsBack: 4, on: [16, "18:15"], unit: "chigang", answeredAfter: 7 },
    said: {
      kind: "complaint",
      title: "内街路灯晚上不亮",
      body: "赤岗一条内街的路灯坏了两盏，晚上不亮。",
      name: "甘女士",
    },
    reply: "两盏路灯已换新，当晚亮灯。" + PHONE,
    resolution: "solved",
    rated: [true, "solved"],
  },
  {
    ...{ monthsBack: 3, on: [5, "12:20"], unit: "housing", answeredAfter: 9 },
    said: {
      kind: "complaint",
      title: "楼道堆满建筑废料",
      body: "江南中的旧楼楼道堆满装修废料，走不了人。",
      name: "付女士",
    },
    question: { text: "请说明是哪一栋、第几层。", answeredAfter: 5, answer: "三栋，二楼到四楼。" },
    reply: "已督促装修公司当天清走，并要求物业每天巡查。" + PHONE,
    resolution: "solved",
    rated: [true, "solved"],
  },
  {
    ...{ monthsBack: 3, on: [11, "16:05"], unit: "urban", answeredAfter: 5 },
    said: {
      kind: "suggestion",
      title: "建议滨江步道多种遮阴的树",
      body: "滨江步道夏天太晒，建议多种遮阴的树。",
      name: "姚先生",
    },
    reply: "建议很好。今年秋天先补种一段，我们承诺在公布的日期以前种好。",
    promise: { within: 30, keptAfter: 25, done: "步道已补种二十六棵树。" },
    rated: [true, "solved"],
  },
  {
    ...{ monthsBack: 2, on: [4, "10:00"], unit: "education", answeredAfter: 3 },
    said: { kind: "enquiry", title: "课后托管怎么报名", body: "课后托管在哪里报名，几时截止？", name: "施女士" },
    reply: "开学第一周在学校班主任处报名。\n报名截止到第一周的星期五。" + PHONE,
    rated: [true, "solved"],
  },
  {
    ...{ monthsBack: 2, on: [2, "11:30"], unit: "urban", answeredAfter: 6 },
    said: { kind: "complaint", title: "天台搭了铁皮房", body: "昌岗一栋楼的天台搭了铁皮房，怕起火。", name: "温先生" },
    reply: "属于违法建设，已立案，并和当事人约定自行拆除的日期。我们承诺在公布的日期以前拆完。",
    promise: { within: 20, keptAfter: 18, done: "天台的铁皮房已经拆除。" },
    rated: [true, "solved"],
  },
  {
    ...{ monthsBack: 2, on: [8, "20:45"], unit: "education", answeredAfter: 4 },
    said: { kind: "complaint", title: "校外培训班不退费", body: "琶洲一家培训班停课了，不退费。", name: "盛女士" },
    reply: "已约谈机构负责人，剩余课时费十五日内退回。没有收到请再来信。" + PHONE,
    rated: [true, "promised"],
  },
  {
    ...{ monthsBack: 2, on: [14, "09:15"], unit: "housing", answeredAfter: 3 },
    said: {
      kind: "enquiry",
      title: "燃气管道改造要停气几天",
      body: "沙园旧楼燃气管道改造，要停气几天？",
      name: "翟女士",
    },
    reply: "每户停气一天，提前三天贴通知。独居老人可以申请送餐。" + PHONE,
    rated: [true, "solved"],
  },
];
