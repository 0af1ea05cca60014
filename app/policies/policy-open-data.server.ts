import type { z } from "zod";
import type { MediaFile } from "~/media/media-file";
import type { Deps } from "~/platform/db.server";
import { listExceptions, type PublicException } from "./public-exceptions.server";
import type * as shapes from "./policy-open-data";
import {
  listPublicMaterials,
  publicMaterial,
  type ListedMaterial,
  type MaterialFilter,
} from "./public-materials.server";
import { listPublicPolicies, publicPolicy, type ListedPolicy, type PolicyFilter } from "./public-policies.server";

type Shape<K extends keyof typeof shapes> = z.output<(typeof shapes)[K]>;

interface Paging {
  page: number;
  pageSize: number;
}

/** The documents the public may know of, with the filters of the page. */
export async function policyList(deps: Deps, filter: PolicyFilter, paging: Paging) {
  const { items, total } = await listPublicPolicies(deps, filter, paging);
  return { items: items.map(listedFields), total, ...paging };
}

/**
 * One document with its text; null when there is nothing the public may know of. An order to interpret it anew is another
 * domain's: the route puts it beside.
 */
export async function policyData(deps: Deps, slug: string): Promise<Omit<Shape<"policy">, "reinterpretation"> | null> {
  const found = await publicPolicy(deps, slug);
  if (!found) return null;
  const { summary, issuingAuthority, indexNumber, releasedOn, effectiveFrom, validUntil, repealedOn, exception } =
    found;
  return {
    ...listedFields({ ...found, materials: found.materials.length }),
    ...{ summary, issuingAuthority, indexNumber, effectiveFrom, validUntil, repealedOn, exception },
    approvalPaper: found.approvalPaper,
    changes: found.changes,
    publishedOn: releasedOn,
    attribute: found.printedAttribute,
    successor: found.successor?.slug ?? null,
    consultation: found.consultationSlug,
    clauses: found.clauses.map(({ id, number, heading, sentences, materials }) => ({
      ...{ id, number, heading },
      text: sentences.join(""),
      interpretations: materials.map((material) => material.slug),
    })),
  };
}

export async function interpretationList(deps: Deps, filter: MaterialFilter, paging: Paging) {
  const { items, total } = await listPublicMaterials(deps, filter, paging);
  return { items: items.map(materialFields), total, ...paging };
}

/** One material; null when there is nothing the public may know of. */
export async function interpretationData(deps: Deps, slug: string): Promise<Shape<"interpretation"> | null> {
  const found = await publicMaterial(deps, slug);
  if (!found) return null;
  const { kind: _kind, ...content } = found.content;
  const { staleness, approvalPaper, ratings, media } = found;
  return {
    ...{ ...materialFields(found), content, media: media && mediaFields(media), approvalPaper },
    ...{ isStale: staleness !== null, understood: ratings },
  };
}

function mediaFields(media: MediaFile): Shape<"interpretation">["media"] {
  const { id, kind, mediaType, size, durationMs, hasStill, captions, transcript, textAlternative } = media;
  return {
    ...{ kind, url: `/media/${id}`, mediaType, size, durationMs, transcript, textAlternative },
    still: hasStill ? `/media/${id}/still` : null,
    captions: captions === null ? null : `/media/${id}/captions.vtt`,
    correctedOn: media.corrections[0]?.on ?? null,
  };
}

/** The exceptions from publishing document and interpretation together. */
export async function exceptionList(deps: Deps, paging: Paging) {
  const { items, total } = await listExceptions(deps, paging);
  return { items: items.map(exceptionFields), total, ...paging };
}

function exceptionFields({ policy, unit, releasedOn, ...item }: PublicException): Shape<"listedException"> {
  const { reason, signedOn, paper, promisedOn, keptOn, isLate } = item;
  return {
    ...{ policy: policy.slug, title: policy.title, documentNumber: policy.documentNumber, unitName: unit.name },
    ...{
      reason,
      signedOn,
      paper,
      promisedOn,
      publishedOn: releasedOn,
      keptOn,
      isLate,
      url: `/policies/${policy.slug}`,
    },
  };
}

function listedFields(item: ListedPolicy): Shape<"listedPolicy"> {
  const { slug, title, titleEn, unit, documentKind, documentNumber, signedOn, validity, isImported, materials } = item;
  return {
    ...{ slug, title, titleEn, documentNumber, signedOn, validity, isImported },
    unitName: unit.name,
    kind: documentKind,
    interpretations: materials,
    url: `/policies/${slug}`,
  };
}

function materialFields(item: ListedMaterial): Shape<"listedInterpretation"> {
  const { slug, kind, title, titleEn, summary, policy, unit, releasedOn, clauseIds } = item;
  return {
    ...{ slug, kind, title, titleEn, summary },
    policy: policy.slug,
    unitName: unit.name,
    publishedOn: releasedOn,
    clauses: clauseIds,
    url: `/interpretations/${slug}`,
  };
}
