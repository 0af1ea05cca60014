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

interface ChosenInput extends DecideInput {
  /** The list as it was narrowed when the groups were chosen in it. */
  filter: ProcessingFilter;
  /** Whole groups of near-identical comments, each as `clusterChoice` named it on the page. */
  clusters: readonly string[];
}

/**
 * One response for comments chosen in the list, one by one or as whole groups of near-identical ones. All or none.
 * Refusals: those of `decideComments`; `cluster_changed` (409) when a group is no longer what the page showed.
 */
export async function decideChosen(actor: Actor, { filter, clusters, ...input }: ChosenInput, deps: Deps) {
  const members = clusters.length > 0 ? await membersOf(actor, { filter, clusters, slug: input.slug }, deps) : [];
  const single = new Set(input.comments.map(({ number }) => number));
  const comments = [...input.comments, ...members.filter(({ number }) => !single.has(number))];
  return decideComments(actor, { ...input, comments }, deps);
}

async function membersOf(
  actor: Actor,
  { filter, clusters, slug }: Pick<ChosenInput, "filter" | "clusters" | "slug">,
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
