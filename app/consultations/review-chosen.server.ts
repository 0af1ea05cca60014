import type { Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { refuseAsNotFound, Refused, type Reason } from "~/platform/refusal";
import type { WithheldGround } from "./comment";
import { chosenComments, type Choice } from "./decide-chosen.server";
import { deskConsultation } from "./desk-queries.server";
import { publishComment } from "./publish-comment.server";
import { findDeskComments } from "./processing-store.server";
import { because } from "./reasons";
import { summariseComment } from "./summarise-comment.server";
import { withholdComment } from "./withhold-comment.server";

export type ChosenAct =
  | { act: "publish" }
  | { act: "withhold"; ground: WithheldGround; reason: string | null }
  | { act: "summarise"; theme: string };

/** How many were done, and which were not and why. */
export interface ChosenResult {
  done: number;
  failed: { number: number; reasons: Reason[] }[];
}

/**
 * One act of review on every comment chosen in the list; each is done or refused by its own rules, and the answer says
 * which were not. Published words are those with personal data masked automatically. Refusals: `not_found` when one
 * belongs elsewhere, `comments_missing`, `cluster_changed` (409).
 */
export async function reviewChosen(actor: Actor, choice: Choice, chosen: ChosenAct, deps: Deps): Promise<ChosenResult> {
  const comments = await chosenComments(actor, choice, deps);
  if (comments.length === 0) throw new Refused([because("comments_missing", "comments")]);
  await requireTogether(actor, choice.slug, comments, deps);
  const result: ChosenResult = { done: 0, failed: [] };
  for (const comment of comments) {
    try {
      await actOn(actor, comment, chosen, deps);
      result.done += 1;
    } catch (error) {
      if (!(error instanceof Refused) || error.status === 404) throw error;
      result.failed.push({ number: comment.number, reasons: error.reasons });
    }
  }
  return result;
}

type Chosen = Awaited<ReturnType<typeof chosenComments>>[number];

async function requireTogether(actor: Actor, slug: string, chosen: readonly Chosen[], deps: Deps): Promise<void> {
  const { id } = await deskConsultation(actor, slug, deps);
  const numbers = [...new Set(chosen.map(({ number }) => number))];
  const found = await findDeskComments(deps.db.client, numbers);
  if (found.length < numbers.length || found.some(({ consultationId }) => consultationId !== id))
    throw refuseAsNotFound();
}

function actOn(actor: Actor, { number, version }: Chosen, chosen: ChosenAct, deps: Deps) {
  switch (chosen.act) {
    case "publish":
      return publishComment(actor, { number, version, body: null, suggestion: null, name: null }, deps);
    case "withhold":
      return withholdComment(actor, { number, version, ...chosen, gist: null }, deps);
    case "summarise":
      return summariseComment(actor, { number, version, theme: chosen.theme, gist: null }, deps);
  }
}
