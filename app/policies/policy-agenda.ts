import { holds, isSamePerson, type Actor, type Role } from "~/accounts/actor";
import type { PlainDate } from "~/calendar/plain-date";
import { dueOn, type Calendar } from "~/calendar/working-days";
import type { MaterialKind } from "./material";
import type { PackageState } from "./policy-package";
import { RELEASE_DAYS, releaseClockStart } from "./release-clock";

/** What somebody has to do next about a package; the names are those of the desk's agenda. */
export type PolicyTask =
  | "prepare"
  | "review"
  | "sign"
  | "verify_paper"
  | "release_policy"
  | "sign_exception"
  | "sign_change"
  | "interpret"
  | "answer_question";

export interface PolicyAgendaFacts {
  unitCode: string;
  state: PackageState;
  signedOn: PlainDate | null;
  attributeChangedOn: PlainDate | null;
  submittedById: string | null;
  passedById: string | null;
  exceptionBy: string | null;
  /** A signature on paper waits that somebody else entered and this person may verify. */
  hasPaper: boolean;
  changeBy: string | null;
  forms: readonly { kind: MaterialKind; dueOn: PlainDate | null }[];
  /** The kinds of which something is public. */
  releasedKinds: readonly MaterialKind[];
  waitingQuestions: number;
}

/** A material that follows its released document and waits for reviewer or approver: what this person has to do about it. */
export function materialTasks(
  { unitCode, submittedById, passedById }: Pick<PolicyAgendaFacts, "unitCode" | "submittedById" | "passedById">,
  actor: Actor,
  hasPaper: boolean,
): PolicyTask[] {
  const isFor = (role: Role) =>
    holds(actor, role, unitCode) && ![submittedById, passedById].some((id) => isSamePerson(actor, id));
  const signing: PolicyTask[] = isFor(passedById ? "approver" : "reviewer") ? [passedById ? "sign" : "review"] : [];
  return [...signing, ...(hasPaper ? (["verify_paper"] as const) : [])];
}

/** What this person has to do about it now, with the day by which it matters. Nobody is asked to sign their own. */
export function policyTasks(
  facts: PolicyAgendaFacts,
  actor: Actor,
  calendar: Calendar,
): { task: PolicyTask; dueOn: PlainDate | null }[] {
  const is = (role: Role) => holds(actor, role, facts.unitCode);
  const isNot = (...ids: (string | null)[]) => !ids.some((id) => isSamePerson(actor, id));
  const { state, submittedById, passedById, exceptionBy, changeBy } = facts;
  const start = releaseClockStart(facts);
  const release = start && dueOn(start, RELEASE_DAYS, calendar);
  const tasks: { task: PolicyTask; dueOn: PlainDate | null }[] = [];
  const add = (applies: boolean, task: PolicyTask, day: PlainDate | null) =>
    void (applies && tasks.push({ task, dueOn: day }));
  add(state === "preparing" && is("handling_officer"), "prepare", release);
  add(state === "in_review" && !passedById && is("reviewer") && isNot(submittedById), "review", release);
  add(state === "in_review" && !!passedById && is("approver") && isNot(submittedById, passedById), "sign", release);
  add((state === "signed" || state === "issued") && is("handling_officer"), "release_policy", release);
  add(exceptionBy !== null && holds(actor, "leader") && isNot(exceptionBy), "sign_exception", release);
  add(facts.hasPaper, "verify_paper", release);
  add(changeBy !== null && is("approver") && isNot(changeBy), "sign_change", null);
  if (state !== "released" || !is("handling_officer")) return tasks;
  for (const { kind, dueOn: day } of facts.forms)
    add(day !== null && !facts.releasedKinds.includes(kind), "interpret", day);
  add(facts.waitingQuestions > 0, "answer_question", null);
  return tasks;
}
