import type { Actor } from "~/accounts/actor";
import type { PlainDate } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import { isOneOfUnit } from "./holder";
import { openMessages } from "./kept-open.server";
import { OFFICE_HELD, shownState, type MessageState } from "./message";
import { openWithWords, type OpenMessage } from "./open-work-store.server";
import { sightOf } from "./permissions";

/** What somebody has to do: dispatch it, answer it, or do what was promised. */
export type OpenPart = "office" | "unit" | "promise";

export interface OpenScope {
  actor: Actor;
  officerId?: string;
  /** Of the units that have it; absent: whichever. */
  units?: readonly string[];
  states?: readonly MessageState[];
  /** Words of the title. */
  words?: string;
}

export interface OpenWish {
  part: OpenPart;
  scope: OpenScope;
}

export interface OpenWork {
  part: OpenPart;
  number: string;
  state: MessageState;
  dueOn: PlainDate | null;
  message: OpenMessage;
}

/** What is open under these wishes and may be seen by whoever wishes, the nearest day of its most urgent clock first. */
export async function openWork(wishes: readonly OpenWish[], deps: Deps): Promise<OpenWork[]> {
  const fits = await Promise.all(wishes.map((wish) => fitting(wish, deps)));
  const work: OpenWork[] = [];
  for (const { message, dueOn } of await openMessages(deps)) {
    const part = partOf(message);
    if (!fits.some((fit) => fit(part, message))) continue;
    const { number } = message;
    work.push({ part, number, dueOn, message, state: stateOf(message, deps.now) });
  }
  return work;
}

async function fitting({ part, scope }: OpenWish, { db }: Deps) {
  const { actor, officerId, units, states, words } = scope;
  const sees = sightOf(actor);
  const named = words ? await openWithWords(db.client, actor, words) : null;
  return (own: OpenPart, message: OpenMessage): boolean =>
    own === part &&
    (officerId === undefined || message.officerId === officerId) &&
    (!units || units.includes(message.leadUnitCode ?? "")) &&
    (!states || states.includes(message.state)) &&
    (!named || named.has(message.number)) &&
    sees(message);
}

/** What is open was not answered, or owes what it promised: the clock alone ends a pause. */
function stateOf(message: OpenMessage, now: Date): MessageState {
  if (message.state !== "waiting") return message.state;
  return shownState({ ...message, repliedAt: null, resolution: null, promiseKeptAt: null }, now);
}

function partOf({ state }: OpenMessage): OpenPart {
  if ((OFFICE_HELD as readonly MessageState[]).includes(state)) return "office";
  return isOneOfUnit(state) ? "unit" : "promise";
}
