import type { Actor } from "~/accounts/actor";
import { removeAttachments } from "~/attachments/queries.server";
import type { Deps } from "~/platform/db.server";
import { refuseAsNotFound, Refused, requireNone } from "~/platform/refusal";
import { transact } from "~/timeline/transact.server";
import { displayFacts, findWithConsultation, isAuthor, type OwnInput } from "./author.server";
import { eraseRefusals, type ErasureGround } from "./comment";
import { eraseContent, forgetRecipients } from "./comment-store.server";
import { transitionOf } from "./consultation";
import { mayAct } from "./permissions";
import { because } from "./reasons";

/**
 * Erases what a person said and left: words, name, contact, files, salt. The comment still counts and still gets its
 * outcome; where its words stood, the public sees that they were removed, when and on what ground. The author may at
 * any time (个人信息保护法 第四十七条); otherwise the open-government office, on a legal ground.
 * Refusals: `not_found` (404) without the right; erased before; no ground.
 */
export async function eraseComment(
  actor: Actor,
  input: OwnInput & { ground: ErasureGround | null },
  deps: Deps,
): Promise<void> {
  const { number } = input;
  const removeFiles = await transact(deps, async (tx, record) => {
    const { comment, consultation } = await findWithConsultation(tx, deps.db.engine, number);
    const byAuthor = isAuthor(actor, comment, input);
    if (!byAuthor && !mayAct(actor, "erase", consultation)) throw refuseAsNotFound();
    const ground = byAuthor ? "author_request" : input.ground;
    requireNone(eraseRefusals(displayFacts(comment), ground));
    if (!transitionOf("erase", consultation, deps.now)) throw refuseAsNotFound();
    if (!(await eraseContent(tx, number, deps.now, ground!))) throw new Refused([because("comment_erased")]);
    await forgetRecipients(tx, number);
    const remove = await removeAttachments(tx, { commentNumber: number });
    const payload = { consultation: consultation.slug, ground };
    record({ kind: "comment.erased", subject: { kind: "comment", id: String(number) }, actor, payload });
    return remove;
  });
  await removeFiles();
}
