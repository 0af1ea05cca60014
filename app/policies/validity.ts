import { yearOf, type PlainDate } from "~/calendar/plain-date";
import type { Reason } from "~/platform/refusal";
import { because } from "./reasons";

/** What may be signed of a document that is public: 更正, 修改, 废止, 失效. */
export const SIGNED_CHANGES = ["correct", "amend", "repeal", "expire"] as const;
export type SignedChange = (typeof SIGNED_CHANGES)[number];

/** 尚未施行, 有效, 已修改, 已失效, 已废止. None is stored: days are, and the clock says the rest. */
export const VALIDITIES = ["upcoming", "in_force", "amended", "expired", "repealed"] as const;
export type Validity = (typeof VALIDITIES)[number];

export interface ValidityFacts {
  effectiveFrom: PlainDate | null;
  validUntil: PlainDate | null;
  amendedOn: PlainDate | null;
  repealedOn: PlainDate | null;
}

/** What holds on a day. A repeal wins over a lapse, a lapse over an amendment. */
export function validityOn(facts: ValidityFacts, today: PlainDate): Validity {
  const { effectiveFrom, validUntil, amendedOn, repealedOn } = facts;
  if (repealedOn && repealedOn <= today) return "repealed";
  if (validUntil && validUntil < today) return "expired";
  if (effectiveFrom && effectiveFrom > today) return "upcoming";
  return amendedOn && amendedOn <= today ? "amended" : "in_force";
}

export function isInForce(validity: Validity): boolean {
  return validity === "in_force" || validity === "amended";
}

/** Why a period of validity cannot be kept. */
export function validityRefusals({
  signedOn,
  effectiveFrom,
  validUntil,
}: {
  signedOn: PlainDate | null;
  effectiveFrom: PlainDate | null;
  validUntil: PlainDate | null;
}): Reason[] {
  const reasons: Reason[] = [];
  const from = effectiveFrom ?? signedOn;
  if (validUntil && from && validUntil < from) reasons.push(because("validity_ends_before", "validUntil", { from }));
  if (effectiveFrom && signedOn && effectiveFrom < signedOn && yearOf(signedOn) - yearOf(effectiveFrom) > MOST_YEARS)
    reasons.push(because("effective_too_early", "effectiveFrom"));
  return reasons;
}

/** A document that takes effect before it is signed is rare; decades before is a slip of the pen. */
const MOST_YEARS = 1;

export interface Succession {
  slug: string;
  /** The public can read it. */
  isReleased: boolean;
  successorSlug: string | null;
}

/** Why this cannot be the document that takes another's place: unknown, not released, itself, or replaced by it. */
export function successorRefusals(
  slug: string,
  successor: string,
  find: (slug: string) => Succession | undefined,
): Reason[] {
  const field = "successor";
  if (successor === slug) return [because("successor_itself", field)];
  const found = find(successor);
  if (!found?.isReleased) return [because("successor_unknown", field)];
  const seen = new Set<string>();
  for (
    let next: string | null = successor;
    next !== null && !seen.has(next);
    next = find(next)?.successorSlug ?? null
  ) {
    if (next === slug) return [because("successor_circle", field)];
    seen.add(next);
  }
  return [];
}
