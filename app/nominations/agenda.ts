import type { PlainDate } from "~/calendar/plain-date";

/** What somebody has to do next about nominations; the names are those of the desk's agenda. */
export type NominationTask =
  | "nominate"
  | "finish_nomination"
  | "review_nomination"
  | "score_nomination"
  | "verify_paper"
  | "select_cases"
  | "sign_cases"
  | "publish_cases";

export interface NominationTodo {
  task: NominationTask;
  dueOn: PlainDate | null;
  subject: string;
  title: string;
  unitName: string;
  unitCode: string;
  href: string;
}
