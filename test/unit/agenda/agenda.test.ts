import { describe, expect, it } from "vitest";
import { mergeAgenda, type AgendaDay, type AgendaEntry, type AgendaFilter, type Task } from "~/agenda/agenda";
import { agendaSearch, readAgendaFilter } from "~/agenda/filter";

/** A Wednesday; the week ends on Sunday the 5th. */
const TODAY = "2026-07-01";
const NO_FILTER: AgendaFilter = { q: "", unit: "", module: null, task: null, clock: null };

function entry(task: Task, dueOn: string | null, subject = "a"): AgendaEntry {
  const href = `/desk/consultations/${subject}`;
  return {
    module: "consultations",
    task,
    subject,
    title: subject,
    unitName: "区住房建设局",
    dueOn,
    href,
    progress: null,
  };
}

const day = (task: Task, dueOn: string | null, count = 1): AgendaDay => ({ task, dueOn, count });

const DAYS = [
  day("complete", "2026-06-30", 2),
  day("process", "2026-07-01", 3),
  day("review", "2026-07-05", 4),
  day("prepare", "2026-07-06", 5),
  day("prepare", null, 6),
  day("await_review", "2026-06-30", 7),
];

function merged(filter: Partial<AgendaFilter>, entries: AgendaEntry[] = [], page = 1) {
  const parts = [{ days: DAYS, entries }];
  return mergeAgenda(parts, { ...NO_FILTER, ...filter }, { page, pageSize: 2, today: TODAY });
}

describe("the agenda of all modules", () => {
  it("counts what is late, due today, due until Sunday, and what waits for others", () => {
    expect(merged({}).counters).toEqual({ overdue: 2, today: 3, week: 7, later: 5, none: 6, waiting: 7 });
  });

  it.each([
    ["all that is to be done, without what others hold", {}, 20],
    ["what is late", { clock: "overdue" as const }, 2],
    ["what others hold, when asked", { clock: "waiting" as const }, 7],
    ["one kind of task", { task: "prepare" as const }, 11],
    ["one kind of task that others hold", { task: "await_review" as const }, 7],
    ["one kind of task of one time", { task: "prepare" as const, clock: "none" as const }, 6],
    ["nothing when both exclude each other", { task: "prepare" as const, clock: "waiting" as const }, 0],
  ])("shows %s", (_name, filter, total) => {
    expect(merged(filter).total).toBe(total);
  });

  it("puts the nearest day first and what has none last; on one day signatures come before drafts", () => {
    const entries = [
      entry("prepare", null),
      entry("prepare", "2026-07-02", "b"),
      entry("sign", "2026-07-02", "c"),
      entry("process", "2026-07-01", "d"),
    ];
    const seen = [1, 2].flatMap((page) => merged({}, entries, page).rows.map(({ subject, left }) => [subject, left]));
    expect(seen).toEqual([
      ["d", 0],
      ["c", 1],
      ["b", 1],
      ["a", null],
    ]);
  });

  it("offers the kinds of task that there are, each with its number", () => {
    expect(merged({}).tasks).toEqual([
      { task: "review", count: 4 },
      { task: "complete", count: 2 },
      { task: "process", count: 3 },
      { task: "prepare", count: 11 },
      { task: "await_review", count: 7 },
    ]);
  });

  it("reads its filter from the address, and ignores what is none", () => {
    const filter = readAgendaFilter(new URLSearchParams("q= 绿道 &unit=housing&clock=overdue&task=fly&module=moon"));
    expect(filter).toEqual({ ...NO_FILTER, q: "绿道", unit: "housing", clock: "overdue" });
    expect(readAgendaFilter(new URLSearchParams(agendaSearch(filter)))).toEqual(filter);
  });
});
