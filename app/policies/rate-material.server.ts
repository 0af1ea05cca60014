import type { Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { refuseAsNotFound } from "~/platform/refusal";
import { transact } from "~/timeline/transact.server";
import { isMaterialPublic } from "./material";
import { findMaterial } from "./material-store.server";
import { insertRating } from "./reader-store.server";
import type { Understood } from "./reader-forms";

/**
 * 看懂了吗: keeps the answer and the reason, nothing of the person. The same form sent twice counts once. Refusal:
 * `not_found` (404) for what the public cannot read.
 */
export function rateMaterial(
  actor: Actor,
  { slug, answer, reason, key }: { slug: string; answer: Understood; reason: string | null; key: string | null },
  deps: Deps,
): Promise<void> {
  return transact(deps, async (tx, record) => {
    const material = await findMaterial(tx, slug);
    if (!material || !isMaterialPublic(material)) throw refuseAsNotFound();
    const once = key && `${slug}:${key}`;
    if (!(await insertRating(tx, { interpretationId: material.id, answer, reason, key: once, at: deps.now }))) return;
    const payload = { policy: material.policy.slug, answer };
    record({ kind: "interpretation.rated", subject: { kind: "interpretation", id: slug }, actor, payload });
  });
}
