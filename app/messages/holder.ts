import type { MessageFacts, MessageState, Resolution } from "./message";
import { OFFICE_HELD, UNIT_HELD } from "./message";

/** Who has to do something next. Never nobody while there is no end, and never two. */
export type Holder = { kind: "office" } | { kind: "unit"; unitCode: string };

/** How it ended. `kept` is a promise (承诺办理) whose matter was done. */
export const ENDS = ["answered", "solved", "kept", "declined", "referred", "merged", "withdrawn"] as const;
export type End = (typeof ENDS)[number];

type HolderFacts = Pick<MessageFacts, "state" | "leadUnitCode" | "resolution" | "promiseKeptAt">;

/**
 * The one that is accountable: the office while no unit has it, then the lead unit, and after an answer that promised
 * something still the unit that gave it, until it is done. Null once there is an end.
 */
export function holderOf(facts: HolderFacts): Holder | null {
  if (isOneOf(OFFICE_HELD, facts.state)) return { kind: "office" };
  if (!isOneOfUnit(facts.state) && !owesPromise(facts)) return null;
  if (facts.leadUnitCode === null) throw new RangeError(`A message in the state ${facts.state} without a lead unit`);
  return { kind: "unit", unitCode: facts.leadUnitCode };
}

/** Whether a unit has it and must answer it. */
export function isOneOfUnit(state: MessageState): boolean {
  return isOneOf(UNIT_HELD, state);
}

export function endOf(facts: HolderFacts): End | null {
  switch (facts.state) {
    case "declined":
    case "referred":
    case "merged":
    case "withdrawn":
      return facts.state;
    case "replied":
    case "rated":
    case "closed":
      return owesPromise(facts) ? null : endOfAnswer(facts.resolution);
    default:
      return null;
  }
}

/** Whether something was promised with a day (承诺办理) and is not done. */
export function owesPromise({
  state,
  resolution,
  promiseKeptAt,
}: Pick<MessageFacts, "state" | "resolution" | "promiseKeptAt">): boolean {
  const isAnswered = state === "replied" || state === "rated" || state === "closed";
  return isAnswered && resolution === "promised" && promiseKeptAt === null;
}

function endOfAnswer(resolution: Resolution | null): End {
  return resolution === "promised" ? "kept" : (resolution ?? "answered");
}

function isOneOf(list: readonly MessageState[], state: MessageState): boolean {
  return list.includes(state);
}
