import { accountIdOf, isSamePerson, type Actor } from "~/accounts/actor";
import { endOfDay, startOfDay, type PlainDate } from "~/calendar/plain-date";
import type { Reason } from "~/platform/refusal";
import { mayAct } from "./permissions";
import { because } from "./reasons";

/** What the database keeps. Whether an approved consultation is open is a matter of the clock, so it is not kept. */
export const STORED_STATES = [
  "preparing",
  "in_review",
  "approved",
  "outcome_in_review",
  "outcome_published",
  "decided",
  "withdrawn",
  "imported",
] as const;

/** What people and the API are told: `open` and `closed` come from the approved period and the clock. */
export const SHOWN_STATES = [
  "preparing",
  "in_review",
  "approved",
  "open",
  "closed",
  "outcome_in_review",
  "outcome_published",
  "decided",
  "withdrawn",
  "imported",
] as const;

export type StoredState = (typeof STORED_STATES)[number];
export type ShownState = (typeof SHOWN_STATES)[number];

/** Nobody outside the unit may learn of a consultation in any other state. */
export const PUBLIC_STATES = [
  "approved",
  "open",
  "closed",
  "outcome_in_review",
  "outcome_published",
  "decided",
  "withdrawn",
  "imported",
] as const satisfies readonly ShownState[];

/** The states in which every comment has its end, and the outcome of each is public. */
const OUTCOME_PUBLIC_STATES = [
  "outcome_published",
  "decided",
  "withdrawn",
  "imported",
] as const satisfies readonly ShownState[];

export const ACTS = [
  "edit",
  "submit",
  "pass",
  "return",
  "approve",
  "extend",
  "withdraw",
  "sign_proposal",
  "refuse_proposal",
  "revise_draft",
  "complete",
  "record_decision",
  "next_round",
  "hand_over",
  "record_inquiry",
  "record_reply",
  "record_step",
  "post",
  "enter_comment",
  "publish",
  "withhold",
  "summarise",
  "decide",
  "object",
  "decide_objection",
  "withdraw_consent",
  "erase",
] as const;

export type Act = (typeof ACTS)[number];

/** What the approver signs beside consultation and outcome. */
export const PROPOSED_ACTS = ["extend", "withdraw"] as const;
export type ProposedAct = (typeof PROPOSED_ACTS)[number];

/** Under review, whose turn it is: the reviewer passes first, then the approver signs. */
export type Turn = "reviewer" | "approver";

export interface Transition {
  act: Act;
  from: readonly ShownState[];
  /** The state kept afterwards; null when the act changes none. */
  to: StoredState | null;
  turn?: Turn;
  proposal?: ProposedAct;
}

const RUNNING = ["approved", "open", "closed", "outcome_in_review"] as const;
const COLLECTING = ["open", "closed"] as const;
const PUBLISHED = ["open", "closed", "outcome_in_review", "outcome_published", "decided", "withdrawn"] as const;
const ALIVE = ["preparing", "in_review", ...RUNNING, "outcome_published", "decided"] as const;

/** Every act that is possible and where it leads; what is not listed does not happen. */
export const TRANSITIONS: readonly Transition[] = [
  { act: "edit", from: ["preparing"], to: null },
  { act: "submit", from: ["preparing"], to: "in_review" },
  { act: "pass", from: ["in_review"], to: null, turn: "reviewer" },
  { act: "approve", from: ["in_review"], to: "approved", turn: "approver" },
  { act: "return", from: ["in_review"], to: "preparing" },

  { act: "extend", from: ["approved", "open"], to: null },
  { act: "withdraw", from: RUNNING, to: null },
  { act: "sign_proposal", from: ["approved", "open"], to: null, proposal: "extend" },
  { act: "sign_proposal", from: RUNNING, to: "withdrawn", proposal: "withdraw" },
  { act: "refuse_proposal", from: [...RUNNING, "outcome_published", "decided"], to: null },

  { act: "revise_draft", from: COLLECTING, to: null },
  { act: "complete", from: ["closed"], to: "outcome_in_review" },
  { act: "pass", from: ["outcome_in_review"], to: null, turn: "reviewer" },
  { act: "approve", from: ["outcome_in_review"], to: "outcome_published", turn: "approver" },
  { act: "return", from: ["outcome_in_review"], to: "approved" },
  { act: "record_decision", from: ["outcome_published"], to: "decided" },
  { act: "next_round", from: ["outcome_published", "withdrawn"], to: null },

  { act: "hand_over", from: ALIVE, to: null },
  { act: "record_inquiry", from: ["approved", ...COLLECTING], to: null },
  { act: "record_reply", from: ["approved", ...COLLECTING], to: null },
  { act: "record_step", from: ALIVE, to: null },

  { act: "post", from: ["open"], to: null },
  // Sent before closing, stored after the outcome went to review: it is taken, and the outcome goes back to the officer.
  { act: "post", from: ["outcome_in_review"], to: "approved" },
  { act: "enter_comment", from: COLLECTING, to: null },
  { act: "decide", from: COLLECTING, to: null },
  { act: "publish", from: PUBLISHED, to: null },
  { act: "withhold", from: PUBLISHED, to: null },
  { act: "summarise", from: [...COLLECTING, "outcome_published", "decided", "withdrawn"], to: null },
  { act: "object", from: PUBLISHED, to: null },
  { act: "decide_objection", from: PUBLISHED, to: null },
  { act: "withdraw_consent", from: PUBLISHED, to: null },
  // The law on personal information binds imported records too.
  { act: "erase", from: ["approved", ...PUBLISHED, "imported"], to: null },
];

