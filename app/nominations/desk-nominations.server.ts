import { accountIdOf, rightsOf, type Actor } from "~/accounts/actor";
import { accountNames } from "~/accounts/queries.server";
import { withCounterparts } from "~/accounts/with-counterparts.server";
import { plainDateOf, type PlainDate } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import { refuseAsNotFound } from "~/platform/refusal";
import { publishedPackages } from "~/policies/published-packages.server";
import type { Subject } from "~/timeline/event";
import type { HistoryLine } from "~/reviews/history-line";
import { namedHistory } from "~/reviews/named-history.server";
import { officeUnit } from "~/units/queries.server";
import type { DeskCandidate, DeskNomination, DeskNominations, DeskRound } from "./desk-facts";
import { candidateOf, gatherEvidence, packageIn } from "./gather-evidence.server";
import { candidateRefusals, NOMINATION_ACTS, nominationRefusals, nominationTransition } from "./nomination";
import { findNomination, findNominations, findRemarks, type NominationRecord } from "./nomination-store.server";
import { nominationPapers } from "./paper-nomination.server";
import { mayAct, mayNominate, maySeeNomination, maySeeRounds, worksOn } from "./permissions";
import { lastDayOf, latestRound, readRound, roundState, type Round, type RoundFacts } from "./round";
import { findRound, findRounds, roundsOfAssessor, type RoundRecord } from "./round-store.server";
import { isOwnUnit, scoreRefusals, spreadOf, weightedTotal } from "./scoring";
import { isRoundActPossible } from "./selection";

/** What the desk of a unit shows: the round that opened last, what can be put forward, and what was. */
export async function deskNominations(actor: Actor, deps: Deps): Promise<DeskNominations> {
  const { db, now } = deps;
  const today = plainDateOf(now);
  const round = latestRound(today);
  const rounds = await findRounds(db.client);
  const unitCodes = [...new Set(rightsOf(actor).map(({ unit }) => unit))].filter((unitCode) =>
    worksOn(actor, { unitCode }),
  );
  const rows = await findNominations(db.client, { unitCodes });
  const shown = deskRound(round, rounds.get(round.key) ?? null, today);
  return {
    round: shown,
    candidates: shown.state === "collecting" ? await candidatesOf(actor, round, unitCodes, deps) : [],
    mayNominate: unitCodes.some((unit) => mayNominate(actor, unit)),
    rows: rows.map((row) => {
      const { number, title, unit, roundKey, state } = row;
      const decision = isTold(rounds.get(roundKey) ?? null, today) ? row.isSelected : null;
      return { number, title, unitName: unit.name, roundKey, state, decision };
    }),
    toScore: await toScore(actor, rounds, deps),
  };
}

/** What can be put forward in the round: published in its half year by units where this person handles, and not yet named. */
export async function candidatesOf(
  actor: Actor,
  { key, from, to }: Round,
  unitCodes: readonly string[],
  { db }: Pick<Deps, "db">,
): Promise<DeskCandidate[]> {
  const own = unitCodes.filter((unit) => mayNominate(actor, unit));
  if (own.length === 0) return [];
  const taken = await findNominations(db.client, { roundKey: key, unitCodes: own });
  const packages = await publishedPackages({ db: { client: db.client } }, { from, to, unitCodes: own });
  return packages
    .filter(({ id }) => !taken.some(({ policyId }) => policyId === id))
    .map(({ slug, title, unitCode, materials }) => ({ slug, title, unitCode, materials: materials.length }));
}

async function toScore(
  actor: Actor,
  rounds: ReadonlyMap<string, RoundRecord>,
  { db, now }: Deps,
): Promise<DeskNominations["toScore"]> {
  const id = accountIdOf(actor);
  const today = plainDateOf(now);
  if (id === null) return [];
  const open = (await roundsOfAssessor(db.client, id)).filter((key) => {
    const facts = rounds.get(key);
    const state = facts && roundState(readRound(key)!, facts, today);
    return state === "selecting" && facts?.isScored === true && facts.submittedAt === null;
  });
  if (open.length === 0) return [];
  const found = await findNominations(db.client, { roundKeys: open, states: ["nominated"] });
  return found
    .filter(({ unitCode }) => !isOwnUnit(actor, unitCode))
    .map(({ number, title, unit, roundKey, scores }) => ({
      ...{ number, title, unitName: unit.name, roundKey },
      isDone: scores.some(({ assessorId }) => assessorId === id),
    }));
}

