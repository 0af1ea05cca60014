import type { Actor } from "~/accounts/actor";
import { withCounterparts } from "~/accounts/with-counterparts.server";
import { plainDateOf } from "~/calendar/plain-date";
import { bigramsOf, likeness, normalise } from "~/wording/bigrams";
import { unusedMedia } from "~/media/attach-media.server";
import type { MediaFile } from "~/media/media-file";
import type { Client, Deps } from "~/platform/db.server";
import { refuseAsNotFound, type Reason } from "~/platform/refusal";
import { releaseReasons } from "~/reviews/read-sheet.server";
import { namedStages } from "~/reviews/stage-setting.server";
import { deskPolicy } from "./desk-policies.server";
import { materialSheet } from "./fill-policy-sheet.server";
import { MATERIAL_ACTS, materialRefusals, materialTransition, type MaterialAct, type MaterialKind } from "./material";
import { contentRefusals } from "./material-check";
import { isFitting, maySupportMedia } from "./material-media";
import { readContent, wordsIn, type MaterialContent } from "./material-content";
import { findMaterial, type MaterialRecord } from "./material-store.server";
import { valuesOf } from "./material-values";
import { materialPapers } from "./paper-material.server";
import { mayAct } from "./permissions";
import { refusals } from "./policy-package";
import { findClauses, type PolicyClauseRecord } from "./policy-store.server";
import { materialStaleness, quotedClauses } from "./public-materials.server";
import { countRatings, findRatingReasons } from "./reader-store.server";
import { materialReviewed } from "./release-texts.server";
import { mediaOfMaterials, shownMedia } from "./shown-media.server";

/** House policy: above this, the interpretation reads like an extract of the document (文件压缩). */
const TOO_ALIKE = 0.5;

/** A material for its page at the desk. Refusal: `not_found`. */
export async function deskMaterial(actor: Actor, policySlug: string, slug: string, deps: Deps) {
  const { db, now } = deps;
  const policy = await deskPolicy(actor, policySlug, deps);
  const material = await findMaterial(db.client, slug);
  if (!material || material.policyId !== policy.id) throw refuseAsNotFound();
  const today = plainDateOf(now);
  const clauses = policy.text ? await findClauses(db.client, policy.text.id) : [];
  const content = readContent(material.kind, material.content);
  const media = (await mediaOfMaterials(db.client, [slug])).get(slug);
  const context = { clauses: new Set(clauses.map(({ clauseId }) => clauseId)), today, media: shownMedia(media) };
  const counts = (await countRatings(db.client, [material.id])).get(material.id);
  const isWritten = material.state === "drafting" && refusals("write_material", policy, actor).length === 0;
  const { kind, title, titleEn, summary, state, version } = material;
  return {
    policy: { slug: policy.slug, title: policy.title, state: policy.state, unitCode: policy.unitCode },
    ...{ slug, kind, title, titleEn, summary, state, version },
    values: { ...valuesOf(content, clauses), media: [media?.id ?? ""] },
    missing: contentRefusals(content, context),
    preview: { content, media: media ?? null, clauses: quotedClauses(material.clauseIds, clauses) },
    choices: isWritten ? await mediaChoices(db.client, kind, policy.unitCode, media) : [],
    isAlike: isAlike(content, clauses),
    isStale: state === "released" && (await materialStaleness(db.client, material, policy, clauses, today)) !== null,
    mayEdit: isWritten,
    offers: await offersTo(actor, material, db.client),
    stages: isSignedApart(material) ? await namedStages(material, material.unitCode, deps) : null,
    sheet: await materialSheet(actor, material, deps),
    papers: await materialPapers(actor, material, deps),
    ratings: { yes: counts?.get("yes") ?? 0, partly: counts?.get("partly") ?? 0, no: counts?.get("no") ?? 0 },
    ratingReasons: await findRatingReasons(db.client, material.id),
  };
}

/** The clauses of the document, for reading the names that an officer typed. */
export async function clausesOfPolicy(slug: string, actor: Actor, deps: Deps): Promise<PolicyClauseRecord[]> {
  const policy = await deskPolicy(actor, slug, deps);
  return policy.text ? findClauses(deps.db.client, policy.text.id) : [];
}

/** The unit's files that this kind of material can show, the one that it shows first. */
async function mediaChoices(client: Client, kind: MaterialKind, unit: string, media: MediaFile | undefined) {
  if (!maySupportMedia(kind)) return [];
  const fitting = (await unusedMedia(client, unit)).filter((one) => isFitting(kind, one));
  return [...(media ? [media] : []), ...fitting].map(({ id, title, size }) => ({ id, title, size }));
}

async function offersTo(actor: Actor, material: MaterialRecord, client: Client) {
  const offers: { act: MaterialAct; reasons: Reason[] }[] = [];
  const asked = await withCounterparts(client, actor, { kind: "interpretation", id: material.slug });
  for (const act of MATERIAL_ACTS) {
    if (!mayAct(actor, act, material) || !materialTransition(act, material)) continue;
    const sheet =
      act === "approve_material" ? await releaseReasons(client, await materialReviewed(client, material)) : null;
    offers.push({ act, reasons: [...materialRefusals(act, material, asked), ...(sheet?.reasons ?? [])] });
  }
  return offers;
}

/** What went out with its document was signed with it; only what follows has reviews of its own. */
function isSignedApart({ documentState, state, submittedById }: MaterialRecord): boolean {
  return documentState === "released" && (submittedById !== null || state === "drafting");
}

/** 解读 is not 摘抄: it is compared with the clauses it explains. Advice, never a refusal. */
function isAlike(content: MaterialContent, clauses: readonly PolicyClauseRecord[]): boolean {
  const words = bigramsOf(normalise(wordsIn(content)));
  const source = bigramsOf(normalise(clauses.map(({ text }) => text).join("\n")));
  if (words.size === 0 || source.size === 0) return false;
  const shared = [...words].filter((pair) => source.has(pair)).length;
  return shared / words.size > SHARED || likeness(words, source) > TOO_ALIKE;
}

/** The share of its pairs of characters that stand in the document too. */
const SHARED = 0.8;