export interface PeriodFacts {
  state: StoredState;
  opensOn: PlainDate | null;
  closesOn: PlainDate | null;
  approvedAt: Date | null;
}

export interface ProposalFacts {
  act: ProposedAct;
  closesOn: PlainDate | null;
  reason: string;
  proposedById: string;
}

/** What the rules need to know of a consultation; the names are those of its record. */
export interface ConsultationFacts extends PeriodFacts {
  unitCode: string;
  submittedById: string | null;
  passedById: string | null;
  approvedById: string | null;
  outcomeSubmittedById: string | null;
  outcomePassedById: string | null;
  outcomeApprovedById: string | null;
  /** The proposal that nobody has signed or refused yet. */
  proposal: ProposalFacts | null;
  hasNextRound: boolean;
}

/** The columns an act changes. What time alone changes is not among them. */
export type ConsultationChanges = Partial<
  Omit<ConsultationFacts, "unitCode" | "proposal"> & {
    outcomeSubmittedAt: Date | null;
    outcomePublishedAt: Date;
    withdrawnReason: string;
    withdrawnAt: Date;
    decidedAt: Date;
  }
>;

/** Reads a state from the database; anything else there is a fault, not a refusal. */
export function storedState(text: string): StoredState {
  const state = STORED_STATES.find((known) => known === text);
  if (!state) throw new RangeError(`Not a state of a consultation: ${text}`);
  return state;
}

/** The state at an instant, as people and the API are told. */
export function shownState(facts: PeriodFacts, now: Date): ShownState {
  if (facts.state !== "approved") return facts.state;
  if (!facts.opensOn || !facts.closesOn) return "approved";
  if (now < opensAt(facts)!) return "approved";
  return now < closesAt(facts)! ? "open" : "closed";
}

/** 00:00 in Asia/Shanghai of the first day, or the approval when that came later: nothing opens before it is signed. */
export function opensAt({ opensOn, approvedAt }: PeriodFacts): Date | null {
  if (!opensOn) return null;
  const midnight = startOfDay(opensOn);
  return approvedAt && approvedAt > midnight ? approvedAt : midnight;
}

/** 24:00 in Asia/Shanghai of the last day (民法典 第二百零三条): the first instant that is too late. */
export function closesAt({ closesOn }: PeriodFacts): Date | null {
  return closesOn ? endOfDay(closesOn) : null;
}

export function isPublic(facts: PeriodFacts, now: Date): boolean {
  return isOneOf(PUBLIC_STATES, shownState(facts, now));
}

export function isOutcomePublic(state: ShownState): boolean {
  return isOneOf(OUTCOME_PUBLIC_STATES, state);
}

/** Whose turn it is while the consultation or its outcome is under review; otherwise null. */
export function turnOf(facts: ConsultationFacts): Turn | null {
  if (facts.state === "in_review") return facts.passedById ? "approver" : "reviewer";
  if (facts.state === "outcome_in_review") return facts.outcomePassedById ? "approver" : "reviewer";
  return null;
}

/** The proposal that still waits. One to extend lapses when the period ends before it is signed. */
export function waitingProposal(facts: ConsultationFacts, now: Date): ProposalFacts | null {
  const isListed = TRANSITIONS.some(
    (row) => row.proposal === facts.proposal?.act && row.proposal && row.from.includes(shownState(facts, now)),
  );
  return isListed ? facts.proposal : null;
}

/** The row of the table by which the act may be done now; null when there is none. */
export function transitionOf(act: Act, facts: ConsultationFacts, now: Date): Transition | null {
  const state = shownState(facts, now);
  const rows = TRANSITIONS.filter((row) => row.act === act && row.from.includes(state));
  const row = rows.find(
    ({ turn, proposal }) =>
      (!turn || turn === turnOf(facts)) && (act !== "sign_proposal" || proposal === facts.proposal?.act),
  );
  if (!row || (act === "post" && !isWithinPeriod(facts, now))) return null;
  return row;
}

/**
 * Every reason why this person cannot do this act now: the right, the state, the turn, the three different people.
 * What the act itself must carry has its own rules (period, comment, outcome, dossier). For `post`, `now` is the
 * instant the request arrived.
 */
export function refusals(act: Act, facts: ConsultationFacts, actor: Actor, now: Date): Reason[] {
  return [
    ...(mayAct(actor, act, facts) ? [] : [because("no_right")]),
    ...stateReasons(act, facts, now),
    ...signatureReasons(act, facts, actor),
    ...proposalReasons(act, facts, now),
  ];
}

