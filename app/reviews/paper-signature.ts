import { isSamePerson, type Actor } from "~/accounts/actor";
import type { PlainDate } from "~/calendar/plain-date";
import type { Reason } from "~/platform/refusal";
import { because } from "./reasons";

/** What may be signed on paper and recorded: a step of sign-off on a 发文稿纸, a leader's decision on a 批示件. */
export const SIGN_OFF_ACTS = ["pass", "approve"] as const;
export const DECISION_ACTS = ["agree", "decline"] as const;
export type SignOffAct = (typeof SIGN_OFF_ACTS)[number];
export type DecisionAct = (typeof DECISION_ACTS)[number];
export type PaperAct = SignOffAct | DecisionAct;
export const PAPER_ACTS = [...SIGN_OFF_ACTS, ...DECISION_ACTS] as const;

export const MAX_PAPER_NUMBER = 100;

export interface NewPaper {
  act: PaperAct;
  signerId: string;
  number: string;
  statedOn: PlainDate;
  scans: number;
}

/**
 * Why a signature on paper cannot be entered: it is none of what may be signed now (`signers`), or by nobody who may sign
 * it. Whether the signer may sign is asked again when it is verified.
 */
export function enterPaperRefusals(
  paper: NewPaper,
  signers: Partial<Record<PaperAct, readonly { id: string }[]>>,
  actor: Actor,
  today: PlainDate,
): Reason[] {
  const reasons: Reason[] = [];
  const possible = signers[paper.act];
  if (!possible) reasons.push(because("paper_act_unknown", "paperAct"));
  else if (!possible.some(({ id }) => id === paper.signerId)) reasons.push(because("paper_signer_unknown", "signer"));
  if (paper.number.trim() === "") reasons.push(because("paper_number_missing", "number"));
  if (paper.scans === 0) reasons.push(because("paper_scan_missing", "attachment"));
  if (paper.statedOn > today) reasons.push(because("paper_stated_in_future", "statedOn"));
  if (isSamePerson(actor, paper.signerId)) reasons.push(because("paper_own_signature", "signer"));
  return reasons;
}

export interface PaperFacts {
  signerId: string;
  enteredById: string;
  enteredAt: Date;
  settledAt: Date | null;
}

/**
 * Why this person cannot verify or refuse what another entered: two pairs of eyes, also across principal and deputy, and
 * nobody vouches for their own.
 */
export function settlePaperRefusals({ signerId, enteredById, settledAt }: PaperFacts, actor: Actor): Reason[] {
  if (settledAt) return [because("paper_settled")];
  if (isSamePerson(actor, enteredById)) return [because("paper_same_person")];
  return isSamePerson(actor, signerId) ? [because("paper_own_signature")] : [];
}

/**
 * Whether it signs what lies there now: what was entered before the last submission signs a text that was sent back and
 * changed since, and can only be refused.
 */
export function isOfSubmission({ enteredAt }: Pick<PaperFacts, "enteredAt">, submittedAt: Date | null): boolean {
  return submittedAt === null || enteredAt >= submittedAt;
}
