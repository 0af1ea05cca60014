import type { Actor } from "~/accounts/actor";
import { withCounterparts } from "~/accounts/with-counterparts.server";
import { dutyClock } from "~/calendar/duty-clock";
import { plainDateOf } from "~/calendar/plain-date";
import { currentCalendar } from "~/calendar/queries.server";
import type { Client, Deps, Tx } from "~/platform/db.server";
import { refuseAsNotFound, requireNone, type Reason } from "~/platform/refusal";
import type { PaperSignOff } from "~/reviews/paper.server";
import type { Json } from "~/timeline/event";
import { transact, type NewEvent } from "~/timeline/transact.server";
import { mayAct } from "./permissions";
import { lockCase, type CaseRecord } from "./quality-store.server";
import { refusals, type Act, type CaseFacts } from "./reinterpretation";

export interface QualityContext {
  tx: Tx;
  record: (event: NewEvent) => void;
  found: CaseRecord;
  facts: CaseFacts;
}

interface Steps<T> {
  reasons?: (facts: CaseFacts) => Reason[];
  write: (context: QualityContext) => Promise<{ result: T; payload: { [key: string]: Json } }>;
  /** The sheet stays inside: only events of a `reinterpretation` change what the public sees. */
  subject: "quality" | "reinterpretation";
  event: string;
  /** Decided on paper: by its signer, whom the actor, who compared it with the scan, only vouches for. */
  paper?: PaperSignOff;
}

/**
 * One act on the case of one document, whole or not at all. Refusals: `not_found` (404) without the right, otherwise
 * every reason of the rules (422).
 */
export function performQualityAct<T>(actor: Actor, act: Act, slug: string, deps: Deps, steps: Steps<T>): Promise<T> {
  return transact(deps, async (tx, record) => {
    const found = await lockCase(tx, deps.db.engine, slug);
    const signer = steps.paper?.signer ?? actor;
    if (!found || !mayAct(signer, act, found)) throw refuseAsNotFound();
    await steps.paper?.settle(tx);
    const facts = await caseFacts(tx, found, deps.now);
    const asked = await withCaseCounterparts(tx, signer, found);
    requireNone([...refusals(act, facts, asked), ...(steps.reasons?.(facts) ?? [])]);
    const { result, payload } = await steps.write({ tx, record, found, facts });
    const subject = { kind: steps.subject, id: slug };
    const onPaper = steps.paper && { paper: steps.paper.id, signer: steps.paper.signer.accountId };
    const happenedOn = steps.paper?.statedOn;
    record({ kind: steps.event, subject, actor, happenedOn, payload: { policy: slug, ...payload, ...onPaper } });
    return result;
  });
}

/**
 * The actor as two-person rules see them: with what deputies did about the document, each of its materials, its case and
 * its orders.
 */
export async function withCaseCounterparts(
  client: Client,
  actor: Actor,
  { slug, materials }: Pick<CaseRecord, "slug" | "materials">,
): Promise<Actor> {
  let asked = await withCounterparts(client, actor, { kind: "interpretation", id: materials });
  for (const kind of ["policy", "quality", "reinterpretation"])
    asked = await withCounterparts(client, asked, { kind, id: slug });
  return asked;
}

/** What the rules ask of a case, on a day. */
export async function caseFacts(client: Client, found: CaseRecord, now: Date): Promise<CaseFacts> {
  const { unitCode, documentState, involvedIds, check, report, order } = found;
  return {
    ...{ unitCode, involvedIds, check, report },
    isReleased: documentState === "released",
    order: order && {
      ...{ orderedById: order.orderedById, answeredById: order.answeredById },
      isPast: dutyClock(order.orderedAt, order.workingDays, plainDateOf(now), await currentCalendar(client)).isPast,
      releasedAnswers: order.answers.filter(({ interpretation }) => interpretation.state === "released").length,
    },
  };
}
