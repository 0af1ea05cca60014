import { accountIdOf, type Actor } from "~/accounts/actor";
import { withCounterparts } from "~/accounts/with-counterparts.server";
import { plainDateOf } from "~/calendar/plain-date";
import type { Deps, Tx } from "~/platform/db.server";
import { refuseAsNotFound, Refused, requireNone, type Reason } from "~/platform/refusal";
import { publishedPackages } from "~/policies/published-packages.server";
import type { PaperSignOff } from "~/reviews/paper.server";
import type { Json } from "~/timeline/event";
import { transact } from "~/timeline/transact.server";
import { candidateOf, gatherEvidence, packageIn } from "./gather-evidence.server";
import { candidateRefusals, nominationRefusals, nominationTransition, type NominationAct } from "./nomination";
import {
  changeNomination,
  findNomination,
  insertNomination,
  insertRemark,
  isNominated,
  type NominationData,
  type NominationFields,
  type NominationRecord,
} from "./nomination-store.server";
import { mayAct, mayNominate } from "./permissions";
import { because } from "./reasons";
import { latestRound, readRound, roundState, type Round } from "./round";
import { lockRound } from "./round-store.server";

interface PassInput extends NominationInput {
  /** It was signed on paper: by its signer, whom the actor, who compared it with the scan, only vouches for. */
  paper?: PaperSignOff;
}

export interface NominationInput {
  number: number;
  /** Null when a caller did not say which version it had before it. */
  version: number | null;
}

/**
 * Begins the nomination of a published interpretation of one's own unit in the round that opened last, and returns its
 * number. Refusals: `not_found` (404) without the right in that unit; `collecting_over`; `candidate_unknown`,
 * `candidate_not_released`, `candidate_outside_half`; `nomination_twice`.
 */
export async function beginNomination(
  actor: Actor,
  { policy, ...fields }: NominationFields & { policy: string },
  deps: Deps,
): Promise<number> {
  const round = latestRound(plainDateOf(deps.now));
  return transact(deps, async (tx, record) => {
    const facts = await lockRound(tx, deps.db.engine, round.key);
    const { from, to } = round;
    const [found = null] = await publishedPackages({ db: { client: tx } }, { from, to, slug: policy });
    const unitCode = found?.unitCode ?? "";
    // What is not the actor's own unit's is answered like what does not exist.
    if (!found || !mayNominate(actor, unitCode)) throw new Refused([because("candidate_unknown", "policy")]);
    requireNone([
      ...(roundState(round, facts, plainDateOf(deps.now)) === "collecting" ? [] : [because("collecting_over")]),
      ...candidateRefusals(candidateOf(found), unitCode, round),
      ...((await isNominated(tx, round.key, found.id)) ? [because("nomination_twice", "policy")] : []),
    ]);
    const data = { ...fields, roundKey: round.key, policyId: found.id, unitCode, createdAt: deps.now };
    const number = await insertNomination(tx, data);
    const subject = { kind: "nomination", id: String(number) };
    record({ kind: "nomination.begun", subject, actor, payload: { round: round.key, policy, unit: unitCode } });
    return number;
  });
}

/** What was written of a nomination, until it is handed in; one that was withdrawn comes back by it. */
export function editNomination(actor: Actor, input: NominationInput, fields: NominationFields, deps: Deps) {
  return change(actor, "edit", input, deps, () => Promise.resolve({ ...fields, evidence: null }));
}

/** Hands a nomination to the unit's second person; the evidence is frozen as the record stands now. */
export function submitNomination(actor: Actor, input: NominationInput, deps: Deps) {
  return change(actor, "submit", input, deps, async (tx, { policyId }, round) => {
    const found = (await packageIn(tx, round, policyId))!;
    return {
      evidence: JSON.stringify(await gatherEvidence(tx, found, deps.now)),
      ...{ submittedById: accountIdOf(actor), submittedAt: deps.now },
    };
  });
}

/** The unit's second person, who did not hand it in, sends it to the office; here, or on paper that two others recorded. */
export function passNomination(actor: Actor, input: PassInput, deps: Deps) {
  const passedById = accountIdOf(input.paper?.signer ?? actor);
  return change(actor, "pass", input, deps, () => Promise.resolve({ passedById, passedAt: deps.now }));
}

/** The unit's second person sends it back with a reason. */
export function returnNomination(actor: Actor, { reason, ...input }: NominationInput & { reason: string }, deps: Deps) {
  return change(
    actor,
    "return",
    input,
    deps,
    () => Promise.resolve({ submittedById: null, submittedAt: null }),
    reason,
  );
}

/** Takes a nomination back while nominations are collected. */
export function withdrawNomination(actor: Actor, input: NominationInput, deps: Deps) {
  return change(actor, "withdraw", input, deps, () => Promise.resolve({ passedById: null, passedAt: null }));
}

const EVENTS: Record<NominationAct, string> = {
  edit: "nomination.edited",
  submit: "nomination.submitted",
  pass: "nomination.passed",
  return: "nomination.returned",
  withdraw: "nomination.withdrawn",
};

/**
 * One act on one nomination, whole or not at all. Refusals: `not_found` (404) without the right, `stale_page` (409) when
 * somebody was faster, otherwise every reason of the rules (422).
 */
async function change(
  actor: Actor,
  act: NominationAct,
  { number, version, paper }: PassInput,
  deps: Deps,
  write: (tx: Tx, facts: NominationRecord, round: Round) => Promise<NominationData>,
  remark?: string,
): Promise<void> {
  const known = await findNomination(deps.db.client, number);
  const round = known && readRound(known.roundKey);
  const signer = paper?.signer ?? actor;
  if (!round || !mayAct(signer, act, known)) throw refuseAsNotFound();
  await transact(deps, async (tx, record) => {
    const roundFacts = await lockRound(tx, deps.db.engine, round.key);
    const facts = (await findNomination(tx, number))!;
    if (version !== null && facts.version !== version) throw new Refused([STALE], 409);
    const subject = { kind: "nomination", id: String(number) };
    await paper?.settle(tx);
    const asked = await withCounterparts(tx, signer, subject);
    const state = roundState(round, roundFacts, plainDateOf(deps.now));
    const refused = nominationRefusals(act, facts, state, asked);
    const needsPackage = refused.length === 0 && (act === "submit" || act === "pass");
    requireNone([...refused, ...(needsPackage ? await packageReasons(tx, facts, round) : [])]);
    const to = nominationTransition(act, facts)!.to;
    if (!(await changeNomination(tx, facts, { ...(await write(tx, facts, round)), state: to })))
      throw new Refused([STALE], 409);
    const payload: { [key: string]: Json } = { round: round.key, version: facts.version + 1 };
    if (remark !== undefined) payload.remark = await keepRemark(tx, facts, act, remark, actor, deps.now);
    const onPaper = paper && { paper: paper.id, signer: paper.signer.accountId };
    record({ kind: EVENTS[act], subject, actor, happenedOn: paper?.statedOn, payload: { ...payload, ...onPaper } });
  });
}

const STALE: Reason = { code: "stale_page" };

async function packageReasons(tx: Tx, { policyId, unitCode }: NominationRecord, round: Round): Promise<Reason[]> {
  return candidateRefusals(candidateOf(await packageIn(tx, round, policyId)), unitCode, round);
}

function keepRemark(
  tx: Tx,
  { number, roundKey }: NominationRecord,
  act: string,
  text: string,
  actor: Actor,
  at: Date,
): Promise<number> {
  const authorId = accountIdOf(actor)!;
  return insertRemark(tx, { roundKey, nominationNumber: number, act, text, authorId, at });
}
