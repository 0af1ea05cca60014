import type { Json } from "~/timeline/event";
import { TRANSITIONS, type MessageAct, type MessageFacts } from "./message";

/** The timeline's name of each act: noun, past participle. */
export const EVENTS: Record<MessageAct, string> = {
  accept: "message.accepted",
  decline: "message.declined",
  refer: "message.referred",
  change_kind: "message.kind_changed",
  recuse: "message.recused",
  merge: "message.merged",
  assign: "message.assigned",
  take_back: "message.taken_back",
  return_assignment: "message.returned",
  hand_over: "message.handed_over",
  stand_aside: "message.stood_aside",
  ask: "message.asked",
  answer: "message.answered",
  extend: "message.extended",
  note: "message.noted",
  draft: "message.drafted",
  submit: "message.reply_submitted",
  return: "message.reply_returned",
  approve: "message.replied",
  rate: "message.rated",
  reopen: "message.reopened",
  keep_promise: "message.promise_kept",
  correct: "message.correction_submitted",
  approve_correction: "message.corrected",
  refuse_correction: "message.correction_refused",
  withhold: "message.withheld",
  withdraw_consent: "message.consent_withdrawn",
  withdraw: "message.withdrawn",
  close: "message.closed",
  open_identity: "message.identity_opened",
  recount: "message.recounted",
  release: "message.released",
  erase: "message.erased",
};

/** Where a message stands, as far as its timeline tells: enough to say who holds it or how it ended. */
export type Standing = Pick<MessageFacts, "state" | "leadUnitCode" | "resolution" | "promiseKeptAt">;

interface Told {
  kind: string;
  at: string;
  payload: Json;
}

const ACT_OF = new Map(Object.entries(EVENTS).map(([act, kind]) => [kind, act as MessageAct]));

/**
 * Tells the story again from its events alone, oldest first. It must come out where the record stands: nothing moved a
 * message that is not in its timeline.
 */
export function replay(events: readonly Told[]): Standing {
  let standing: Standing = { state: "received", leadUnitCode: null, resolution: null, promiseKeptAt: null };
  for (const event of events) {
    const act = ACT_OF.get(event.kind);
    if (act) standing = { ...standing, ...changeOf(act, standing, event) };
  }
  return standing;
}

function changeOf(act: MessageAct, { state }: Standing, { at, payload }: Told): Partial<Standing> {
  const told = (payload ?? {}) as { [key: string]: Json };
  const rows = TRANSITIONS.filter((row) => row.act === act);
  // A pause that ran out shows as assigned while "waiting" is kept: acts of either state come from it.
  const row = rows.find(({ from }) => from.includes(state)) ?? rows.find(({ from }) => from.includes("assigned"));
  const moved = row?.to ? { state: row.to } : {};
  switch (act) {
    case "assign":
      return { ...moved, leadUnitCode: told.unit as string };
    case "take_back":
    case "return_assignment":
    case "release":
      return { ...moved, leadUnitCode: null };
    case "reopen":
      return { ...moved, leadUnitCode: null, resolution: null, promiseKeptAt: null };
    case "approve":
      return { ...moved, resolution: told.resolution as Standing["resolution"], promiseKeptAt: null };
    case "approve_correction":
      return told.resolution ? { resolution: told.resolution as Standing["resolution"] } : {};
    case "stand_aside":
      return told.replyDropped ? { state: "assigned" } : {};
    case "keep_promise":
      return { ...moved, promiseKeptAt: new Date(at) };
    default:
      return moved;
  }
}
