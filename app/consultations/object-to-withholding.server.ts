import type { Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { refuseAsNotFound, requireNone } from "~/platform/refusal";
import { digest } from "~/timeline/chain.server";
import { transact } from "~/timeline/transact.server";
import { displayFacts, findWithConsultation, isAuthor, type OwnInput } from "./author.server";
import { objectionRefusals } from "./comment";
import { insertObjection } from "./comment-store.server";
import { refusals } from "./consultation";

/**
 * The author objects, once, to the comment being withheld; the open-government office decides. Refusals: `not_found`
 * (404) for anyone else; not withheld, objected before, no text.
 */
export function objectToWithholding(actor: Actor, input: OwnInput & { text: string }, deps: Deps): Promise<void> {
  const { number, text } = input;
  return transact(deps, async (tx, record) => {
    const { comment, consultation } = await findWithConsultation(tx, deps.db.engine, number);
    if (!isAuthor(actor, comment, input)) throw refuseAsNotFound();
    const facts = { ...displayFacts(comment), objection: comment.objection };
    requireNone([...refusals("object", consultation, actor, deps.now), ...objectionRefusals(facts, text)]);
    await insertObjection(tx, number, text, deps.now);
    const payload = { consultation: consultation.slug, digest: digest(comment.salt, text) };
    record({ kind: "comment.objected", subject: { kind: "comment", id: String(number) }, actor, payload });
  });
}
