import { plainDateOf } from "~/calendar/plain-date";
import type { Client } from "~/platform/db.server";
import { packageReach, publishedPackages, type PublishedPackage } from "~/policies/published-packages.server";
import type { Evidence } from "./evidence";
import type { Candidate } from "./nomination";
import type { Round } from "./round";

/** The package of a nomination as it stands now: its materials of the half year that everyone can still read. */
export async function packageIn(client: Client, round: Round, policyId: string): Promise<PublishedPackage | null> {
  const { from, to } = round;
  const [found = null] = await publishedPackages({ db: { client } }, { from, to, ids: [policyId] });
  return found;
}

export function candidateOf(found: PublishedPackage | null): Candidate | null {
  return found && { ...found, materials: found.materials.length };
}

/** The facts of the record on this day, for the evidence of a nomination. */
export async function gatherEvidence(client: Client, found: PublishedPackage, now: Date): Promise<Evidence> {
  const asOf = plainDateOf(now);
  const { slug, title, documentNumber, signedOn, releasedAt, materials, exceptionReason } = found;
  const reach = await packageReach({ db: { client } }, found, asOf);
  const isTogether = materials.some((material) => material.releasedAt.getTime() === releasedAt?.getTime());
  return {
    policy: { slug, title, documentNumber, signedOn, releasedOn: plainDateOf(releasedAt!) },
    threeSync: exceptionReason !== null ? "exception" : isTogether ? "kept" : "later",
    exceptionReason,
    materials: materials.map(({ slug: address, kind, title: name, releasedAt: at }) => ({
      ...{ slug: address, kind, title: name },
      releasedOn: plainDateOf(at),
    })),
    ...reach,
    asOf,
  };
}

/** How many materials of each nominated document everyone can still read, by the document's id. */
export async function standingMaterials(
  client: Client,
  { from, to }: Round,
  policyIds: readonly string[],
): Promise<Map<string, PublishedPackage["materials"]>> {
  if (policyIds.length === 0) return new Map();
  const found = await publishedPackages({ db: { client } }, { from, to, ids: policyIds });
  return new Map(found.map(({ id, materials }) => [id, materials]));
}
