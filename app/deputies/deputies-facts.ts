import type { PlainDate } from "~/calendar/plain-date";

export interface StaffChoice {
  id: string;
  name: string;
  units: string;
}

export type ArrangementState = "in_force" | "to_come" | "over";

export interface ArrangementRow {
  id: number;
  principal: string;
  deputy: string;
  fromOn: PlainDate;
  untilOn: PlainDate;
  arrangedBy: string;
  arrangedAt: string;
  endedBy: string | null;
  endedAt: string | null;
  state: ArrangementState;
  mayEnd: boolean;
}

/** What the page of deputies shows. */
export interface DeputiesFacts {
  principals: StaffChoice[];
  deputies: StaffChoice[];
  /** Whose work this person may move, and to whom. */
  handOver: { from: StaffChoice[]; to: StaffChoice[] };
  rows: ArrangementRow[];
  absence: { days: number; maySet: boolean };
  today: PlainDate;
}

/** One thing that waits for somebody who is away. */
export interface WaitingItem {
  label: string;
  path: string;
  dueOn: PlainDate | null;
}

export interface AbsentRow {
  id: string;
  name: string;
  /** The last sign-in, or the day of the account when there was none. */
  since: PlainDate;
  isNever: boolean;
  workingDays: number;
  waiting: WaitingItem[];
}

/** What became of moving somebody's work: what moved, and what did not and why. */
export interface HandOverResult {
  moved: string[];
  failed: { title: string; path: string; reasons: { code: string }[] }[];
}
