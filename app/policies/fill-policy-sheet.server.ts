import type { Actor } from "~/accounts/actor";
import { withCounterparts } from "~/accounts/with-counterparts.server";
import type { Client, Deps } from "~/platform/db.server";
import { refuseAsNotFound, Refused } from "~/platform/refusal";
import { mayFillSheet } from "~/reviews/permissions";
import { readSheet, type Reviewed } from "~/reviews/read-sheet.server";
import { answerBefore, keepEntry, type SheetEntry } from "~/reviews/sheet-entry.server";
import type { SheetView } from "~/reviews/sheet-view";
import { transact } from "~/timeline/transact.server";
import { findMaterial, type MaterialRecord } from "./material-store.server";
import { findAndLock, findPolicy, type PolicyRecord } from "./policy-store.server";
import { because } from "./reasons";
import { changeReviewed, materialReviewed, packageReviewed } from "./release-texts.server";

/** Whose sheet it is: the package's or that of a change to what is public, or that of a material that follows. */
interface SheetPlace {
  policy: string;
  material?: string;
}

/**
 * Fills a part of the release sheet, whole or not at all, with its event. Refusals: `not_found` for whoever does not work
 * in the unit, `package_not_possible` when there is nothing to be signed, those of the entry itself.
 */
export async function fillPolicySheet(actor: Actor, place: SheetPlace, entry: SheetEntry, deps: Deps): Promise<void> {
  const { client, engine } = deps.db;
  const before = await reviewedAt(client, actor, await findPolicy(client, place.policy), place, deps.now);
  const answer = await answerBefore(entry, before);
  await transact(deps, async (tx, record) => {
    const policy = await findAndLock(tx, engine, place.policy);
    const reviewed = await reviewedAt(tx, actor, policy, place, deps.now);
    const { kind, id } = reviewed.subject;
    const asked = await withCounterparts(tx, actor, { kind, id });
    const { event, payload } = await keepEntry(tx, asked, reviewed, entry, { answer, at: deps.now });
    record({ kind: `${kind}.${event}`, subject: { kind, id }, actor, payload: { policy: place.policy, ...payload } });
  });
}

async function reviewedAt(
  client: Client,
  actor: Actor,
  policy: PolicyRecord | null,
  { material: slug }: SheetPlace,
  now: Date,
): Promise<Reviewed> {
  if (!policy || !mayFillSheet(actor, policy.unitCode)) throw refuseAsNotFound();
  const material = slug === undefined ? null : await findMaterial(client, slug);
  if (slug !== undefined && material?.policyId !== policy.id) throw refuseAsNotFound();
  const reviewed = material
    ? isMaterialSheetOpen(material) && (await materialReviewed(client, material))
    : await reviewedOfPolicy(client, policy, now);
  if (reviewed) return reviewed;
  const { state } = material ?? policy;
  throw new Refused([because("package_not_possible", undefined, { act: "edit", state })]);
}

/** The package on its way to signature, or a change that waits for its own; null when there is nothing to be signed. */
async function reviewedOfPolicy(client: Client, policy: PolicyRecord, now: Date): Promise<Reviewed | null> {
  const { state, change } = policy;
  if (state === "released" && change) return changeReviewed(client, policy, change);
  return isPackageSheetOpen(policy) ? packageReviewed(client, policy, now) : null;
}

/** A document that is not disclosed has no text to review. */
export function isPackageSheetOpen({ state, proposedAttribute }: PolicyRecord): boolean {
  return (state === "preparing" || state === "in_review") && proposedAttribute === "proactive";
}

function isMaterialSheetOpen({ state, documentState }: MaterialRecord): boolean {
  return documentState === "released" && (state === "drafting" || state === "in_review");
}

/** The sheet as the document's page shows it; null when there is nothing to be signed. */
export async function packageSheet(actor: Actor, policy: PolicyRecord, deps: Deps): Promise<ShownSheet | null> {
  const reviewed = await reviewedOfPolicy(deps.db.client, policy, deps.now);
  return reviewed && { sheet: await readSheet(reviewed, deps), mayFill: mayFillSheet(actor, policy.unitCode) };
}

/** The same for a material that follows its document. */
export async function materialSheet(actor: Actor, material: MaterialRecord, deps: Deps): Promise<ShownSheet | null> {
  if (!isMaterialSheetOpen(material)) return null;
  const sheet = await readSheet(await materialReviewed(deps.db.client, material), deps);
  return { sheet, mayFill: mayFillSheet(actor, material.unitCode) };
}

interface ShownSheet {
  sheet: SheetView;
  mayFill: boolean;
}
