import { accountIdOf, type Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import type { Json } from "~/timeline/event";
import { endSilentComments, findSilentComments } from "./completion-store.server";
import { countComments } from "./consultation-store.server";
import { notifyOfEnd } from "./notify-commenters.server";
import { outcomesByWithdrawal } from "./outcome";
import type { ActContext } from "./perform-act.server";

/**
 * What a signed withdrawal owes: every comment without outcome is `explained` with the published reason, and everyone
 * with a contact is told. The consultation is locked, so that no comment comes in between; the page stays.
 */
export async function withdrawConsultation(
  { tx, facts, record }: ActContext,
  actor: Actor,
  { now }: Deps,
): Promise<{ [key: string]: Json }> {
  const endings = outcomesByWithdrawal(await findSilentComments(tx, facts.id));
  const { reason } = facts.proposal!;
  const authorId = accountIdOf(actor) ?? "";
  const counts = (await countComments(tx, [facts.id])).get(facts.id);
  if (endings.length > 0) {
    const { outcome } = endings[0]!;
    const ending = { consultationId: facts.id, outcome, text: reason, authorId, at: now };
    const { responseId } = await endSilentComments(tx, ending);
    for (const { number } of endings) {
      const payload = { consultation: facts.slug, outcome, response: responseId, cause: "withdrawal" };
      record({ kind: "comment.decided", subject: { kind: "comment", id: String(number) }, actor, payload });
    }
  }
  const notices = await notifyOfEnd(tx, facts, "consultation_withdrawn", now);
  return { received: counts?.received ?? 0, ended: endings.length, notices };
}
