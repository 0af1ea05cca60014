import type { PlainDate } from "~/calendar/plain-date";
import { plainDateOf } from "~/calendar/plain-date";
import { transitionOf, type MessageAct, type MessageFacts, type MessageKind, type Resolution } from "./message";

/** What an act carries into the record, beside the words that stand in its own tables. */
export interface Carried {
  kind?: MessageKind;
  leadUnitCode?: string;
  officerId?: string | null;
  resolution?: Resolution;
  promisedOn?: PlainDate | null;
  isSatisfied?: boolean;
  /** The reply that waited for its second person was written by whoever stands aside. */
  isReplyDropped?: boolean;
}

/** The columns an act changes. What time alone changes is not among them. */
export type MessageChanges = Partial<
  Pick<
    MessageFacts,
    | "kind"
    | "state"
    | "acceptedAt"
    | "leadUnitCode"
    | "officerId"
    | "returnCount"
    | "clockFrom"
    | "extendedAt"
    | "firstRepliedAt"
    | "repliedAt"
    | "resolution"
    | "promisedOn"
    | "promiseKeptAt"
    | "reopenedAt"
  > & { assignedAt: Date; endedAt: Date | null; mergedIntoNumber: null; consentWithdrawnAt: Date }
>;

const NO_UNIT = { leadUnitCode: null, officerId: null };

/** What the act changes in the record. Ask `refusals` first: this does not check. */
export function changesBy(act: MessageAct, facts: MessageFacts, carried: Carried, now: Date): MessageChanges {
  const row = transitionOf(act, facts, now);
  const state = row?.to ? { state: row.to } : {};
  return { ...state, ...ownChanges(act, facts, carried, now) };
}

function ownChanges(act: MessageAct, facts: MessageFacts, carried: Carried, now: Date): MessageChanges {
  switch (act) {
    case "accept":
      return { acceptedAt: now };
    case "change_kind":
      return { kind: carried.kind };
    case "assign": {
      const { leadUnitCode, officerId = null } = carried;
      return { leadUnitCode, officerId, assignedAt: now, acceptedAt: facts.acceptedAt ?? now };
    }
    case "take_back":
      return NO_UNIT;
    case "return_assignment":
      return { ...NO_UNIT, returnCount: facts.returnCount + 1 };
    case "hand_over":
      return { officerId: carried.officerId };
    case "stand_aside":
      return { officerId: carried.officerId, ...(carried.isReplyDropped && { state: "assigned" as const }) };
    case "answer":
      // After the pause ran out it shows as assigned while "waiting" is kept: with the answer it is so in the record too.
      return facts.state === "waiting" ? { state: "assigned" } : {};
    case "extend":
      return { extendedAt: now };
    case "approve":
      return answered(facts, carried, now);
    case "approve_correction":
      return promised(facts, carried);
    case "keep_promise":
      return { promiseKeptAt: now, endedAt: now };
    case "reopen":
      return { ...NO_UNIT, ...NO_ANSWER, reopenedAt: now, clockFrom: plainDateOf(now), endedAt: null };
    case "decline":
    case "refer":
    case "merge":
    case "withdraw":
      return { endedAt: now };
    case "release":
      return { ...NO_UNIT, mergedIntoNumber: null, endedAt: null };
    case "withdraw_consent":
      return { consentWithdrawnAt: now };
    default:
      return {};
  }
}

const NO_ANSWER = { resolution: null, promisedOn: null, promiseKeptAt: null };

/** The time of the first answer stays what it was, whatever follows. */
function answered(facts: MessageFacts, { resolution, promisedOn = null }: Carried, now: Date): MessageChanges {
  const isDone = resolution !== "promised";
  return {
    firstRepliedAt: facts.firstRepliedAt ?? now,
    repliedAt: now,
    ...{ resolution, promisedOn, promiseKeptAt: null },
    endedAt: isDone ? now : null,
  };
}

/** A correction may promise a day or another one; what was kept stays kept. */
function promised(facts: MessageFacts, { resolution, promisedOn = null }: Carried): MessageChanges {
  return resolution === undefined ? {} : { resolution, promisedOn, promiseKeptAt: facts.promiseKeptAt };
}
