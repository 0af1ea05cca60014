import type { Reason } from "~/platform/refusal";
import type { MessageFacts, MessageKind, MessageState } from "./message";
import { because } from "./reasons";

/** What a mailbox does not take, and says so: the ten grounds of 管城区 区长信箱, from the rules of real mailboxes. */
export const DECLINE_GROUNDS = [
  "judicial_route",
  "other_branch",
  "petition_concluded",
  "duplicate_in_progress",
  "incomplete",
  "advertising",
  "internal_affairs",
  "official_correspondence",
  "answered_before",
  "forum_content",
] as const;
export type DeclineGround = (typeof DECLINE_GROUNDS)[number];

/** 转入法定渠道: the holder outside, never "not ours". */
export const REFERRAL_CHANNELS = ["petition", "disclosure_request", "legal_remedy", "other_authority"] as const;
export type ReferralChannel = (typeof REFERRAL_CHANNELS)[number];

export const RETURN_GROUNDS = ["not_our_duty", "not_our_area", "other_lead"] as const;
export type ReturnGround = (typeof RETURN_GROUNDS)[number];

/** A unit as the rules of dispatch see it. */
export interface UnitFacts {
  code: string;
  abolishedOn: string | null;
}

/** An officer who could be named: the posts say where they work. */
export interface OfficerFacts {
  accountId: string;
  units: readonly string[];
}

export interface AssignmentPlan {
  lead: UnitFacts | null;
  assisting: readonly (UnitFacts | null)[];
  /** Null when nobody in particular is named. */
  officer: OfficerFacts | null;
  isOfficerKnown: boolean;
}

/**
 * Why the message cannot go there: a unit that is unknown, abolished or recused, an officer of another unit, recused,
 * or, after reopening, the one who answered before.
 */
export function assignmentRefusals(
  { lead, assisting, officer, isOfficerKnown }: AssignmentPlan,
  facts: Pick<MessageFacts, "recusedUnits" | "recusedIds" | "interestedIds" | "repliedByIds" | "reopenedAt">,
): Reason[] {
  const reasons = lead ? unitReasons(lead, facts, "unit") : [because("unit_missing", "unit")];
  for (const unit of assisting) {
    reasons.push(...(unit ? unitReasons(unit, facts, "assisting") : [because("message_unit_unknown", "assisting")]));
  }
  const codes = [lead, ...assisting].flatMap((unit) => (unit ? [unit.code] : []));
  if (new Set(codes).size < codes.length) reasons.push(because("unit_twice", "assisting"));
  if (!isOfficerKnown || (officer && lead && !officer.units.includes(lead.code)))
    reasons.push(because("officer_unknown", "officer"));
  if (officer) reasons.push(...officerReasons(officer, facts));
  return reasons;
}

function unitReasons(unit: UnitFacts, { recusedUnits }: Pick<MessageFacts, "recusedUnits">, field: string): Reason[] {
  if (unit.abolishedOn) return [because("message_unit_abolished", field)];
  return recusedUnits.includes(unit.code) ? [because("unit_recused", field)] : [];
}

/** Whether this officer may be given the message: not the one it is about, nor, after reopening, the one who answered. */
export function officerReasons(
  { accountId, units }: OfficerFacts,
  facts: Pick<MessageFacts, "recusedUnits" | "recusedIds" | "interestedIds" | "repliedByIds" | "reopenedAt">,
): Reason[] {
  const isRecused =
    [...facts.recusedIds, ...facts.interestedIds].includes(accountId) ||
    units.some((unit) => facts.recusedUnits.includes(unit));
  if (isRecused) return [because("officer_recused", "officer")];
  const hasAnswered = facts.reopenedAt !== null && facts.repliedByIds.includes(accountId);
  return hasAnswered ? [because("officer_answered_before", "officer")] : [];
}

export function kindRefusals(facts: Pick<MessageFacts, "kind">, kind: MessageKind): Reason[] {
  return facts.kind === kind ? [because("kind_unchanged", "kind")] : [];
}

/** The unit that gives it back says where it belongs instead; not with itself. */
export function proposalRefusals(proposed: UnitFacts | null, isNamed: boolean, ownUnit: string | null): Reason[] {
  if (!isNamed) return [];
  if (!proposed) return [because("message_unit_unknown", "proposed")];
  if (proposed.code === ownUnit) return [because("proposed_itself", "proposed")];
  return proposed.abolishedOn ? [because("message_unit_abolished", "proposed")] : [];
}

type Recusals = Pick<MessageFacts, "recusedUnits" | "recusedIds" | "interestedIds">;

/** What duplicates are merged into is alive or answered, is not the message itself, and has the same recusals. */
export function mergeRefusals(
  number: string,
  target: (Recusals & { number: string; state: MessageState }) | null,
  facts: Recusals,
): Reason[] {
  if (!target) return [because("merge_missing", "into")];
  if (target.number === number) return [because("merge_itself", "into")];
  const isGone = target.state === "merged" || target.state === "withdrawn";
  const missesRecusal =
    facts.recusedUnits.some((unit) => !target.recusedUnits.includes(unit)) ||
    facts.recusedIds.some((id) => !target.recusedIds.includes(id)) ||
    facts.interestedIds.some((id) => !target.interestedIds.includes(id));
  return isGone || missesRecusal ? [because("merge_not_possible", "into")] : [];
}

/** Who stands aside, and who is left to handle the message. */
export interface StandingAside {
  /** Null for somebody unknown, or without a post in a unit that has it or in the office. */
  officerId: string | null;
  /** Whether the officer declares it; otherwise the office orders it. */
  isOwn: boolean;
  mayOrder: boolean;
  /** Those who may handle it in the unit that has it, or dispatch it in the office. */
  handlers: readonly string[];
  successorId: string | null;
}

/**
 * Why an officer cannot stand aside (利害关系回避): not there, only to be ordered by the office, recused before, or nobody
 * would be left in the unit, so that the office must take it back first. The successor is one of those left.
 */
export function standAsideRefusals(
  { officerId, isOwn, mayOrder, handlers, successorId }: StandingAside,
  { recusedIds, interestedIds }: Recusals,
): Reason[] {
  if (officerId === null) return [because("officer_unknown", "officer")];
  if (!isOwn && !mayOrder) return [because("aside_not_own", "officer")];
  const barred = [...recusedIds, ...interestedIds];
  if (barred.includes(officerId)) return [because("recused_already", "officer")];
  const left = handlers.filter((id) => id !== officerId && !barred.includes(id));
  if (left.length === 0) return [because("nobody_left", "officer")];
  const isLeft = successorId === null || left.includes(successorId);
  return isLeft ? [] : [because("officer_unknown", "successor")];
}
