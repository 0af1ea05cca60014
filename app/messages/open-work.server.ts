import { rightsOf, type Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { openMessages, viewOf, type OpenPart, type OpenWork } from "./kept-open.server";
import { shownState, type MessageState } from "./message";
import { openWithWords } from "./open-work-store.server";
import { sightOf } from "./permissions";

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

/** What is open under these wishes and may be seen by whoever wishes, the nearest day of its most urgent clock first. */
export async function openWork(wishes: readonly OpenWish[], deps: Deps): Promise<readonly OpenWork[]> {
  const fits = await Promise.all(wishes.map((wish) => fitting(wish, deps)));
  const find = (all: readonly OpenWork[]) => all.filter((work) => fits.some((fit) => fit(work)));
  const open = await openMessages(deps);
  return wishes.some(({ scope }) => scope.words) ? find(open) : viewOf(open, nameOf(wishes), find);
}

/** Wishes of the same name find the same: it has all that is asked, and all of the actor that decides what is seen. */
function nameOf(wishes: readonly OpenWish[]): string {
  const scopeOf = ({ actor, ...scope }: OpenScope) => ({ ...scope, who: whoOf(actor) });
  return JSON.stringify(wishes.map(({ part, scope }) => [part, scopeOf(scope)]));
}

function whoOf(actor: Actor) {
  if (actor.kind !== "person") return actor.kind;
  return [actor.accountId, rightsOf(actor), actor.counterparts ?? []];
}

async function fitting({ part, scope }: OpenWish, { db }: Deps): Promise<(work: OpenWork) => boolean> {
  const { actor, officerId, units, states, words } = scope;
  const sees = sightOf(actor);
  const named = words ? await openWithWords(db.client, actor, words) : null;
  return ({ part: own, number, message }) =>
    own === part &&
    (officerId === undefined || message.officerId === officerId) &&
    (!units || units.includes(message.leadUnitCode ?? "")) &&
    (!states || states.includes(message.state)) &&
    (!named || named.has(number)) &&
    sees(message);
}

/** As it is shown at an instant: what is open was not answered, or owes what it promised, and the clock ends a pause. */
export function stateOf({ message }: OpenWork, now: Date): MessageState {
  if (message.state !== "waiting") return message.state;
  return shownState({ ...message, repliedAt: null, resolution: null, promiseKeptAt: null }, now);
}
