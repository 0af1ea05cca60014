import { holds, type Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { refuseAsNotFound } from "~/platform/refusal";
import { transact } from "~/timeline/transact.server";
import { findUnitWords, replaceUnitWords } from "./aids-store.server";
import type { UnitWord } from "./suggest-unit";

/** The office dispatches, and so keeps the words by which units are suggested. */
export function mayKeepUnitWords(actor: Actor): boolean {
  return actor.kind === "system" || holds(actor, "supervisor");
}

/** Saves all words at once. Refusal: `not_found` without the right. */
export async function keepUnitWords(actor: Actor, words: readonly UnitWord[], deps: Deps): Promise<void> {
  if (!mayKeepUnitWords(actor)) throw refuseAsNotFound();
  await transact(deps, async (tx, record) => {
    await replaceUnitWords(tx, words);
    const subject = { kind: "dispatch_words", id: "all" };
    record({ kind: "dispatch_words.saved", subject, actor, payload: { count: words.length } });
  });
}

export function listUnitWords({ db }: Pick<Deps, "db">): Promise<UnitWord[]> {
  return findUnitWords(db.client);
}

/** What a unit is in charge of, in the words of the office, in their order; places and words of one kind left out. */
export async function unitMatters({ db }: Pick<Deps, "db">, code: string): Promise<string[]> {
  const words = await findUnitWords(db.client);
  return words
    .filter(({ unit, sort, messageKind }) => unit === code && sort === "topic" && messageKind === null)
    .map(({ word }) => word);
}
