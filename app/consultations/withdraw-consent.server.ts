import type { Actor } from "~/accounts/actor";
import { showAttachments } from "~/attachments/queries.server";
import type { Deps } from "~/platform/db.server";
import { refuseAsNotFound, Refused, requireNone } from "~/platform/refusal";
import { transact } from "~/timeline/transact.server";
import { displayFacts, findWithConsultation, isAuthor, type OwnInput } from "./author.server";
import { withdrawConsentRefusals } from "./comment";
import { markConsentWithdrawn } from "./comment-store.server";
import { refusals } from "./consultation";
import { because } from "./reasons";

/**
 * The author takes back the consent to publication (个人信息保护法 第十五条): the words leave every page, count, export
 * and feed with the commit. Refusals: `not_found` (404) for anyone else; no consent to take back, or taken back before.
 */
export function withdrawConsent(actor: Actor, input: OwnInput, deps: Deps): Promise<void> {
  const { number } = input;
  return transact(deps, async (tx, record) => {
    const { comment, consultation } = await findWithConsultation(tx, deps.db.engine, number);
    if (!isAuthor(actor, comment, input)) throw refuseAsNotFound();
    requireNone([
      ...refusals("withdraw_consent", consultation, actor, deps.now),
      ...withdrawConsentRefusals(displayFacts(comment)),
    ]);
    if (!(await markConsentWithdrawn(tx, number, deps.now))) throw new Refused([because("consent_already_withdrawn")]);
    await showAttachments(tx, { commentNumber: number }, false);
    const payload = { consultation: consultation.slug };
    record({ kind: "comment.consent_withdrawn", subject: { kind: "comment", id: String(number) }, actor, payload });
  });
}
