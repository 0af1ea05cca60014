import { endOfDay, plainDateOf, type PlainDate } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import type { ApprovalPaper } from "~/reviews/paper.server";
import type { ListedRound, ShownCase, UnitRecord } from "./case-facts";
import { standingMaterials } from "./gather-evidence.server";
import { findNominations, type NominationRecord } from "./nomination-store.server";
import { paperOfRound } from "./paper-round.server";
import { isPublished, lastDayOf, publicState, readRound, roundState, type Round } from "./round";
import { openedRounds } from "./opened-rounds.server";
import { findRounds, type RoundRecord } from "./round-store.server";

export interface PublicRounds {
  /** Newest first: from the half year in which the first material was published. */
  rounds: ListedRound[];
  nextOpensOn: PlainDate;
  units: UnitRecord[];
  nextChangeAt: Date;
}

/** All rounds that have opened, and what each unit's record is over the years. */
export async function publicRounds(deps: Deps): Promise<PublicRounds> {
  const today = plainDateOf(deps.now);
  const { rounds, decided } = await openedRounds(deps, today);
  const selected = await selectedOf(deps, rounds, decided);
  const count = (key: string) => selected.filter(({ roundKey }) => roundKey === key).length;
  return {
    rounds: rounds.map((round) => listed(round, decided.get(round.key) ?? null, today, count(round.key))),
    nextOpensOn: rounds[0]!.nextOpensOn,
    units: recordsOf(selected),
    nextChangeAt: endOfDay(today),
  };
}

export interface PublicRound {
  round: ListedRound;
  /** Empty before the list is published: until then nothing is said of who nominated what. */
  cases: ShownCase[];
  /** The published list was signed on paper, and recorded from it. */
  approvalPaper: ApprovalPaper | null;
  nextOpensOn: PlainDate;
  nextChangeAt: Date;
}

/** One round; null for what has not opened, or lies before the first published material. */
export async function publicRound(deps: Deps, key: string): Promise<PublicRound | null> {
  const today = plainDateOf(deps.now);
  const { rounds, decided } = await openedRounds(deps, today);
  const round = rounds.find((one) => one.key === key);
  if (!round) return null;
  const facts = decided.get(key) ?? null;
  const cases = await publishedCases(deps, round, facts);
  return {
    round: listed(round, facts, today, cases.length),
    cases,
    approvalPaper: facts?.publishedAt ? await paperOfRound(deps, facts) : null,
    nextOpensOn: round.nextOpensOn,
    nextChangeAt: endOfDay(today),
  };
}

/** How often a unit's cases were selected, in all published rounds and in each, the latest first. */
export async function caseRecordOf(
  deps: Deps,
  unitCode: string,
): Promise<{ total: number; rounds: { key: string; count: number }[] }> {
  const record = (await publicRounds(deps)).units.find(({ unit }) => unit.code === unitCode);
  const rounds = Object.entries(record?.rounds ?? {}).map(([key, count]) => ({ key, count }));
  return { total: record?.total ?? 0, rounds: rounds.sort((a, b) => (a.key < b.key ? 1 : -1)) };
}

/** One selected case of a published round; null for everything else. */
export async function publicCase(
  deps: Deps,
  key: string,
  number: number,
): Promise<{ round: ListedRound; shown: ShownCase } | null> {
  const found = await publicRound(deps, key);
  const shown = found?.cases.find((one) => one.number === number);
  return found && shown ? { round: found.round, shown } : null;
}

/** The lists that were published, the latest first. */
export async function publishedRounds(deps: Deps): Promise<{ round: ListedRound; publishedAt: Date }[]> {
  const today = plainDateOf(deps.now);
  const decided = await findRounds(deps.db.client);
  const rounds = [...decided.values()].flatMap((facts) => {
    const round = readRound(facts.key);
    return round && facts.publishedAt ? [{ round, facts, publishedAt: facts.publishedAt }] : [];
  });
  const selected = await selectedOf(
    deps,
    rounds.map(({ round }) => round),
    decided,
  );
  return rounds
    .map(({ round, facts, publishedAt }) => {
      const cases = selected.filter(({ roundKey }) => roundKey === round.key).length;
      return { round: listed(round, facts, today, cases), publishedAt };
    })
    .toSorted((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
}

/** The selected cases of a round as they are or will be published. */
export async function selectedCases({ db }: Pick<Deps, "db">, round: Round): Promise<ShownCase[]> {
  const records = await findNominations(db.client, { roundKey: round.key, states: ["nominated"], selectedOnly: true });
  const standing = await standingMaterials(
    db.client,
    round,
    records.map(({ policyId }) => policyId),
  );
  return records.flatMap((record, index) => {
    const { title, unit, statement, reason, evidence, policyId } = record;
    if (!evidence) return [];
    const known = evidence.materials.map(({ slug }) => slug);
    const materials = (standing.get(policyId) ?? []).filter(({ slug }) => known.includes(slug));
    return [
      {
        // Its place in the list: the nomination's own number would tell how many were not selected.
        ...{ number: index + 1, title, unit, statement, evidence },
        reason: reason ?? "",
        materials: materials.map(({ slug, kind, title: name }) => ({ slug, kind, title: name })),
      },
    ];
  });
}

async function publishedCases(deps: Deps, round: Round, facts: RoundRecord | null): Promise<ShownCase[]> {
  return facts?.publishedAt ? selectedCases(deps, round) : [];
}

async function selectedOf(
  { db, now }: Deps,
  rounds: readonly Round[],
  decided: ReadonlyMap<string, RoundRecord>,
): Promise<NominationRecord[]> {
  const today = plainDateOf(now);
  const published = rounds.filter((round) => {
    const state = roundState(round, decided.get(round.key) ?? null, today);
    return state !== null && isPublished(state);
  });
  const roundKeys = published.map(({ key }) => key);
  return findNominations(db.client, { roundKeys, states: ["nominated"], selectedOnly: true });
}

function listed(round: Round, facts: RoundRecord | null, today: PlainDate, cases: number): ListedRound {
  const { key, year, half, from, to, opensOn } = round;
  const publishedAt = facts?.publishedAt ?? null;
  return {
    ...{ key, year, half, from, to, opensOn },
    // Only rounds that have opened are listed.
    state: publicState(roundState(round, facts, today) ?? "collecting"),
    lastDay: lastDayOf(round, facts),
    lastDayReason: facts?.lastDay ? facts.lastDayReason : null,
    publishedOn: publishedAt && plainDateOf(publishedAt),
    cases: publishedAt ? cases : null,
  };
}

function recordsOf(selected: readonly NominationRecord[]): UnitRecord[] {
  const records = new Map<string, UnitRecord>();
  for (const { unit, roundKey } of selected) {
    const record = records.get(unit.code) ?? { unit, total: 0, rounds: {} };
    const rounds = { ...record.rounds, [roundKey]: (record.rounds[roundKey] ?? 0) + 1 };
    records.set(unit.code, { unit, total: record.total + 1, rounds });
  }
  return [...records.values()].toSorted((a, b) => b.total - a.total || (a.unit.code < b.unit.code ? -1 : 1));
}
