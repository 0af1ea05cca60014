import { holds, isSamePerson, rightsOf, type Actor, type Role } from "~/accounts/actor";
import { isSealed, type MessageAct, type MessageFacts } from "./message";

type Who =
  { inLead: readonly Role[]; orDispatcher?: true; orPlatform?: true } | "dispatcher" | "staff" | "sender" | "platform";

const HANDLER: Who = { inLead: ["handling_officer"] };
const SECOND_PERSON: Who = { inLead: ["reviewer", "approver"] };

/**
 * Who may do which act. The list is closed: an act that is missing here does not compile. `sender` is whoever holds the
 * receipt; receipts prove that, not rights. `staff` is everyone who may see the message at a desk.
 */
const WHO: Record<MessageAct, Who> = {
  accept: "dispatcher",
  decline: "dispatcher",
  refer: "dispatcher",
  change_kind: "dispatcher",
  recuse: "dispatcher",
  merge: "dispatcher",
  assign: "dispatcher",
  take_back: "dispatcher",
  return_assignment: HANDLER,
  hand_over: { inLead: ["handling_officer", "approver"] },
  stand_aside: { inLead: ["handling_officer", "reviewer", "approver"], orDispatcher: true },
  ask: HANDLER,
  extend: HANDLER,
  draft: HANDLER,
  submit: HANDLER,
  keep_promise: HANDLER,
  correct: HANDLER,
  withhold: { ...HANDLER, orDispatcher: true },
  close: { ...HANDLER, orDispatcher: true, orPlatform: true },
  return: SECOND_PERSON,
  approve: SECOND_PERSON,
  approve_correction: SECOND_PERSON,
  refuse_correction: SECOND_PERSON,
  note: "staff",
  open_identity: "dispatcher",
  recount: "dispatcher",
  answer: "sender",
  rate: "sender",
  reopen: "sender",
  withdraw: "sender",
  withdraw_consent: "sender",
  erase: "sender",
  release: "platform",
};

/** The roles that work on messages in a unit. */
const UNIT_ROLES = ["handling_officer", "reviewer", "approver"] as const satisfies readonly Role[];

type Recusals = Pick<MessageFacts, "recusedUnits" | "recusedIds" | "interestedIds">;
type Scope = Recusals & Pick<MessageFacts, "kind" | "leadUnitCode" | "assistingUnits">;

/** Whether the actor has the right to the act. State and the different people are asked of `refusals`. */
export function mayAct(actor: Actor, act: MessageAct, message: Scope): boolean {
  const who = WHO[act];
  if (who === "platform") return actor.kind === "system";
  if (who === "sender") return actor.kind !== "system";
  if (actor.kind === "system") return typeof who === "object" && who.orPlatform === true;
  if (isRecused(actor, message)) return false;
  if (who === "dispatcher") return mayDispatch(actor, message);
  if (who === "staff") return maySee(actor, message);
  return holdsInLead(actor, message, who.inLead) || (who.orDispatcher === true && mayDispatch(actor, message));
}

/** Whether the actor may know at a desk that the message exists: the office, the lead unit, the assisting units. */
export function maySee(actor: Actor, message: Scope): boolean {
  return sightOf(actor)(message);
}

/** The same for many messages: what the actor's rights say is read once. The platform's own jobs see everything. */
export function sightOf(actor: Actor): (message: Scope) => boolean {
  if (actor.kind === "system") return () => true;
  const bars = barring(actor);
  const [units, isOffice, isLeader] = [unitsOf(actor), holds(actor, "supervisor"), holds(actor, "leader")];
  return (message) => {
    if (bars(message)) return false;
    if (isOffice || (isLeader && isSealed(message))) return true;
    const { leadUnitCode, assistingUnits } = message;
    return units.some((unit) => unit === leadUnitCode || assistingUnits.includes(unit));
  };
}

/**
 * The open-government office dispatches. What is about a unit or an officer may be dispatched by a district leader
 * too, so that a message about the office itself has someone who may.
 */
function mayDispatch(actor: Actor, message: Scope): boolean {
  if (isRecused(actor, message)) return false;
  return holds(actor, "supervisor") || (isSealed(message) && holds(actor, "leader"));
}

/** 回避: whoever has any post in a unit the message is about, is the officer it is about, or has a stake in it. A district leader is of no unit. */
export function isRecused(actor: Actor, message: Recusals): boolean {
  return barring(actor)(message);
}

function barring(actor: Actor): (message: Recusals) => boolean {
  const posts = postsOf(actor);
  return ({ recusedUnits, recusedIds, interestedIds }) =>
    recusedIds.some((id) => isSamePerson(actor, id)) ||
    interestedIds.some((id) => isSamePerson(actor, id)) ||
    recusedUnits.some((unit) => posts.includes(unit));
}

/** The units whose messages the actor works on. */
export function unitsOf(actor: Actor): string[] {
  const worksThere = rightsOf(actor).filter(({ role }) => (UNIT_ROLES as readonly Role[]).includes(role));
  return [...new Set(worksThere.map(({ unit }) => unit))];
}

/** The units that bar the actor from what is said about them. */
export function postsOf(actor: Actor): string[] {
  return holds(actor, "leader") ? [] : [...new Set(rightsOf(actor).map(({ unit }) => unit))];
}

/** Sender's name and contact as they were left: the handling officers and the office; sealed, nobody without opening. */
export function maySeeSender(actor: Actor, message: Scope): boolean {
  if (isSealed(message) || isRecused(actor, message)) return false;
  return mayDispatch(actor, message) || holdsInLead(actor, message, ["handling_officer"]);
}

/** Staff enter what came by phone, visit, letter or hotline: any handling officer, and the office. */
export function mayEnter(actor: Actor): boolean {
  return holds(actor, "supervisor") || holds(actor, "handling_officer");
}

function holdsInLead(actor: Actor, { leadUnitCode }: Scope, roles: readonly Role[]): boolean {
  return leadUnitCode !== null && roles.some((role) => holds(actor, role, leadUnitCode));
}