/** All that the page of a nomination shows to this person. Refusal: `not_found` for whoever may not know of it. */
export async function deskNomination(actor: Actor, number: number, deps: Deps): Promise<DeskNomination> {
  const { db, now } = deps;
  const record = await findNomination(db.client, number);
  const round = record && readRound(record.roundKey);
  if (!round) throw refuseAsNotFound();
  const office = await officeUnit(db.client);
  const facts = await findRound(db.client, round.key);
  const id = accountIdOf(actor);
  const isAssessor = id !== null && facts?.isScored === true && facts.assessors.includes(id);
  if (!maySeeNomination(actor, record, { office, isAssessor })) throw refuseAsNotFound();
  const today = plainDateOf(now);
  const isOffice = maySeeRounds(actor, office) && record.state === "nominated";
  const found = record.evidence ? null : await packageIn(db.client, round, record.policyId);
  const isDecided = record.isSelected !== null && (isOffice || isTold(facts, today));
  const { version, state, unit, policy, title, statement, contact } = record;
  return {
    ...{ number, version, state, policy, title, statement, contact },
    unit: { code: unit.code, name: unit.name },
    round: deskRound(round, facts, today),
    evidence:
      record.evidence ?? (found && found.materials.length > 0 ? await gatherEvidence(db.client, found, now) : null),
    isFrozen: record.evidence !== null,
    offers: await offersTo(actor, record, round, facts, deps),
    decision: isDecided ? { isSelected: record.isSelected === true, reason: record.reason ?? "" } : null,
    mayDecide:
      record.state === "nominated" &&
      facts !== null &&
      mayAct(actor, "decide", { unitCode: office ?? "" }) &&
      isRoundActPossible("decide", facts, roundState(round, facts, today)),
    ownScore: isAssessor && record.state === "nominated" ? ownScore(actor, record, round, facts, today) : null,
    scores: isOffice && facts?.isScored ? await allScores(record, facts, deps) : null,
    papers: await nominationPapers(actor, record, facts, deps),
    history: await historyFor({ kind: "nomination", id: String(number) }, record.roundKey, isOffice, deps),
  };
}

/** Decisions are the office's until the list is published; then the unit reads its own, with the reason. */
function isTold(facts: RoundFacts | null, today: PlainDate): boolean {
  return facts?.publishedAt != null && plainDateOf(facts.publishedAt) <= today;
}

export function deskRound(round: Round, facts: RoundFacts | null, today: PlainDate): DeskRound {
  const { key, from, to, opensOn } = round;
  return { key, from, to, opensOn, lastDay: lastDayOf(round, facts), state: roundState(round, facts, today)! };
}

async function offersTo(
  actor: Actor,
  record: NominationRecord,
  round: Round,
  facts: RoundRecord | null,
  { db, now }: Deps,
): Promise<DeskNomination["offers"]> {
  const state = roundState(round, facts, plainDateOf(now));
  if (state !== "collecting") return [];
  const asked = await withCounterparts(db.client, actor, { kind: "nomination", id: String(record.number) });
  const candidate = candidateOf(await packageIn(db.client, round, record.policyId));
  return NOMINATION_ACTS.filter((act) => mayAct(actor, act, record) && nominationTransition(act, record)).map(
    (act) => ({
      act,
      reasons: [
        ...nominationRefusals(act, record, state, asked),
        ...(act === "submit" || act === "pass" ? candidateRefusals(candidate, record.unitCode, round) : []),
      ],
    }),
  );
}

function ownScore(
  actor: Actor,
  record: NominationRecord,
  round: Round,
  facts: RoundRecord,
  today: PlainDate,
): DeskNomination["ownScore"] {
  const own = record.scores.find(({ assessorId }) => assessorId === accountIdOf(actor));
  const isSelecting = roundState(round, facts, today) === "selecting" && facts.submittedAt === null;
  const marks = own?.marks ?? [];
  const whole = facts.criteria.map(() => 0);
  const reasons = scoreRefusals({ ...facts, isSelecting }, { ...record, isNominated: true }, actor, whole);
  return { criteria: facts.criteria, marks, remark: own?.remark ?? null, reasons };
}

async function allScores({ scores }: NominationRecord, { criteria }: RoundRecord, deps: Deps) {
  const names = await accountNames(
    deps,
    scores.map(({ assessorId }) => assessorId),
  );
  const all = scores.map(({ assessorId, marks, remark }) => ({
    ...{ marks, remark, total: weightedTotal(marks, criteria) },
    by: names.get(assessorId) ?? "",
  }));
  return { criteria, all, spread: spreadOf(all.map(({ total }) => total)) };
}

/** Events that tell of the office's work, which the unit does not read. */
const INSIDE = ["nomination.decided", "nomination.scored"];

export async function historyFor(
  subject: Subject,
  roundKey: string,
  isOffice: boolean,
  deps: Deps,
): Promise<HistoryLine[]> {
  const nominationNumber = subject.kind === "nomination" ? Number(subject.id) : null;
  const remarks = await findRemarks(deps.db.client, { roundKey, nominationNumber });
  const lines = (await namedHistory(subject, remarks, deps)).filter(({ kind }) => isOffice || !INSIDE.includes(kind));
  return lines.map((line) => ({ ...line, kind: line.kind.slice(line.kind.indexOf(".") + 1) }));
}
