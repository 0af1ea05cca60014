import { readTypedTable } from "~/platform/table-file.server";
import tasks from "./tasks.csv?raw";

interface Task {
  number: string;
  holder: string;
  deadline: string;
}

/** The annex of the plan: its 53 tasks. */
function planTasks(): Task[] {
  const [, ...rows] = readTypedTable(tasks, "tasks");
  return rows.map(([number = "", holder = "", , deadline = ""]) => ({ number, holder, deadline }));
}

/** How many of the plan's 53 tasks fall on whom, as its annex lists them. */
export function tasksByHolder(): string[][] {
  const counts = countBy(planTasks(), ({ holder }) => groupOf(holder));
  const sorted = [...counts].toSorted((a, b) => b[1] - a[1]);
  return [["由谁负责", "任务数"], ...written(sorted)];
}

/** Those with a day, month by month from the first to the last; in some months none is due. */
export function tasksByMonth(): string[][] {
  const dated = planTasks().flatMap((task) => monthOf(task) ?? []);
  const counts = countBy(dated, (month) => month);
  const [first = "", ...later] = [...counts.keys()].toSorted();
  const months = monthsBetween(first, later.at(-1) ?? first);
  return [["期限在哪个月", "任务数"], ...written(months.map((month) => [printedMonth(month), counts.get(month) ?? 0]))];
}

/** By a day, every year or quarter, or all the time. */
export function tasksByRhythm(): string[][] {
  const counts = countBy(planTasks(), rhythmOf);
  return [["期限怎样写", "任务数"], ...written(RHYTHMS.map((rhythm) => [rhythm, counts.get(rhythm) ?? 0]))];
}

function countBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return counts;
}

function written(counts: readonly [string, number][]): string[][] {
  return counts.map(([label, count]) => [label, String(count)]);
}

function groupOf(holder: string): string {
  if (holder.includes("各相关单位")) return "各单位（含街道）";
  if (holder === "区政府各部门") return "区政府各部门";
  return holder.includes("等") || holder.includes("、") ? "几个部门一起" : holder;
}

const RHYTHMS = ["写明了日期", "每年或每季都要办", "长期要办"] as const;

function rhythmOf({ deadline }: Task): (typeof RHYTHMS)[number] {
  if (deadline.startsWith("长期")) return RHYTHMS[2];
  return /每(?:年|季)/.test(deadline) ? RHYTHMS[1] : RHYTHMS[0];
}

/** Task 3 is printed as due before the plan was made; its body has the next year. */
const AS_IN_BODY: Record<string, string> = { "3": "2021年1月15日前" };

/** 2020-09, of the first day that is named; the year of the plan is not always printed. Null for what has no one day. */
function monthOf(task: Task): string | null {
  if (rhythmOf(task) !== RHYTHMS[0]) return null;
  const [, year = "2020", month] = /(?:(\d{4})年)?(\d{1,2})月/.exec(AS_IN_BODY[task.number] ?? task.deadline) ?? [];
  return month ? `${year}-${month.padStart(2, "0")}` : null;
}

function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (
    let [year = 0, month = 0] = first.split("-").map(Number);
    ;
    [year, month] = month < 12 ? [year, month + 1] : [year + 1, 1]
  ) {
    const key = `${year}-${String(month).padStart(2, "0")}`;
    if (key > last) return months;
    months.push(key);
  }
}

function printedMonth(month: string): string {
  const [year, number] = month.split("-").map(Number);
  return `${year}年${number}月`;
}
