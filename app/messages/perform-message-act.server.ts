import { accountIdOf, type Actor } from "~/accounts/actor";
import { withCounterparts } from "~/accounts/with-counterparts.server";
import type { Deps, Reading, Tx } from "~/platform/db.server";
import { refuseAsNotFound, Refused, requireNone, type Reason } from "~/platform/refusal";
import type { Json } from "~/timeline/event";
import { transact, type NewEvent } from "~/timeline/transact.server";
import { changesBy, type Carried } from "./changes";
import { shownState, type MessageAct } from "./message";
import { changeMessage, findAndLock, lastChangeOf, type MessageData, type MessageRecord } from "./message-store.server";
import { EVENTS } from "./path";
import { isRecused, mayAct } from "./permissions";
import { refusals } from "./refusals";
import { isSender, type OwnInput } from "./sender.server";
import { insertStep, type NewStep } from "./step-store.server";

/** Which message a form is about, and which version of it the person had before them (null: only the rules decide). */
export interface ActInput {
  number: string;
  version: number | null;
}

export interface ActContext {
  tx: Tx;
  /** For queries of other domains: they must read through the transaction. */
  reading: Reading;
  facts: MessageRecord;
  record: (event: NewEvent) => void;
}

export interface ActSteps {
  /** What the act itself must carry; every reason at once, beside those of right, state and people. */
  reasons?: (context: ActContext) => Reason[] | Promise<Reason[]>;
  /** Writes what belongs to the act beside the message's own row. */
  write?: (context: ActContext) => Promise<Written | void>;
}

export interface Written {
  /** What moves the message. */
  carried?: Carried;
  /** Further columns. */
  data?: MessageData;
  /** Ids, codes and numbers only. */
  payload?: { [key: string]: Json };
  /** The words and codes of the step, for the path. */
  step?: Partial<Pick<NewStep, "toUnitCode" | "ground" | "text" | "isInternal">>;
}

/**
 * One act of staff on one message, whole or not at all: the right, the version seen, the rules, the change, the step
 * of its path and its event. Refusals: `not_found` (404) without the right or for whoever is recused, `stale` (409)
 * when somebody was faster, otherwise every reason of the rules (422).
 */
export function performMessageAct(
  actor: Actor,
  act: MessageAct,
  { number, version }: ActInput,
  deps: Deps,
  steps: ActSteps = {},
): Promise<MessageRecord> {
  return transact(deps, async (tx, record) => {
    const facts = await findAndLock(tx, deps.db.engine, number);
    if (!facts || !mayAct(actor, act, facts)) throw refuseAsNotFound();
    if (version !== null && facts.version !== version) throw await stale(tx, number);
    return perform(actor, act, { tx, reading: { db: { client: tx } }, facts, record }, deps, steps);
  });
}

/** The same for the sender, who proves it with the receipt or the account. Refusal: `not_found` for anyone else. */
export function performOwnAct(
  actor: Actor,
  act: MessageAct,
  { number, holdsReceipt }: OwnInput,
  deps: Deps,
  steps: ActSteps = {},
): Promise<MessageRecord> {
  return transact(deps, async (tx, record) => {
    const facts = await findAndLock(tx, deps.db.engine, number);
    if (!facts || !isSender(actor, facts, { holdsReceipt })) throw refuseAsNotFound();
    return perform(actor, act, { tx, reading: { db: { client: tx } }, facts, record }, deps, steps);
  });
}

/** An act that another one brings about, in its transaction; its rules were asked before. */
export async function perform(
  actor: Actor,
  act: MessageAct,
  context: ActContext,
  deps: Deps,
  steps: ActSteps = {},
): Promise<MessageRecord> {
  const { tx, facts, record } = context;
  const own = (await steps.reasons?.(context)) ?? [];
  const asked = await withCounterparts(tx, actor, { kind: "message", id: facts.number });
  requireNone([...refusals(act, facts, asked, deps.now), ...own]);
  const written = (await steps.write?.(context)) ?? {};
  const data = { ...changesBy(act, facts, written.carried ?? {}, deps.now), ...written.data };
  if (!(await changeMessage(tx, facts, data))) throw await stale(tx, facts.number);
  await insertStep(tx, {
    messageNumber: facts.number,
    act,
    at: deps.now,
    byId: accountIdOf(actor),
    unitCode: isOfLead(actor, act, facts) ? facts.leadUnitCode : null,
    ...written.step,
  });
  const payload = { from: shownState(facts, deps.now), version: facts.version + 1, ...written.payload };
  record({ kind: EVENTS[act], subject: { kind: "message", id: facts.number }, actor, payload });
  return { ...facts, ...data, version: facts.version + 1 } as MessageRecord;
}

/** A step is the unit's when its own people took it, and the office's otherwise. */
function isOfLead(actor: Actor, act: MessageAct, facts: MessageRecord): boolean {
  const isByStaff = accountIdOf(actor) !== null && !isRecused(actor, facts);
  return isByStaff && facts.leadUnitCode !== null && UNIT_ACTS.has(act);
}

const UNIT_ACTS = new Set<MessageAct>([
  ...(["return_assignment", "hand_over", "ask", "extend", "draft", "submit", "return", "approve"] as const),
  ...(["keep_promise", "correct", "approve_correction", "refuse_correction"] as const),
]);

async function stale(tx: Tx, number: string): Promise<Refused> {
  return new Refused([{ code: "stale", params: await lastChangeOf(tx, number) }], 409);
}
