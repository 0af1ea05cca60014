import { addDays, daysBetween, plainDateOf, type PlainDate } from "~/calendar/plain-date";
import { deskNominations } from "~/i18n/zh-CN/desk-nominations";
import { beginNomination, passNomination, submitNomination } from "~/nominations/change-nomination.server";
import {
  nameAssessors,
  publishRound,
  setLastDay,
  setScoring,
  signSelection,
  submitSelection,
} from "~/nominations/change-round.server";
import { decideNomination, scoreNomination } from "~/nominations/judge-nomination.server";
import { latestRound, previousRound, type Round } from "~/nominations/round";
import { explainedSteps } from "./case-policies";
import { HOUSING, JUSTICE, on, type Cast, type Staff, type Step } from "./story";

/** The round that opened last collects on the day of `now`; the one before it is published. Both follow the calendar. */
export function exemplaryCaseSteps(now: Date, cast: Cast): Step[] {
  const latest = latestRound(plainDateOf(now));
  const before = previousRound(latest);
  return [
    ...explainedSteps(now, cast, before.from, ["charging", "mediation", "drying"]),
    ...explainedSteps(now, cast, latest.from, ["repairs", "notary"]),
    ...publishedRound(now, cast, before),
    ...collectingRound(now, cast, latest),
  ].filter(({ at }) => at <= now);
}

interface Told {
  staff: Staff;
  policy: string;
  title: string;
  statement: string;
}

const CONTACT = "综合科，020-00000000（演示号码）";

function publishedRound(now: Date, cast: Cast, { key, opensOn }: Round): Step[] {
  const day = daysAfter(now, opensOn);
  const bike = nominating(now, cast, day(5), {
    staff: HOUSING,
    policy: "e-bike-charging-rules",
    title: "把电动车的事讲成邻居的事",
    statement:
      "先把 12345 和留言里问得最多的四个问题找出来，再照着写问答，没有抄文件。为不爱看文字的居民做了一个小故事，社区在楼道海报上印了二维码。公布当天解读和文件一起上网。（演示）",
  });
  const mediation = nominating(now, cast, day(8), {
    staff: JUSTICE,
    policy: "neighbour-mediation-guide",
    title: "一张图看懂调解要几天",
    statement: "居民最关心多久有结果，所以把期限画成一张图，再用三个问题讲清楚怎样申请、反悔了怎么办。（演示）",
  });
  const drying = nominating(now, cast, day(13), {
    staff: HOUSING,
    policy: "drying-racks-notice",
    title: "旧小区晾衣架改造解读",
    statement: "用一段文字说明改造的范围、做法和费用。（演示）",
  });
  const input = { round: key, version: null };
  const office = () => cast("office");
  const criteria = deskNominations.office.usualCriteria;
  const assessors = ["office2", HOUSING.reviewer, JUSTICE.reviewer];
  const scored = (told: Nominating, who: string, marks: number[], time: string): Step => ({
    at: on(now, day(35), time),
    run: (deps) => scoreNomination(cast(who), { number: told.number, marks, remark: null }, deps),
  });
  const decided = (told: Nominating, isSelected: boolean, reason: string, time: string): Step => ({
    at: on(now, day(38), time),
    run: (deps) => decideNomination(office(), { number: told.number, version: null, isSelected, reason }, deps),
  });
  return [
    ...[bike, mediation, drying].flatMap(({ steps }) => steps),
    {
      at: on(now, day(20), "09:30"),
      run: (deps) => setScoring(office(), { ...input, isScored: true, criteria }, deps),
    },
    {
      at: on(now, day(20), "09:45"),
      run: (deps) =>
        nameAssessors(office(), { ...input, assessors: assessors.map((name) => cast(name).accountId) }, deps),
    },
    scored(bike, "office2", [95, 88, 90, 94, 85, 86, 80], "10:05"),
    scored(bike, JUSTICE.reviewer, [92, 85, 88, 96, 82, 88, 84], "10:20"),
    scored(mediation, "office2", [90, 84, 82, 90, 70, 80, 76], "10:35"),
    scored(mediation, HOUSING.reviewer, [88, 86, 85, 87, 72, 78, 80], "10:50"),
    scored(drying, "office2", [85, 60, 30, 62, 40, 45, 20], "11:05"),
    scored(drying, JUSTICE.reviewer, [86, 66, 34, 70, 42, 50, 25], "11:20"),
    decided(
      bike,
      true,
      "从居民真正问过的问题写起，问答和案例配合，老人也看得懂；解读和文件同一天公布。（演示）",
      "15:10",
    ),
    decided(mediation, true, "抓住居民最关心的期限，用一张图讲明白，数据表可以核对。（演示）", "15:20"),
    decided(drying, false, "只有文字一种形式，没有说明怎样报名、什么时候动工，建议补上问答。（演示）", "15:30"),
    { at: on(now, day(39), "10:00"), run: (deps) => submitSelection(office(), input, deps) },
    { at: on(now, day(41), "16:20"), run: (deps) => signSelection(cast("leader"), input, deps) },
    { at: on(now, day(43), "09:00"), run: (deps) => publishRound(office(), input, deps) },
  ];
}

