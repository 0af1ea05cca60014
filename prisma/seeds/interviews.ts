import { moveInterview } from "~/interviews/change-interview.server";
import { answerQuestion, correctAnswer, declineQuestion, showQuestion } from "~/interviews/perform-question-act.server";
import { postQuestion } from "~/interviews/post-question.server";
import { prepareInterview, type NewInterview } from "~/interviews/prepare-interview.server";
import { HOUSING, OFFICE, on, type Cast, type Staff, type Step } from "./story";

/** One interview that was held and closed into its record, and one that is announced and takes questions. */
export function interviewSteps(now: Date, cast: Cast): Step[] {
  return [...heldSteps(now, cast), ...announcedSteps(now, cast)];
}

const HELD = "adding-lifts";
const ANNOUNCED = "plan-in-plain-words";

function heldSteps(now: Date, cast: Cast): Step[] {
  const interview = {
    unit: "housing-construction",
    slug: HELD,
    title: "老旧小区加装电梯，大家关心的几件事（演示）",
    titleEn: "Adding lifts to old buildings: what residents ask (demonstration)",
    summary:
      "加装电梯由本楼业主共同商量决定。请区住建局的负责人讲一讲：怎样征求邻居意见，图纸和费用怎么办，低层住户的顾虑怎样处理。",
    summaryEn: null,
    guest: "区住建局副局长 何文斌（演示）",
    guestEn: "He Wenbin (demonstration), deputy director, Housing and Construction Bureau",
    beginsAt: on(now, -9, "15:00"),
  };
  const asked = [
    { at: on(now, -12, "20:10"), body: "一楼的邻居不同意，电梯还能装吗？", name: "黄女士", publish: true },
    { at: on(now, -10, "09:40"), body: "装电梯的钱怎么分摊？一楼要不要出？", name: null, publish: true },
    {
      at: on(now, -9, "15:12"),
      body: "我家住滨江的一栋，交了材料三个月没消息，请帮忙查一下。",
      name: "陈先生",
      publish: false,
    },
    { at: on(now, -9, "15:20"), body: "装好以后每年的检修由谁负责？", name: "李先生", publish: true },
    { at: on(now, -9, "15:31"), body: "能不能先装样板给大家看看？", name: null, publish: true },
  ];
  const posted = asked.map((question) => asking(HELD, question));
  const [neighbour, money, own, upkeep, sample] = posted;
  const officer = () => cast(HOUSING.handler);
  const act = (days: string, run: Step["run"]): Step => ({ at: on(now, -9, days), run });
  const show = (time: string, question: Asked) =>
    act(time, (deps) => showQuestion(officer(), { slug: HELD, number: question.number, gist: null }, deps));
  const answer = (time: string, question: Asked, text: string) =>
    act(time, (deps) => answerQuestion(officer(), { slug: HELD, number: question.number, text }, deps));
  return [
    ...openingSteps(now, cast, HOUSING, interview, -16),
    ...posted.map(({ step }) => step),
    show("14:50", neighbour!),
    show("14:52", money!),
    answer(
      "15:04",
      neighbour!,
      "先商量，不硬来。有邻居反对，先弄清他担心什么：采光、通风、噪声，还是费用。设计单位可以上门量，把影响算给他看。\n商量不成的，街道会组织协调。没有商量好之前，不要动工。",
    ),
    answer(
      "15:09",
      money!,
      "怎么分摊由本楼业主自己定，可以按楼层定比例，一楼可以不出。定下来要写成书面协议，每户签字。",
    ),
    act("15:15", (deps) =>
      declineQuestion(
        officer(),
        {
          ...{ slug: HELD, number: own!.number, ground: "personal_matter" as const },
          reason: "您问的是自己这一栋的办理进度，不便在这里公开。请通过留言反映，会有专人查。",
        },
        deps,
      ),
    ),
    show("15:22", upkeep!),
    answer("15:27", upkeep!, "由共同出资的业主负责，一般委托有资质的单位每半个月检修一次。费用写进协议。"),
    show("15:33", sample!),
    answer("15:38", sample!, "可以。区里已有三个小区装好，欢迎去看。看之前先打街道的电话约时间。"),
    act("16:02", (deps) => moveInterview(officer(), "end", { slug: HELD, version: null }, deps)),
    act("16:20", (deps) =>
      correctAnswer(
        officer(),
        {
          ...{ slug: HELD, number: sample!.number },
          text: "可以。区里已有两个小区装好，欢迎去看。看之前先打街道的电话约时间。",
          note: "装好的小区是两个，不是三个。",
        },
        deps,
      ),
    ),
    { at: on(now, -8, "10:15"), run: (deps) => moveInterview(cast(HOUSING.approver), "close", anyVersion(HELD), deps) },
  ];
}

function announcedSteps(now: Date, cast: Cast): Step[] {
  const interview = {
    unit: "office",
    slug: ANNOUNCED,
    title: "基层政务公开怎么做，请您来问（演示）",
    titleEn: "Open government close to home: ask us (demonstration)",
    summary:
      "海珠区正在就基层政务公开工作方案征求意见。区政务公开办的负责人在线回答：公开哪些事、到哪里看、意见怎么用。",
    summaryEn:
      "The district asks for comments on its plan for open government. Put your questions to the office in charge.",
    guest: "区政务公开办负责人 郭晓晴（演示）",
    guestEn: "Guo Xiaoqing (demonstration), head of the open-government office",
    beginsAt: on(now, 6, "15:00"),
  };
  const first = asking(ANNOUNCED, {
    at: on(now, -1, "19:05"),
    body: "村里的账目在哪里看？多久更新一次？",
    name: "何先生",
    publish: true,
  });
  const second = asking(ANNOUNCED, {
    at: on(now, -1, "21:40"),
    body: "我提的意见，最后有没有人看？",
    name: null,
    publish: true,
  });
  return [
    ...openingSteps(now, cast, OFFICE, interview, -3),
    first.step,
    second.step,
    {
      at: new Date(second.step.at.getTime() + 30 * 60_000),
      run: (deps) => showQuestion(cast(OFFICE.handler), { slug: ANNOUNCED, number: first.number, gist: null }, deps),
    },
  ];
}

function openingSteps(now: Date, cast: Cast, staff: Staff, interview: NewInterview, days: number): Step[] {
  const input = anyVersion(interview.slug!);
  return [
    { at: on(now, days, "09:30"), run: (deps) => prepareInterview(cast(staff.handler), interview, deps) },
    { at: on(now, days, "10:20"), run: (deps) => moveInterview(cast(staff.handler), "submit", input, deps) },
    { at: on(now, days, "16:40"), run: (deps) => moveInterview(cast(staff.approver), "announce", input, deps) },
  ];
}

function anyVersion(slug: string) {
  return { slug, version: null };
}

interface Asked {
  number: number;
  step: Step;
}

function asking(slug: string, question: { at: Date; body: string; name: string | null; publish: boolean }): Asked {
  const { at, body, name, publish } = question;
  const asked: Asked = {
    number: 0,
    step: {
      at,
      run: async (deps) => {
        const { number } = await postQuestion({ kind: "guest" }, { slug, body, name, publish, key: null }, deps);
        asked.number = number;
      },
    },
  };
  return asked;
}
