import type { Actor } from "~/accounts/actor";
import { withCounterparts } from "~/accounts/with-counterparts.server";
import { ACCEPTED_ENDINGS } from "~/attachments/attachment";
import type { Deps, Tx } from "~/platform/db.server";
import { refuseAsNotFound, Refused } from "~/platform/refusal";
import { enterPaper, paperToVerify, refusePaper, type PaperInput } from "~/reviews/paper.server";
import { signersOf } from "~/reviews/paper-signers.server";
import { paperLines } from "~/reviews/read-sheet.server";
import type { Json } from "~/timeline/event";
import { lastOfKind } from "~/timeline/queries.server";
import { transact } from "~/timeline/transact.server";
import type { ShownPapers } from "./desk-facts";
import { findMaterial, type MaterialRecord } from "./material-store.server";
import { MATERIAL_PAPER_PART } from "./paper-place";
import { mayRecordPaper } from "./permissions";
import { findAndLock } from "./policy-store.server";
import { because } from "./reasons";
import { actOnMaterial } from "./sign-material.server";

/**
 * Enters what reviewer or approver of a later material signed on a 发文稿纸, with its scan; it counts once another person
 * verifies it. Refusals: `not_found` outside the unit, `package_not_possible` when nothing waits for a signature, those
 * of the entry itself.
 */
export async function enterMaterialPaper(
  actor: Actor,
  { slug, ...input }: PaperInput & { slug: string },
  deps: Deps,
): Promise<void> {
  const { unitCode } = waiting(actor, await findMaterial(deps.db.client, slug));
  const signers = await signersOf(unitCode, deps);
  await record(actor, slug, "interpretation.paper_entered", deps, async (tx, asked) => ({
    ...(await enterPaper(tx, asked, subjectOf(slug), input, { signers, now: deps.now })),
  }));
}

/** A second person sends back what does not agree with its scan. */
export function refuseMaterialPaper(
  actor: Actor,
  { slug, ...input }: { slug: string; id: number; reason: string },
  deps: Deps,
): Promise<void> {
  return record(actor, slug, "interpretation.paper_refused", deps, (tx, asked) =>
    refusePaper(tx, asked, input, subjectOf(slug), deps.now),
  );
}

/** A second person has compared the entry with its scan: the step is done now, signed by whoever signed the paper. */
export async function verifyMaterialPaper(
  actor: Actor,
  { slug, id }: { slug: string; id: number },
  deps: Deps,
): Promise<void> {
  waiting(actor, await findMaterial(deps.db.client, slug));
  const asked = await withCounterparts(deps.db.client, actor, { kind: "interpretation", id: slug });
  const sent = await lastOfKind(deps, "interpretation.submitted", "interpretation", [slug]);
  const submittedAt = sent.get(slug) ?? null;
  const { act, ...paper } = await paperToVerify(asked, { id, submittedAt }, subjectOf(slug), deps);
  const input = { slug, version: null, paper };
  await actOnMaterial(actor, act === "pass" ? "pass_material" : "approve_material", input, deps);
}

/** What the material's page at the desk shows of signatures on paper; null when there are none and none may be entered. */
export async function materialPapers(
  actor: Actor,
  material: MaterialRecord,
  deps: Deps,
): Promise<Omit<ShownPapers, "what"> | null> {
  const lines = await paperLines({ kind: "interpretation", id: material.slug }, deps);
  const isWaiting = waitsForSignature(material);
  const mayEnter = isWaiting && mayRecordPaper(actor, material, false);
  if (!mayEnter && lines.length === 0) return null;
  const signers = mayEnter ? await signersOf(material.unitCode, deps) : null;
  return { lines, signers, part: isWaiting ? MATERIAL_PAPER_PART : null, accept: ACCEPTED_ENDINGS };
}

type Write = (tx: Tx, asked: Actor) => Promise<{ [key: string]: Json }>;

function record(actor: Actor, slug: string, kind: string, deps: Deps, write: Write): Promise<void> {
  return transact(deps, async (tx, keep) => {
    const known = await findMaterial(tx, slug);
    // Acts on a material wait for those on its document.
    if (known) await findAndLock(tx, deps.db.engine, known.policy.slug);
    const material = waiting(actor, await findMaterial(tx, slug));
    const subject = { kind: "interpretation", id: slug };
    const payload = await write(tx, await withCounterparts(tx, actor, subject));
    keep({ kind, subject, actor, payload: { policy: material.policy.slug, ...payload } });
  });
}

function waiting(actor: Actor, material: MaterialRecord | null): MaterialRecord {
  if (!material || !mayRecordPaper(actor, material, false)) throw refuseAsNotFound();
  if (!waitsForSignature(material))
    throw new Refused([because("package_not_possible", undefined, { act: "sign", state: material.state })]);
  return material;
}

/** What goes out with its document is signed with it. */
function waitsForSignature({ state, documentState }: MaterialRecord): boolean {
  return state === "in_review" && documentState === "released";
}

function subjectOf(slug: string) {
  return { kind: "interpretation", id: slug, part: MATERIAL_PAPER_PART };
}
