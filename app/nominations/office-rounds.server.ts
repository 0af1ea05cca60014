import { rightsOf, type Actor } from "~/accounts/actor";
import { staffOf } from "~/accounts/queries.server";
import { withCounterparts } from "~/accounts/with-counterparts.server";
import { plainDateOf } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import { refuseAsNotFound } from "~/platform/refusal";
import { listUnits, officeUnit } from "~/units/queries.server";
import type { DeskRound, OfficeNomination, OfficeRound } from "./desk-facts";
import { deskRound, historyFor } from "./desk-nominations.server";
import { standingMaterials } from "./gather-evidence.server";
import { findNominations, scorersOf } from "./nomination-store.server";
import { mayAct, maySeeRounds } from "./permissions";
import { openedRounds } from "./opened-rounds.server";
import { roundPapers } from "./paper-round.server";
import { readRound, roundState, type Round } from "./round";
import { findRound, type RoundRecord } from "./round-store.server";
import { spreadOf, weightedTotal } from "./scoring";
import { isRoundActPossible, ROUND_ACTS, roundRefusals, selectionRefusals } from "./selection";

export interface OfficeRoundLine extends DeskRound {
  nominated: number;
  selected: number;
}

/** Whether the office's pages of the rounds are this person's. */
export async function maySeeRoundsAt(actor: Actor, { db }: Pick<Deps, "db">): Promise<boolean> {
  return maySeeRounds(actor, await officeUnit(db.client));
}

/** The rounds for those who select and sign. Refusal: `not_found` for everyone else. */
export async function officeRounds(actor: Actor, deps: Deps): Promise<OfficeRoundLine[]> {
  if (!(await maySeeRoundsAt(actor, deps))) throw refuseAsNotFound();
  const today = plainDateOf(deps.now);
  const { rounds, decided } = await openedRounds(deps, today);
  const roundKeys = rounds.map(({ key }) => key);
  const nominations = await findNominations(deps.db.client, { roundKeys, states: ["nominated"] });
  return rounds.map((round) => {
    const own = nominations.filter(({ roundKey }) => roundKey === round.key);
    const selected = own.filter(({ isSelected }) => isSelected === true).length;
    return { ...deskRound(round, decided.get(round.key) ?? null, today), nominated: own.length, selected };
  });
}

/** A round at the office. Refusal: `not_found` for everyone else and for what has not opened. */
export async function requireOfficeRound(actor: Actor, key: string, deps: Deps): Promise<Round> {
  const round = readRound(key);
  const isKnown = round !== null && round.opensOn <= plainDateOf(deps.now);
  if (!isKnown || !(await maySeeRoundsAt(actor, deps))) throw refuseAsNotFound();
  return round;
}

/** All that the office's page of a round shows. */
export async function officeRound(actor: Actor, key: string, deps: Deps): Promise<OfficeRound> {
  const { db, now } = deps;
  const round = await requireOfficeRound(actor, key, deps);
  const facts = (await findRound(db.client, key)) ?? untouched(key);
  const nominations = await officeNominations(round, facts, deps);
  return {
    round: deskRound(round, facts, plainDateOf(now)),
    version: facts.version,
    usualLastDay: round.usualLastDay,
    nextOpensOn: round.nextOpensOn,
    lastDayReason: facts.lastDay ? facts.lastDayReason : null,
    isScored: facts.isScored,
    criteria: facts.criteria,
    areCriteriaInUse: (await scorersOf(db.client, key)).length > 0,
    assessors: await assessorsOf(facts, deps),
    isSubmitted: facts.submittedAt !== null,
    offers: await offersTo(actor, round, facts, nominations, deps),
    nominations: nominations.map(({ scores: _scores, ...rest }) => rest),
    papers: await roundPapers(actor, round, facts, deps),
    history: await historyFor({ kind: "nomination_round", id: key }, key, true, deps),
  };
}

function untouched(key: string): RoundRecord {
  return {
    ...{ key, version: 0, lastDay: null, lastDayReason: null, isScored: false, criteria: [], assessors: [] },
    ...{ submittedById: null, submittedAt: null, signedById: null, signedAt: null, publishedAt: null },
  };
}

async function officeNominations(
  round: Round,
  { isScored, criteria }: RoundRecord,
  { db }: Deps,
): Promise<(OfficeNomination & { scores: number })[]> {
  const records = await findNominations(db.client, { roundKey: round.key, states: ["nominated"] });
  const standing = await standingMaterials(
    db.client,
    round,
    records.map(({ policyId }) => policyId),
  );
  return records.map(({ number, title, unit, isSelected, reason, policyId, scores }) => ({
    ...{ number, title, isSelected, reason, unitName: unit.name },
    materials: standing.get(policyId)?.length ?? 0,
    scores: scores.length,
    spread: isScored ? spreadOf(scores.map(({ marks }) => weightedTotal(marks, criteria))) : null,
  }));
}

async function assessorsOf({ assessors }: RoundRecord, deps: Deps): Promise<OfficeRound["assessors"]> {
  const units = new Map((await listUnits(deps)).map(({ code, name }) => [code, name]));
  const judging = (await staffOf(deps, null)).filter((person) =>
    rightsOf(person).some(({ role }) => JUDGING.includes(role)),
  );
  return judging.map((person) => ({
    id: person.accountId,
    name: person.name,
    unitNames: [...new Set(rightsOf(person).map(({ unit }) => units.get(unit) ?? unit))].join("、"),
    isNamed: assessors.includes(person.accountId),
  }));
}

/** Whom the office is offered as assessors: its own staff and the units' reviewers and approvers. */
const JUDGING: readonly string[] = ["supervisor", "reviewer", "approver"];

async function offersTo(
  actor: Actor,
  round: Round,
  facts: RoundRecord,
  nominations: readonly (OfficeNomination & { scores: number })[],
  { db, now }: Deps,
): Promise<OfficeRound["offers"]> {
  const office = await officeUnit(db.client);
  const state = roundState(round, facts, plainDateOf(now));
  const asked = await withCounterparts(db.client, actor, { kind: "nomination_round", id: round.key });
  const needsList = ["submit_selection", "sign", "publish"];
  return ROUND_ACTS.filter(
    (act) => mayAct(actor, act, { unitCode: office ?? "" }) && isRoundActPossible(act, facts, state),
  ).map((act) => ({
    act,
    reasons: [
      ...roundRefusals(act, facts, state, asked, office),
      ...(needsList.includes(act) ? selectionRefusals(nominations, facts) : []),
    ],
  }));
}
