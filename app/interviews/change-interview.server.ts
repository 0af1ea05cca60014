import { accountIdOf, type Actor } from "~/accounts/actor";
import { withCounterparts } from "~/accounts/with-counterparts.server";
import type { Deps, Tx } from "~/platform/db.server";
import { refuseAsNotFound, Refused, requireNone, type Reason } from "~/platform/refusal";
import { transact } from "~/timeline/transact.server";
import {
  announceReasons,
  cancelReasons,
  closeReasons,
  refusals,
  shownState,
  transitionOf,
  type Act,
} from "./interview";
import {
  changeInterview,
  countQuestions,
  lockInterview,
  type InterviewData,
  type InterviewFields,
  type InterviewRecord,
} from "./interview-store.server";
import { mayAct } from "./permissions";
import { declineRest } from "./question-store.server";

type InterviewAct = Extract<Act, "edit" | "submit" | "return" | "announce" | "cancel" | "end" | "close">;

export interface ChangeInput {
  slug: string;
  /** Null when a caller did not say which version it had before it. */
  version: number | null;
}

const EVENTS: Record<InterviewAct, string> = {
  edit: "interview.edited",
  submit: "interview.submitted",
  return: "interview.returned",
  announce: "interview.announced",
  cancel: "interview.cancelled",
  end: "interview.ended",
  close: "interview.closed",
};

/** What was written of the interview, while it is being prepared. Refusals as for every act. */
export function editInterview(
  actor: Actor,
  { fields, ...input }: ChangeInput & { fields: InterviewFields },
  deps: Deps,
) {
  return change(actor, "edit", input, deps, fields);
}

/**
 * Moves an interview on: submitted and announced by two people, ended when the guest leaves, closed into its permanent
 * record by a second person once every question has its end. Refusals: `not_found` (404), `stale` (409), otherwise
 * every reason of the rules (422).
 */
export function moveInterview(
  actor: Actor,
  act: Exclude<InterviewAct, "edit" | "cancel">,
  input: ChangeInput,
  deps: Deps,
) {
  return change(actor, act, input, deps, {});
}

/** Calls an interview off before anything was answered; every question that was sent gets this end and the reason. */
export function cancelInterview(actor: Actor, { reason, ...input }: ChangeInput & { reason: string }, deps: Deps) {
  return change(actor, "cancel", input, deps, { cancelledReason: reason });
}

function change(actor: Actor, act: InterviewAct, { slug, version }: ChangeInput, deps: Deps, data: InterviewData) {
  return transact(deps, async (tx, record) => {
    const facts = await lockInterview(tx, deps.db.engine, slug, "update");
    if (!facts || !mayAct(actor, act, facts, shownState(facts, deps.now))) throw refuseAsNotFound();
    if (version !== null && facts.version !== version) throw new Refused([STALE], 409);
    const subject = { kind: "interview", id: slug };
    const asked = await withCounterparts(tx, actor, subject);
    requireNone([...refusals(act, facts, asked, deps.now), ...(await ownReasons(tx, act, facts, deps.now))]);
    const to = transitionOf(act, facts, deps.now)?.to;
    const changes = { ...data, ...signaturesBy(act, actor, deps.now), ...(to ? { state: to } : {}) };
    if (!(await changeInterview(tx, facts, changes))) throw new Refused([STALE], 409);
    const declined = act === "cancel" ? await declineRest(tx, facts.id, String(data.cancelledReason), deps.now) : [];
    record({ kind: EVENTS[act], subject, actor, payload: { version: facts.version + 1, declined } });
  });
}

const STALE: Reason = { code: "stale_page" };

async function ownReasons(tx: Tx, act: InterviewAct, facts: InterviewRecord, now: Date): Promise<Reason[]> {
  if (act === "announce" || act === "submit") return announceReasons(facts, now);
  if (act === "close") return closeReasons(await countQuestions(tx, facts.id));
  if (act === "cancel") return cancelReasons(await countQuestions(tx, facts.id));
  return [];
}

function signaturesBy(act: InterviewAct, actor: Actor, now: Date): InterviewData {
  const id = accountIdOf(actor);
  switch (act) {
    case "submit":
      return { submittedById: id };
    case "return":
      return { submittedById: null };
    case "announce":
      return { announcedById: id, announcedAt: now };
    case "end":
      return { endedById: id, endedAt: now };
    case "close":
      return { closedById: id, closedAt: now };
    case "cancel":
      return { cancelledAt: now };
    default:
      return {};
  }
}
