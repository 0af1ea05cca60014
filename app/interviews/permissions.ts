import { holds, type Actor, type Role } from "~/accounts/actor";
import type { Act, ShownState } from "./interview";

const HANDLER: readonly Role[] = ["handling_officer"];
const SECOND_PERSON: readonly Role[] = ["reviewer", "approver"];

/** Who may do which act. The list is closed: an act that is missing here does not compile. */
const WHO: Record<Act, readonly Role[] | "anyone"> = {
  edit: HANDLER,
  submit: HANDLER,
  return: SECOND_PERSON,
  announce: SECOND_PERSON,
  cancel: ["approver"],
  post: "anyone",
  show: HANDLER,
  decline: HANDLER,
  answer: HANDLER,
  correct: HANDLER,
  end: HANDLER,
  close: SECOND_PERSON,
};

/** Whether the actor has the right to the act. A record that was closed is corrected by the second person alone. */
export function mayAct(actor: Actor, act: Act, { unitCode }: { unitCode: string }, state: ShownState): boolean {
  const who = act === "correct" && state === "closed" ? SECOND_PERSON : WHO[act];
  if (who === "anyone") return actor.kind !== "system";
  return who.some((role) => holds(actor, role, unitCode));
}

export function mayPrepare(actor: Actor, unitCode: string): boolean {
  return holds(actor, "handling_officer", unitCode);
}

/** The desk's page of an interview: the people of its unit. */
export function maySeeDesk(actor: Actor, { unitCode }: { unitCode: string }): boolean {
  return [...HANDLER, ...SECOND_PERSON].some((role) => holds(actor, role, unitCode));
}
