import type { Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { Refused } from "~/platform/refusal";
import { decideComments, type DecideInput } from "./decide-comments.server";
import { deskConsultation } from "./desk-queries.server";
import { maySeeUnmasked } from "./permissions";
import { clusterChoice, type ProcessingFilter } from "./processing-filter";
import { findMatching, type Member } from "./processing-list-store.server";
import { because } from "./reasons";
import { similarGroups } from "./similar-groups.server";

/** What was ticked in the list, one by one or as whole groups of near-identical comments. */
export interface Choice {
  slug: string;
  /** The list as it was narrowed when the groups were chosen in it. */
  filter: ProcessingFilter;
  /** Each as `clusterChoice` named it on the page. */
  clusters: readonly string[];
  comments: DecideInput["comments"];
}

/**
 * One response for the comments chosen in the list. All or none. Refusals: those of `decideComments`; `cluster_changed`
 * (409) when a group is no longer what the page showed.
 */
export async function decideChosen(actor: Actor, { filter, clusters, ...input }: Choice & DecideInput, deps: Deps) {
  const comments = await chosenComments(actor, { filter, clusters, ...input }, deps);
  return decideComments(actor, { ...input, comments }, deps);
}

/** The comments of a choice, each once. Refusal: `cluster_changed` (409). */
export async function chosenComments(actor: Actor, { filter, clusters, slug, comments }: Choice, deps: Deps) {
  const members = clusters.length > 0 ? await membersOf(actor, { filter, clusters, slug }, deps) : [];
  const single = new Set(comments.map(({ number }) => number));
  return [...comments, ...members.filter(({ number }) => !single.has(number))];
}

async function membersOf(
  actor: Actor,
  { filter, clusters, slug }: Pick<Choice, "filter" | "clusters" | "slug">,
  deps: Deps,
): Promise<Member[]> {
  const consultation = await deskConsultation(actor, slug, deps);
  const searches = maySeeUnmasked(actor, consultation) ? "all" : "published";
  const fitting = await findMatching(deps.db.client, consultation.id, filter, searches);
  const { groups } = await similarGroups(deps.db, consultation.id);
  return clusters.flatMap((choice) => {
    const group = groups.find(({ fingerprint }) => choice.startsWith(`${fingerprint}:`));
    const numbers = new Set(group?.numbers);
    const members = fitting.filter(({ number }) => numbers.has(number));
    if (!group || clusterChoice(group.fingerprint, members) !== choice) {
      throw new Refused([because("cluster_changed", "comments")], 409);
    }
    return members;
  });
}
