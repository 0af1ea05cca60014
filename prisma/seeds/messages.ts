import { GUEST } from "~/accounts/actor";
import { closeMessage, keepPromise, reopenMessage } from "~/messages/after-reply.server";
import { answerTheQuestion, askSender, extendMessage } from "~/messages/ask-sender.server";
import { returnAssignment } from "~/messages/assign-message.server";
import { approveCorrection, correctReply } from "~/messages/correct-reply.server";
import { acceptMessage, changeKind, declineMessage, referMessage } from "~/messages/decide-reception.server";
import { enterMessage } from "~/messages/enter-message.server";
import { mergeMessage } from "~/messages/merge-message.server";
import { noteMessage } from "~/messages/open-identity.server";
import { withdrawMessage } from "~/messages/withdraw-message.server";
import { Letter, shown, UNIT, type Said } from "./letter";
import { pastYearSteps } from "./past-year";
import { dayAt, HOUSING, JUSTICE, on, type Cast, type Step } from "./story";

// After real letters and replies to mailboxes of other districts (noise, lifts, school places, moss, leaks). Names, places
// and words are invented. Some stand in every state, colour and end.

export function messageSteps(now: Date, cast: Cast): Step[] {
  const office = () => cast("office");
  const letter = (said: Said, when: [number, string]) => new Letter(now, cast, said, when);

  const noise = letter(
    {
      kind: "complaint",
      title: "酒店门口施工噪音，什么时候结束",
      body: "江南大道一家酒店门口频繁挖路，早上六点就开工，吵得没法休息。多久能结束？",
      name: "罗先生",
      contact: "13800001001",
      unit: "housing",
    },
    [-58, "14:53"],
  )
    .assign([-58, "16:20"], "housing", "属于建设工地管理")
    .submit([-56, "10:10"], "housing", {
      resolution: "solved",
      text: "罗先生您好：该处为雨污水管网改造，预计两周左右完工。已责成施工单位七时以前、二十二时以后不得施工，并加装围挡降噪。联系电话 020-00000000（演示号码）。",
      ...shown(
        "酒店门口施工噪音，什么时候结束",
        "酒店门口频繁挖路，早上六点就开工，吵得没法休息。多久能结束？",
        "该处为雨污水管网改造，预计两周左右完工。已责成施工单位七时以前、二十二时以后不得施工，并加装围挡降噪。联系电话 020-00000000（演示号码）。",
      ),
    })
    .approve([-56, "15:40"], "housing")
    .rate([-50, "20:05"], true, "solved")
    .then([-49, "09:30"], (deps, number) =>
      closeMessage(office(), { number, version: null, reason: "来信人满意" }, deps),
    );

  const lift = letter(
    {
      kind: "enquiry",
      title: "老楼加装电梯为什么一直没有动工",
      body: "我们单元去年就签了加装电梯的协议，至今没有动工，卡在哪里？",
      name: "陈女士",
      contact: "13800001002",
      unit: "housing",
    },
    [-13, "09:12"],
  )
    .assign([-13, "11:00"], "housing")
    .submit([-9, "16:00"], "housing", {
      text: "陈女士您好：经核查，您所在单元有一户的专有面积一项未达到规定的表决比例，正与业主重新确认方案。社区工作人员每周三下午在居委会接待，电话 020-00000000（演示号码）。",
      ...shown(
        "老楼加装电梯为什么一直没有动工",
        "单元去年就签了加装电梯的协议，至今没有动工，卡在哪里？",
        "经核查，该单元专有面积一项未达到规定的表决比例，正与业主重新确认方案。社区工作人员每周三下午在居委会接待，电话 020-00000000（演示号码）。",
      ),
    })
    .approve([-8, "10:30"], "housing");

  const leak = letter(
    {
      kind: "help",
      title: "外墙漏水，孩子房间发霉",
      body: "我住滨江东路的老楼，楼顶外墙一下雨就渗水，孩子房间的墙都发霉了，找物业推给维修基金。",
      name: "何女士",
      contact: "13800001003",
      unit: "housing",
    },
    [-20, "21:30"],
  )
    .assign([-19, "09:05"], "housing")
    .submit([-15, "11:20"], "housing", {
      resolution: "promised",
      promisedOn: dayAt(now, 1),
      text: "何女士您好：已核实渗水点，维修资金应急使用手续已受理，我们承诺在上述日期以前完成外墙修补。",
      ...shown(
        "外墙漏水，孩子房间发霉",
        "楼顶外墙一下雨就渗水，孩子房间的墙发霉。",
        "已核实渗水点，维修资金应急使用手续已受理，承诺在公布的日期以前完成外墙修补。",
      ),
    })
    .approve([-14, "09:40"], "housing");

  const river = letter(
    {
      kind: "suggestion",
      title: "建议给工地围挡加装夜间照明",
      body: "昌岗中路工地围挡外的人行道晚上很黑，建议加装照明。",
      name: "李先生",
      unit: "housing",
    },
    [-40, "19:02"],
  )
    .assign([-39, "09:10"], "housing")
    .submit([-36, "10:00"], "housing", {
      resolution: "promised",
      promisedOn: dayAt(now, -20),
      text: "李先生您好：建议很好，将在公布的日期以前装好。",
    })
    .approve([-36, "15:00"], "housing")
    .then([-22, "16:00"], (deps, number) =>
      keepPromise(cast(HOUSING.handler), { number, version: null, reason: "三处围挡的照明已经装好并亮灯。" }, deps),
    );

  const moss = letter(
    {
      kind: "complaint",
      title: "小区门口路面长青苔，老人滑倒",
      body: "赤岗北路小区门口路面长满青苔，昨天有老人滑倒，请马上清理。",
      name: "周伯",
      contact: "13800001004",
      unit: "housing",
    },
    [-31, "08:40"],
  )
    .assign([-31, "09:00"], "housing")
    .submit([-31, "16:20"], "housing", {
      resolution: "solved",
      text: "周伯您好：当天下午已清洗完毕并铺设防滑垫，今后每月清洗一次。",
      ...shown(
        "小区门口路面长青苔，老人滑倒",
        "门口路面长满青苔，有老人滑倒，请马上清理。",
        "当天下午已清洗完毕并铺设防滑垫，今后每月清洗一次。",
      ),
    })
    .approve([-31, "17:05"], "housing")
    .rate([-30, "10:00"], true, "solved");

  const school = letter(
    {
      kind: "enquiry",
      title: "法律援助要带什么材料，能不能在网上办",
      body: "家里有劳动纠纷，想申请法律援助，要带什么？我母亲名叫何秀珍，住在演示路 12 号。",
      name: "何女士",
      contact: "13800001005",
      publish: false,
      unit: "justice",
    },
    [-25, "12:15"],
  )
    .assign([-24, "09:00"], "justice")
    .submit([-21, "09:50"], "justice", {
      text: "何女士您好：请带身份证件和与案件有关的材料，也可以在省法律援助平台网上申请。窗口工作日受理。",
      display: "typical",
      publicTitle: "申请法律援助要带什么材料，能不能在网上办",
      publicBody: "有劳动纠纷，想申请法律援助，要带什么材料？能不能在网上办？",
      publicReply: "请带身份证件和与案件有关的材料，也可以在省法律援助平台网上申请。窗口工作日受理。",
    })
    .approve([-20, "11:00"], "justice")
    .then([-18, "10:00"], (deps, number) =>
      correctReply(
        cast(JUSTICE.handler),
        {
          number,
          version: null,
          correctionNote: "窗口受理时间更正：工作日和周六上午都受理，原答复只写了工作日。",
          text: "何女士您好：请带身份证件和与案件有关的材料，也可以在省法律援助平台网上申请。窗口工作日和周六上午受理。",
          resolution: "answered",
          promisedOn: null,
          display: "typical",
          publicTitle: "申请法律援助要带什么材料，能不能在网上办",
          publicBody: "有劳动纠纷，想申请法律援助，要带什么材料？能不能在网上办？",
          publicReply: "请带身份证件和与案件有关的材料，也可以在省法律援助平台网上申请。窗口工作日和周六上午受理。",
        },
        deps,
      ),
    )
    .then([-18, "15:30"], (deps, number) =>
      approveCorrection(cast(JUSTICE.reviewer), { number, version: null, remark: null }, deps),
    );

  const returned = { ground: "not_our_duty" as const, proposed: UNIT.justice };
  const dispute = letter(
    {
      kind: "help",
      title: "物业公司不退装修押金",
      body: "装修完三个月了，物业一直不退押金，该找哪个部门？",
      name: "黄先生",
      contact: "13800001006",
    },
    [-6, "10:25"],
  )
    .assign([-6, "14:00"], "housing")
    .then([-5, "09:30"], (deps, number) =>
      returnAssignment(
        cast(HOUSING.handler),
        { number, version: null, ...returned, reason: "押金属于合同纠纷，建议由司法局指导人民调解。" },
        deps,
      ),
    )
    .assign([-5, "15:10"], "justice")
    .then([-3, "11:00"], (deps, number) =>
      returnAssignment(
        cast(JUSTICE.handler),
        {
          number,
          version: null,
          ground: "other_lead",
          proposed: UNIT.housing,
          reason: "物业服务由住建部门监管，建议由住建局牵头，我局协助调解。",
        },
        deps,
      ),
    );

  const overdue = letter(
    {
      kind: "complaint",
      title: "楼上改动承重墙，没有人来查",
      body: "楼上装修砸了承重墙，报了两次都没有人来看。",
      name: "邓女士",
      contact: "13800001007",
      unit: "housing",
    },
    [-24, "18:10"],
  )
    .assign([-23, "10:00"], "housing")
    .then([-16, "09:00"], (deps, number) =>
      noteMessage(cast(HOUSING.handler), { number, version: null, text: "已约业主，两次未能入户。" }, deps),
    );

  const soon = letter(
    {
      kind: "enquiry",
      title: "公租房轮候到哪一年了",
      body: "想知道公租房现在轮候到哪一年。",
      name: "赖女士",
      unit: "housing",
    },
    [-9, "15:35"],
  ).assign([-8, "09:20"], "housing");

  const extended = letter(
    {
      kind: "complaint",
      title: "四家单位都说不归自己管的化粪池",
      body: "楼下化粪池满溢，物业、街道、水务、住建互相推。",
      name: "吴先生",
      contact: "13800001008",
      unit: "housing",
    },
    [-10, "07:50"],
  )
    .assign([-10, "10:10"], "housing", "由住建局牵头，四家联合现场查看")
    .then([-4, "16:30"], (deps, number) =>
      extendMessage(
        cast(HOUSING.handler),
        { number, version: null, reason: "须与三家单位联合开挖查明管线归属，已定下开挖日期。" },
        deps,
      ),
    );

  const asked = letter(
    {
      kind: "help",
      title: "家里漏电，物业不管",
      body: "家里经常跳闸，怀疑线路漏电。",
      name: "杨女士",
      contact: "13800001009",
    },
    [-3, "20:15"],
  )
    .assign([-2, "09:15"], "housing")
    .then([-1, "10:40"], (deps, number) =>
      askSender(
        cast(HOUSING.handler),
        { number, version: null, text: "请说明小区名称和楼栋，以及是一户跳闸还是整栋都跳。" },
        deps,
      ),
    );

  const answered = letter(
    {
      kind: "complaint",
      title: "工地夜间运土车不盖篷布",
      body: "琶洲工地的运土车不盖篷布，一路扬尘。",
      name: "蔡先生",
      contact: "13800001010",
    },
    [-12, "23:05"],
  )
    .assign([-11, "09:00"], "housing")
    .then([-10, "09:30"], (deps, number) =>
      askSender(cast(HOUSING.handler), { number, version: null, text: "请说明看到的时间和路段。" }, deps),
    )
    .then([-8, "19:20"], (deps, number) =>
      answerTheQuestion(GUEST, { number, holdsReceipt: true, text: "每天晚上十一点左右，工业大道南段。" }, deps),
    )
    .submit([-1, "17:30"], "housing", {
      resolution: "solved",
      text: "蔡先生您好：已查明运土单位并责令整改，车辆密闭后方可出场。",
      ...shown(
        "工地夜间运土车不盖篷布",
        "运土车不盖篷布，一路扬尘。",
        "已查明运土单位并责令整改，车辆密闭后方可出场。",
      ),
    });

  const fresh = letter(
    {
      kind: "suggestion",
      title: "建议在公园增设饮水点",
      body: "夏天在滨江跑步的人多，建议增设饮水点。",
      name: "许女士",
    },
    [-1, "22:10"],
  );

  const accepted = letter(
    {
      kind: "help",
      title: "独居老人想申请适老化改造",
      body: "我父亲独居，想申请适老化改造，找哪里？",
      name: "钟先生",
      contact: "13800001011",
    },
    [-1, "11:05"],
  ).then([-1, "15:00"], (deps, number) => acceptMessage(office(), { number, version: null }, deps));

  const declined = letter(
    { kind: "suggestion", title: "优质净水器厂家直销", body: "本厂净水器物美价廉，欢迎机关单位采购。", publish: false },
    [-17, "13:20"],
  ).then([-16, "09:00"], (deps, number) =>
    declineMessage(
      office(),
      { number, version: null, ground: "advertising", reason: "留言是产品推销。政府采购请关注采购公告。" },
      deps,
    ),
  );

  const referred = letter(
    {
      kind: "enquiry",
      title: "申请公开旧楼改造的招标文件",
      body: "我要申请公开去年旧楼改造的招标文件。",
      name: "曾先生",
      contact: "13800001012",
      publish: false,
    },
    [-15, "10:50"],
  ).then([-15, "16:00"], (deps, number) =>
    referMessage(
      office(),
      {
        number,
        version: null,
        channel: "disclosure_request",
        name: "区住建局政府信息公开工作机构（演示）",
        contact: "020-00000000（演示号码），当面提交或者邮寄申请表",
        rule: "《中华人民共和国政府信息公开条例》第二十七条至第三十三条",
        reason: "这是政府信息公开申请，须按条例规定的方式提出，自收到之日起二十个工作日内答复。",
      },
      deps,
    ),
  );

  const withdrawn = letter(
    {
      kind: "complaint",
      title: "楼道灯坏了一个月",
      body: "昌岗东路三号楼楼道灯坏了一个月。",
      name: "冯女士",
      contact: "13800001013",
    },
    [-28, "19:45"],
  )
    .assign([-27, "09:00"], "housing")
    .then([-26, "20:00"], (deps, number) =>
      withdrawMessage(GUEST, { number, holdsReceipt: true, reason: "今天已经修好了。" }, deps),
    );

  const reopened = letter(
    {
      kind: "complaint",
      title: "地下车库积水反复出现",
      body: "江南中路的车库一下雨就积水，去年说修好了，今年又积。",
      name: "潘先生",
      contact: "13800001014",
      unit: "housing",
    },
    [-19, "08:30"],
  )
    .assign([-19, "10:00"], "housing")
    .submit([-14, "15:00"], "housing", {
      text: "潘先生您好：已督促物业清理排水沟。",
      ...shown("地下车库积水反复出现", "车库一下雨就积水，反复出现。", "已督促物业清理排水沟。"),
    })
    .approve([-13, "10:00"], "housing")
    .rate([-5, "21:00"], false, "not_solved")
    .then([-2, "21:10"], (deps, number) =>
      reopenMessage(GUEST, { number, holdsReceipt: true, reason: "昨天下雨又积水了，只清沟没有用，要换水泵。" }, deps),
    );

  const tipOff = letter(
    {
      kind: "tip_off",
      title: "工地检查前有人通风报信",
      body: "检查组来之前工地总能提前知道。（演示内容）",
      name: "不愿公开姓名的群众",
      contact: "13800001015",
      publish: false,
      unit: "housing",
    },
    [-7, "23:40"],
  ).assign([-6, "09:30"], "justice", "由司法局按行政执法监督办理");

  const changed = letter(
    {
      kind: "complaint",
      title: "想问问旧衣回收箱归谁管",
      body: "小区旧衣回收箱没人清，归谁管？",
      name: "谭女士",
      unit: "justice",
    },
    [-4, "12:30"],
  )
    .then([-4, "14:20"], (deps, number) =>
      changeKind(
        office(),
        { number, version: null, kind: "enquiry", reason: "来信是询问由谁管理，按咨询办理。" },
        deps,
      ),
    )
    .assign([-4, "14:30"], "housing");

  return [
    ...[noise, lift, leak, river, moss, school, dispute, overdue, soon, extended, asked, answered],
    ...[fresh, accepted, declined, referred, withdrawn, reopened, tipOff, changed],
  ]
    .flatMap(({ steps }) => steps)
    .concat(hotlineSteps(now, cast, overdue), pastYearSteps(now, cast));
}

/** The hotline's order about a matter that was written online too: found by what it says, and merged. */
function hotlineSteps(now: Date, cast: Cast, online: Letter): Step[] {
  let number = "";
  return [
    {
      at: on(now, -12, "10:15"),
      run: async (deps) => {
        const entered = await enterMessage(
          cast("office"),
          {
            channel: "hotline",
            statedOn: dayAt(now, -13),
            outsideNumber: "GD-0000-0001（演示）",
            kind: "complaint",
            unit: UNIT.housing,
            about: null,
            title: "市民来电：楼上砸承重墙",
            body: "市民来电反映楼上装修砸承重墙，要求查处。",
            submitter: "person",
            name: "邓女士（演示）",
            contact: null,
            publish: false,
            key: null,
            uploads: [],
            language: "zh-CN",
          },
          deps,
        );
        number = entered.number;
      },
    },
    {
      at: on(now, -12, "11:00"),
      run: (deps) =>
        mergeMessage(
          cast("office"),
          { number, version: null, into: online.number, reason: "与网上留言是同一件事" },
          deps,
        ),
    },
  ];
}
