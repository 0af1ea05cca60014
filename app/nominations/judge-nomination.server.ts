import { accountIdOf, type Actor } from "~/accounts/actor";
import { plainDateOf } from "~/calendar/plain-date";
import { isBlank } from "~/forms/words";
import type { Deps, Tx } from "~/platform/db.server";
import { refuseAsNotFound, Refused, requireNone } from "~/platform/refusal";
import type { NewEvent } from "~/timeline/transact.server";
import { transact } from "~/timeline/transact.server";
import { officeUnit } from "~/units/queries.server";
import type { NominationInput } from "./change-nomination.server";
import { changeNomination, findNomination, keepScore, type NominationRecord } from "./nomination-store.server";
import { mayAct } from "./permissions";
import { because } from "./reasons";
import { readRound, roundState, type RoundState } from "./round";
import { lockRound, type RoundRecord } from "./round-store.server";
import { scoreRefusals } from "./scoring";
import { roundRefusals } from "./selection";

/**
 * The office selects a nomination or not, each with its reason; it may decide anew until the list is submitted. The
 * reason of a selected case is published with it, the other stays with the office and the unit. Refusals: `not_found`
 * (404), `round_not_possible`, `selection_reason_missing`.
 */
export async function decideNomination(
  actor: Actor,
  { isSelected, reason, ...input }: NominationInput & { isSelected: boolean; reason: string },
  deps: Deps,
): Promise<void> {
  const office = await officeUnit(deps.db.client);
  if (!mayAct(actor, "decide", { unitCode: office ?? "" })) throw refuseAsNotFound();
  await judge(
    input,
    deps,
    async ({ tx, facts, round, state, record }) => {
      requireNone([
        ...roundRefusals("decide", round, state, actor, office),
        ...(isBlank(reason) ? [because("selection_reason_missing", "reason")] : []),
      ]);
      if (!(await changeNomination(tx, facts, { isSelected, reason })))
        throw new Refused([{ code: "stale_page" }], 409);
      record("nomination.decided", { round: facts.roundKey, version: facts.version + 1, isSelected });
    },
    actor,
  );
}

/**
 * One assessor's marks, one for each criterion of the round; given again they replace the earlier ones. The timeline
 * learns that somebody scored, not how. Refusals: `not_found` (404) for whoever was not named, `score_own_unit`,
 * `score_not_possible`, `marks_invalid`.
 */
export async function scoreNomination(
  actor: Actor,
  { marks, remark, number }: { number: number; marks: number[]; remark: string | null },
  deps: Deps,
): Promise<void> {
  const assessorId = accountIdOf(actor);
  await judge(
    { number, version: null },
    deps,
    async ({ tx, facts, round, state, record }) => {
      if (assessorId === null || !round.assessors.includes(assessorId)) throw refuseAsNotFound();
      const isSelecting = state === "selecting" && round.submittedAt === null;
      requireNone(scoreRefusals({ ...round, isSelecting }, { ...facts, isNominated: true }, actor, marks));
      await keepScore(tx, number, { assessorId, marks, remark, at: deps.now });
      record("nomination.scored", { round: facts.roundKey });
    },
    actor,
  );
}

interface Judging {
  tx: Tx;
  facts: NominationRecord;
  round: RoundRecord;
  state: RoundState | null;
  record: (kind: string, payload: NewEvent["payload"]) => void;
}

/** What both have in common: the nomination reached the office, and acts on its round wait for each other. */
async function judge(
  { number, version }: NominationInput,
  deps: Deps,
  work: (judging: Judging) => Promise<void>,
  actor: Actor,
): Promise<void> {
  const known = await findNomination(deps.db.client, number);
  const calendarRound = known && readRound(known.roundKey);
  if (!calendarRound) throw refuseAsNotFound();
  await transact(deps, async (tx, record) => {
    const round = await lockRound(tx, deps.db.engine, calendarRound.key);
    const facts = (await findNomination(tx, number))!;
    if (facts.state !== "nominated") throw refuseAsNotFound();
    if (version !== null && facts.version !== version) throw new Refused([{ code: "stale_page" }], 409);
    const state = roundState(calendarRound, round, plainDateOf(deps.now));
    const subject = { kind: "nomination", id: String(number) };
    await work({ tx, facts, round, state, record: (kind, payload) => record({ kind, subject, actor, payload }) });
  });
}
