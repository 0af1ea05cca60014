import type { Deps } from "~/platform/db.server";
import { isOutcomePublic, shownState } from "./consultation";
import { findClauses, findConsultation } from "./consultation-store.server";
import { diffClauses } from "./diff";
import { countReceived } from "./comment-store.server";
import { laterDraftOf } from "./public-queries.server";

export interface MatterThread {
  slug: string;
  /** Comments of the public; each has its answer, for the outcome is public. */
  comments: number;
  /** Clauses that changed; null while no later text is public. */
  changes: number | null;
}

/**
 * 脉络 of a whole matter in figures: how many comments came, all of them answered, and how many clauses changed. Null
 * until the outcome is public, and for what came over from another site without one.
 */
export async function matterThread({ db, now }: Deps, slug: string): Promise<MatterThread | null> {
  const facts = await findConsultation(db.client, slug);
  if (!facts) return null;
  const state = shownState(facts, now);
  if (!isOutcomePublic(state) || state === "imported") return null;
  const later = laterDraftOf(facts, state);
  const clausesOf = async (draftId: string) =>
    (await findClauses(db.client, draftId)).map(({ clauseId, ...clause }) => ({ id: clauseId, ...clause }));
  const changes =
    later && facts.draftId
      ? diffClauses(await clausesOf(facts.draftId), await clausesOf(later.id)).filter(
          ({ kind }) => kind !== "unchanged",
        ).length
      : null;
  return { slug, comments: await countReceived(db.client, facts.id), changes };
}
