import { plainDateOf } from "~/calendar/plain-date";
import type { Client } from "~/platform/db.server";
import type { Reason } from "~/platform/refusal";
import { gateRefusals, goWithDocument, type GateFacts, type GateMaterial } from "./gate";
import { contentRefusals } from "./material-check";
import { readContent } from "./material-content";
import { findMaterials, type MaterialRecord } from "./material-store.server";
import { findClauses, type PolicyRecord } from "./policy-store.server";
import { documentRefusals } from "./preparing";
import { mediaOfMaterials, shownMedia } from "./shown-media.server";

export interface CheckedMaterial extends GateMaterial {
  id: string;
  record: MaterialRecord;
}

/** The materials of a document, each with what is missing in it against the text as it is. */
export async function checkedMaterials(client: Client, policy: PolicyRecord, now: Date): Promise<CheckedMaterial[]> {
  const clauses = policy.text ? await findClauses(client, policy.text.id) : [];
  const known = new Set(clauses.map(({ clauseId }) => clauseId));
  const today = plainDateOf(now);
  const materials = await findMaterials(client, policy.id);
  const media = await mediaOfMaterials(
    client,
    materials.map(({ slug }) => slug),
  );
  return materials.map((record) => {
    const { id, kind, title, content } = record;
    const context = { clauses: known, today, media: shownMedia(media.get(record.slug)) };
    const reasons = contentRefusals(readContent(kind, content), context);
    return { id, kind, title, reasons, record };
  });
}

export function gateFactsOf(policy: PolicyRecord, materials: readonly GateMaterial[]): GateFacts {
  return { ...policy, materials };
}

/** Every reason why the package does not pass: the document's own, then the gate's. */
export async function packageRefusals(client: Client, policy: PolicyRecord, now: Date): Promise<Reason[]> {
  const clauses = policy.text ? await findClauses(client, policy.text.id) : [];
  const reasons = documentRefusals(policy, clauses.length, plainDateOf(now));
  if (policy.proposedAttribute !== "proactive") return reasons;
  return [...reasons, ...gateRefusals(gateFactsOf(policy, await checkedMaterials(client, policy, now)))];
}

/** What is released in the same instant as the document. */
export async function releasedTogether(client: Client, policy: PolicyRecord, now: Date): Promise<CheckedMaterial[]> {
  if (!policy.isInterpreted) return [];
  const drafting = (await checkedMaterials(client, policy, now)).filter(({ record }) => record.state === "drafting");
  return goWithDocument(drafting, policy.forms);
}