function collectingRound(now: Date, cast: Cast, { key, opensOn, usualLastDay, nextOpensOn }: Round): Step[] {
  const day = daysAfter(now, opensOn);
  const repairs = nominating(now, cast, day(4), {
    staff: HOUSING,
    policy: "shared-repair-fund-rules",
    title: "急修不等签字：维修资金解读",
    statement: "把三个最急的问题放在最前面，再用台风后外墙掉砖的例子讲办理过程，照着就能办。（演示）",
  });
  const notary = nominating(now, cast, day(6), {
    staff: JUSTICE,
    policy: "notary-at-home-notice",
    title: "给出不了门的老人讲公证",
    statement: "字少、句子短，读一遍就知道打哪个电话、要准备什么。（演示）",
  });
  return [...repairs.steps, ...notary.steps.slice(0, -1), ...longer(now, cast, key, { usualLastDay, nextOpensOn })];
}

/** Where the usual last day is past, the office has named a later one in time. */
function longer(now: Date, cast: Cast, round: string, { usualLastDay, nextOpensOn }: Last): Step[] {
  const today = plainDateOf(now);
  if (today <= usualLastDay) return [];
  const wished = addDays(today, 14);
  const lastDay = wished < nextOpensOn ? wished : addDays(nextOpensOn, -1);
  const reason = "这半年有几份政策的解读还在补做问答和图解，各单位材料没有备齐，推荐时间延长。（演示）";
  return [
    {
      at: on(now, daysBetween(today, usualLastDay) - 3, "10:40"),
      run: (deps) => setLastDay(cast("office"), { round, version: null, lastDay, reason }, deps),
    },
  ];
}

interface Last {
  usualLastDay: PlainDate;
  nextOpensOn: PlainDate;
}

interface Nominating {
  number: number;
  steps: Step[];
}

/** From the first words to the unit's second person, on three days. */
function nominating(now: Date, cast: Cast, day: number, { staff, policy, title, statement }: Told): Nominating {
  const made: Nominating = { number: 0, steps: [] };
  const input = () => ({ number: made.number, version: null });
  made.steps.push(
    {
      at: on(now, day, "09:40"),
      run: async (deps) => {
        made.number = await beginNomination(cast(staff.handler), { policy, title, statement, contact: CONTACT }, deps);
      },
    },
    { at: on(now, day + 1, "10:10"), run: (deps) => submitNomination(cast(staff.handler), input(), deps) },
    { at: on(now, day + 2, "15:00"), run: (deps) => passNomination(cast(staff.reviewer), input(), deps) },
  );
  return made;
}

/** Days from the day of `now` to so many days after another day. */
function daysAfter(now: Date, first: PlainDate): (days: number) => number {
  const offset = daysBetween(plainDateOf(now), first);
  return (days) => offset + days;
}
