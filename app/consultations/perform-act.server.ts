import type { Actor } from "~/accounts/actor";
import { withCounterparts } from "~/accounts/with-counterparts.server";
import type { PlainDate } from "~/calendar/plain-date";
import type { Deps, Tx } from "~/platform/db.server";
import { refuseAsNotFound, Refused, requireNone, type Reason } from "~/platform/refusal";
import type { PaperSignOff } from "~/reviews/paper.server";
import type { Json } from "~/timeline/event";
import { transact, type NewEvent } from "~/timeline/transact.server";
import { changesBy, refusals, type Act } from "./consultation";
import {
  changeConsultation,
  findAndLock,
  lastChangeOf,
  type ConsultationData,
  type ConsultationRecord,
} from "./consultation-store.server";
import { mayAct } from "./permissions";

/** Which consultation a form is about, and which version of it the person had before them. */
export interface ActInput {
  slug: string;
  /** Null when a caller did not say it: then only the rules decide. The pages' own forms always send it. */
  version: number | null;
  /** The act was signed on paper: by its signer, whom the actor, who compared it with the scan, only vouches for. */
  paper?: PaperSignOff;
}

export interface ActContext {
  tx: Tx;
  facts: ConsultationRecord;
  record: (event: NewEvent) => void;
}

export interface Written {
  data?: ConsultationData;
  payload?: { [key: string]: Json };
  /** The stated day of what happened elsewhere. */
  happenedOn?: PlainDate;
}

export interface ActSteps {
  /** What the act itself must carry; every reason at once, beside those of right, state and turn. */
  reasons?: (context: ActContext) => Reason[] | Promise<Reason[]>;
  /** Writes what belongs to the act beside the consultation's own row. */
  write?: (context: ActContext) => Promise<Written | void>;
  /** Ids, codes and numbers only. */
  event: (facts: ConsultationRecord) => string;
}

/**
 * One act on one consultation, whole or not at all: the right, the version seen, the rules, the change and its event.
 * Acts on the same consultation wait for each other. Refusals: `not_found` (404) without the right, `stale` (409) when
 * somebody was faster, otherwise every reason of the rules (422).
 */
export function performAct(
  actor: Actor,
  act: Act,
  { slug, version, paper }: ActInput,
  deps: Deps,
  steps: ActSteps,
): Promise<ConsultationRecord> {
  return transact(deps, async (tx, record) => {
    const facts = await findAndLock(tx, deps.db.engine, slug, "update");
    const signer = paper?.signer ?? actor;
    if (!facts || !mayAct(signer, act, facts)) throw refuseAsNotFound();
    if (version !== null && facts.version !== version) throw await staleRefusal(tx, slug);
    await paper?.settle(tx);
    const context = { tx, facts, record };
    const own = (await steps.reasons?.(context)) ?? [];
    const asked = await withCounterparts(tx, signer, { kind: "consultation", id: slug });
    requireNone([...refusals(act, facts, asked, deps.now), ...own]);
    const written = await steps.write?.(context);
    const data = { ...changesBy(act, facts, signer, deps.now), ...written?.data };
    if (!(await changeConsultation(tx, facts, data))) throw await staleRefusal(tx, slug);
    const onPaper = paper && { paper: paper.id, signer: paper.signer.accountId };
    const payload = { version: facts.version + 1, ...written?.payload, ...onPaper };
    const subject = { kind: "consultation", id: slug };
    record({ kind: steps.event(facts), subject, actor, happenedOn: paper?.statedOn ?? written?.happenedOn, payload });
    return { ...facts, ...data, version: facts.version + 1 } as ConsultationRecord;
  });
}

/** What whoever came second is told: by whom the consultation was changed, and when. */
export async function staleRefusal(tx: Tx, slug: string): Promise<Refused> {
  const last = await lastChangeOf(tx, slug);
  return new Refused([{ code: "stale", params: last ?? { by: "—", at: "—" } }], 409);
}
