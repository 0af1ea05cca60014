import { accountIdOf, type Actor } from "~/accounts/actor";
import { staffOf } from "~/accounts/queries.server";
import { withCounterparts } from "~/accounts/with-counterparts.server";
import { plainDateOf, type PlainDate } from "~/calendar/plain-date";
import type { Deps, Tx } from "~/platform/db.server";
import { refuseAsNotFound, Refused, requireNone, type Reason } from "~/platform/refusal";
import type { PaperSignOff } from "~/reviews/paper.server";
import type { Json } from "~/timeline/event";
import { transact } from "~/timeline/transact.server";
import { officeUnit } from "~/units/queries.server";
import { standingMaterials } from "./gather-evidence.server";
import { lastDayRefusals } from "./nomination";
import { findNominations, insertRemark, scorersOf } from "./nomination-store.server";
import { mayAct } from "./permissions";
import { because } from "./reasons";
import { readRound, roundState, type Round } from "./round";
import { changeRound, lockRound, replaceAssessors, type RoundData, type RoundRecord } from "./round-store.server";
import { criteriaRefusals, type Criterion } from "./scoring";
import { roundRefusals, selectionRefusals, type RoundAct } from "./selection";

export interface RoundInput {
  round: string;
  /** Null when a caller did not say which version it had before it. */
  version: number | null;
}

interface SignedInput extends RoundInput {
  /** The list was signed on paper: by its signer, whom the actor, who compared it with the scan, only vouches for. */
  paper?: PaperSignOff;
}

/**
 * Names another last day for nominations, with a reason that is public. House policy: until the office does, it is the
 * last day of the month in which the round opens. Refusals: `collecting_over`, `last_day_past`, `last_day_too_late`.
 */
export function setLastDay(
  actor: Actor,
  { lastDay, reason, ...input }: RoundInput & { lastDay: PlainDate; reason: string },
  deps: Deps,
) {
  return changeBy(actor, "set_last_day", input, deps, {
    event: "nomination_round.last_day_set",
    reasons: (_tx, facts, round) => Promise.resolve(lastDayRefusals(lastDay, round, facts, plainDateOf(deps.now))),
    write: () => Promise.resolve({ data: { lastDay, lastDayReason: reason }, payload: { lastDay } }),
  });
}

/** Switches scoring on, with criteria and weights, or off. Refusals: those of the criteria; `criteria_in_use` once somebody scored. */
export function setScoring(
  actor: Actor,
  { isScored, criteria, ...input }: RoundInput & { isScored: boolean; criteria: Criterion[] },
  deps: Deps,
) {
  return changeBy(actor, "set_scoring", input, deps, {
    event: "nomination_round.scoring_set",
    reasons: async (tx, { key }) => [
      ...((await scorersOf(tx, key)).length > 0 ? [because("criteria_in_use")] : []),
      ...(isScored ? criteriaRefusals(criteria) : []),
    ],
    write: () =>
      Promise.resolve({
        data: { isScored, criteria: JSON.stringify(criteria) },
        payload: { isScored, weights: criteria.map(({ weight }) => weight) },
      }),
  });
}

/** Names who scores the round. Refusals: `assessor_unknown` for whoever is no staff, `assessor_has_scored` for leaving one out. */
export function nameAssessors(actor: Actor, { assessors, ...input }: RoundInput & { assessors: string[] }, deps: Deps) {
  return changeBy(actor, "name_assessors", input, deps, {
    event: "nomination_round.assessors_named",
    reasons: async (tx, { key }) => {
      const staff = new Set((await staffOf({ db: deps.db }, null)).map(({ accountId }) => accountId));
      const left = (await scorersOf(tx, key)).filter((id) => !assessors.includes(id));
      return [
        ...(assessors.every((id) => staff.has(id)) ? [] : [because("assessor_unknown", "assessor")]),
        ...(left.length > 0 ? [because("assessor_has_scored", "assessor")] : []),
      ];
    },
    write: async (tx, { key }) => {
      await replaceAssessors(tx, key, [...new Set(assessors)]);
      return { payload: { assessors: [...new Set(assessors)] } };
    },
  });
}

/** Sends the selection to signature once every nomination has its decision and its reason. */
export function submitSelection(actor: Actor, input: RoundInput, deps: Deps) {
  return changeBy(actor, "submit_selection", input, deps, {
    event: "nomination_round.submitted",
    reasons: listReasons,
    write: () => Promise.resolve({ data: { submittedById: accountIdOf(actor), submittedAt: deps.now } }),
  });
}