/** What the act changes in the record. Ask `refusals` first: this does not check. */
export function changesBy(act: Act, facts: ConsultationFacts, actor: Actor, now: Date): ConsultationChanges {
  const row = transitionOf(act, facts, now);
  const state = row?.to ? { state: row.to } : {};
  return { ...state, ...signaturesBy(act, facts, actor, now) };
}

function isWithinPeriod(facts: PeriodFacts, now: Date): boolean {
  const [opens, closes] = [opensAt(facts), closesAt(facts)];
  return opens !== null && closes !== null && opens <= now && now < closes;
}

function stateReasons(act: Act, facts: ConsultationFacts, now: Date): Reason[] {
  if (transitionOf(act, facts, now)) return [];
  if (act === "post") return [notOpenReason(facts, now)];
  const state = shownState(facts, now);
  if (state === "imported") return [because("imported_is_history")];
  const isOtherTurn = TRANSITIONS.some((row) => row.act === act && row.turn && row.from.includes(state));
  if (isOtherTurn) return [because(turnOf(facts) === "reviewer" ? "not_yet_passed" : "already_passed")];
  if (act === "sign_proposal" && !facts.proposal) return [because("no_proposal")];
  return [because("not_possible_in_state", undefined, { act, state })];
}

/** Why nothing can be sent now, with the day and the rule. */
function notOpenReason(facts: PeriodFacts, now: Date): Reason {
  const [opens, closes] = [opensAt(facts), closesAt(facts)];
  if (facts.state === "withdrawn") return because("comments_withdrawn");
  if (!isPublic(facts, now) || !opens || !closes || facts.state === "imported") return because("comments_not_taken");
  if (now < opens) return because("comments_not_yet_open", undefined, { opensOn: facts.opensOn! });
  return because("comments_closed", undefined, { closesOn: facts.closesOn! });
}

function signatureReasons(act: Act, facts: ConsultationFacts, actor: Actor): Reason[] {
  const isOwn = (earlier: string | null | undefined) => isSamePerson(actor, earlier ?? null);
  const isOutcome = facts.state === "outcome_in_review";
  const submitter = isOutcome ? facts.outcomeSubmittedById : facts.submittedById;
  const passer = isOutcome ? facts.outcomePassedById : facts.passedById;
  const reasons: Reason[] = [];
  const isReviewAct = act === "pass" || act === "approve" || act === "return";
  if (isReviewAct && isOwn(submitter)) reasons.push(because("same_person_submitted"));
  // Where two people review, the sender's own submission stands as passed: one reason is enough.
  const isPassedApart = passer !== submitter;
  if (act === "approve" && isPassedApart && isOwn(passer)) reasons.push(because("same_person_passed"));
  if (act === "sign_proposal" && isOwn(facts.proposal?.proposedById)) reasons.push(because("same_person_proposed"));
  return reasons;
}

function proposalReasons(act: Act, facts: ConsultationFacts, now: Date): Reason[] {
  const waits = waitingProposal(facts, now) !== null;
  const isPublishing = act === "approve" && facts.state === "outcome_in_review";
  if (waits && (act === "extend" || act === "withdraw" || isPublishing)) return [because("proposal_waits")];
  if (act === "refuse_proposal" && !facts.proposal) return [because("no_proposal")];
  if (act === "next_round" && facts.hasNextRound) return [because("next_round_exists")];
  if (act === "record_decision" && facts.hasNextRound) return [because("decision_belongs_to_next_round")];
  return [];
}

const NO_SIGNATURES = { submittedById: null, passedById: null, approvedById: null };
const NO_OUTCOME_SIGNATURES = {
  outcomeSubmittedById: null,
  outcomePassedById: null,
  outcomeApprovedById: null,
  outcomeSubmittedAt: null,
};

function signaturesBy(act: Act, facts: ConsultationFacts, actor: Actor, now: Date): ConsultationChanges {
  const id = accountIdOf(actor);
  const isOutcome = facts.state === "outcome_in_review";
  switch (act) {
    case "submit":
      return { ...NO_SIGNATURES, submittedById: id };
    case "complete":
      return { ...NO_OUTCOME_SIGNATURES, outcomeSubmittedById: id, outcomeSubmittedAt: now };
    case "pass":
      return isOutcome ? { outcomePassedById: id } : { passedById: id };
    case "approve":
      return isOutcome ? { outcomeApprovedById: id, outcomePublishedAt: now } : { approvedById: id, approvedAt: now };
    case "return":
      return isOutcome ? NO_OUTCOME_SIGNATURES : NO_SIGNATURES;
    case "post":
      return isOutcome ? NO_OUTCOME_SIGNATURES : {};
    case "sign_proposal":
      return signedProposal(facts.proposal, now);
    case "record_decision":
      return { decidedAt: now };
    default:
      return {};
  }
}

function signedProposal(proposal: ProposalFacts | null, now: Date): ConsultationChanges {
  if (proposal?.act === "extend") return { closesOn: proposal.closesOn };
  if (proposal?.act === "withdraw") return { withdrawnReason: proposal.reason, withdrawnAt: now };
  return {};
}

function isOneOf<T>(list: readonly T[], value: unknown): value is T {
  return (list as readonly unknown[]).includes(value);
}
