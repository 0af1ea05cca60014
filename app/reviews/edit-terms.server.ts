import { accountIdOf, type Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { refuseAsNotFound, Refused, requireNone } from "~/platform/refusal";
import { transact } from "~/timeline/transact.server";
import { mayEditTerms } from "./permissions";
import { because } from "./reasons";
import { keepTerm, listTerms, removeTermRows, type TermRecord } from "./review-store.server";
import { readTerms, type TermKind } from "./screened-term";

/** Adds lines to a list; a term that is there already gets what stands beside it now. Refusals: `not_found`, those of the lines. */
export async function addTerms(actor: Actor, { kind, text }: { kind: TermKind; text: string }, deps: Deps) {
  if (!mayEditTerms(actor)) throw refuseAsNotFound();
  const { terms, reasons } = readTerms(kind, text);
  requireNone(reasons);
  await transact(deps, async (tx, record) => {
    for (const term of terms) await keepTerm(tx, term, accountIdOf(actor), deps.now);
    const subject = { kind: "screened_terms", id: kind };
    record({ kind: "screened_terms.added", subject, actor, payload: { count: terms.length } });
  });
}

/** Takes terms off the lists. Refusals: `not_found`, `terms_missing` when none of them is on a list. */
export async function removeTerms(actor: Actor, ids: readonly number[], deps: Deps): Promise<void> {
  const by = accountIdOf(actor);
  if (!mayEditTerms(actor) || by === null) throw refuseAsNotFound();
  await transact(deps, async (tx, record) => {
    const count = await removeTermRows(tx, ids, by, deps.now);
    if (count === 0) throw new Refused([because("terms_missing", "term")]);
    const subject = { kind: "screened_terms", id: "all" };
    record({ kind: "screened_terms.removed", subject, actor, payload: { terms: [...ids], count } });
  });
}

/** All lists. Refusal: `not_found`. */
export function termLists(actor: Actor, { db }: Pick<Deps, "db">): Promise<TermRecord[]> {
  if (!mayEditTerms(actor)) throw refuseAsNotFound();
  return listTerms(db.client);
}