/** Whoever signs sends the selection back with a reason, also after the signature until it is published. */
export function returnSelection(actor: Actor, { reason, ...input }: RoundInput & { reason: string }, deps: Deps) {
  return changeBy(actor, "return_selection", input, deps, {
    event: "nomination_round.returned",
    write: async (tx, { key }) => {
      const authorId = accountIdOf(actor)!;
      const row = { roundKey: key, nominationNumber: null, act: "return_selection", authorId, text: reason };
      const remark = await insertRemark(tx, { ...row, at: deps.now });
      const taken = { submittedById: null, submittedAt: null, signedById: null, signedAt: null };
      return { data: taken, payload: { remark } };
    },
  });
}

/** The one signature, here or on paper: a district leader's or the office's approver's, never of the person who submitted the list. */
export function signSelection(actor: Actor, input: SignedInput, deps: Deps) {
  const signer = input.paper?.signer ?? actor;
  return changeBy(actor, "sign", input, deps, {
    event: "nomination_round.signed",
    reasons: listReasons,
    write: () => Promise.resolve({ data: { signedById: accountIdOf(signer), signedAt: deps.now } }),
  });
}

/** Shows the signed list to everyone, whole and in one instant. */
export function publishRound(actor: Actor, input: RoundInput, deps: Deps) {
  return changeBy(actor, "publish", input, deps, {
    event: "nomination_round.published",
    reasons: listReasons,
    write: () => Promise.resolve({ data: { publishedAt: deps.now } }),
  });
}

interface Written {
  data?: RoundData;
  payload?: { [key: string]: Json };
}

interface Steps {
  event: string;
  reasons?: (tx: Tx, facts: RoundRecord, round: Round) => Promise<Reason[]>;
  write: (tx: Tx, facts: RoundRecord) => Promise<Written>;
}

/**
 * One act on one round, whole or not at all. Refusals: `not_found` (404) without the right or before the round opens,
 * `stale_page` (409) when somebody was faster, otherwise every reason of the rules (422).
 */
async function changeBy(
  actor: Actor,
  act: RoundAct,
  { round: key, version, paper }: SignedInput,
  deps: Deps,
  { event, reasons, write }: Steps,
): Promise<void> {
  const round = readRound(key);
  const office = await officeUnit(deps.db.client);
  const today = plainDateOf(deps.now);
  const signer = paper?.signer ?? actor;
  if (!round || round.opensOn > today || !mayAct(signer, act, { unitCode: office ?? "" })) throw refuseAsNotFound();
  await transact(deps, async (tx, record) => {
    const facts = await lockRound(tx, deps.db.engine, round.key);
    if (version !== null && facts.version !== version) throw new Refused([{ code: "stale_page" }], 409);
    const subject = { kind: "nomination_round", id: round.key };
    await paper?.settle(tx);
    const asked = await withCounterparts(tx, signer, subject);
    const refused = roundRefusals(act, facts, roundState(round, facts, today), asked, office);
    requireNone([...refused, ...(refused.length === 0 ? ((await reasons?.(tx, facts, round)) ?? []) : [])]);
    const { data = {}, payload = {} } = await write(tx, facts);
    await changeRound(tx, round.key, data);
    const onPaper = paper && { paper: paper.id, signer: paper.signer.accountId };
    const happenedOn = paper?.statedOn;
    record({
      kind: event,
      subject,
      actor,
      happenedOn,
      payload: { version: facts.version + 1, ...payload, ...onPaper },
    });
  });
}

/** Asked when the list is submitted, signed and published: what it names may have gone meanwhile. */
async function listReasons(tx: Tx, facts: RoundRecord, round: Round): Promise<Reason[]> {
  const nominations = await findNominations(tx, { roundKey: round.key, states: ["nominated"] });
  const standing = await standingMaterials(
    tx,
    round,
    nominations.map(({ policyId }) => policyId),
  );
  return selectionRefusals(
    nominations.map(({ title, isSelected, reason, scores, policyId }) => ({
      ...{ title, isSelected, reason, scores: scores.length },
      materials: standing.get(policyId)?.length ?? 0,
    })),
    facts,
  );
}
