import { accountIdOf, type Actor } from "~/accounts/actor";
import { plainDateOf, type PlainDate } from "~/calendar/plain-date";
import type { DisclosureAttribute } from "~/disclosure/attribute";
import type { Deps } from "~/platform/db.server";
import { performPolicyActIn, type PolicyActContext, type PolicyActInput } from "./perform-policy-act.server";
import { decideChange, insertChange, type PolicyRecord } from "./policy-store.server";

/** What a leader approved in the yearly review of one document. */
export type ReviewedChange =
  | { kind: "disclose" }
  | { kind: "reclassify"; attribute: Exclude<DisclosureAttribute, "proactive">; ground: string | null; reason: string }
  | { kind: "mark_expired" | "mark_repealed"; effectiveOn: PlainDate; reason: string; proposedById: string };

/**
 * Does to the document what the leader approved, in the transaction of that approval. A register entry that is to be
 * disclosed goes back to its unit: text after a new secrecy review, three signatures, release within twenty working days
 * of today (变更之日, 政府信息公开条例 国令711 第二十六条).
 */
export function applyReviewedChange(
  { paper, ...within }: Pick<PolicyActContext, "tx" | "record"> & Pick<PolicyActInput, "paper">,
  actor: Actor,
  slug: string,
  change: ReviewedChange,
  deps: Deps,
): Promise<PolicyRecord> {
  const input = { slug, version: null, paper };
  const leader = paper?.signer ?? actor;
  const today = plainDateOf(deps.now);
  switch (change.kind) {
    case "disclose":
      return performPolicyActIn(within, actor, "disclose_anew", input, deps, {
        write: async () => ({ data: openedOn(today), payload: { attribute: "proactive" } }),
        event: "policy.opened_by_review",
      });
    case "reclassify": {
      const { attribute, ground, reason } = change;
      const data = {
        ...{ determinedAttribute: attribute, attributeGround: ground, attributeReason: reason },
        attributeChangedOn: today,
      };
      return performPolicyActIn(within, actor, "reclassify", input, deps, {
        write: async () => ({ data, payload: { attribute } }),
        event: "policy.reclassified",
      });
    }
    default: {
      const { kind, effectiveOn, reason } = change;
      const isRepealed = kind === "mark_repealed";
      const data = isRepealed ? { repealedOn: effectiveOn, repealedReason: reason } : { validUntil: effectiveOn };
      return performPolicyActIn(within, actor, "mark_lapsed", input, deps, {
        write: async (context) => {
          const id = await signedChange(context, leader, change, deps.now);
          return { data, payload: { change: id, kind, effectiveOn }, happenedOn: effectiveOn };
        },
        event: "policy.lapse_marked",
      });
    }
  }
}

function openedOn(today: PlainDate) {
  return {
    proposedAttribute: "proactive",
    printedAttribute: null,
    attributeGround: null,
    attributeReason: null,
    attributeChangedOn: today,
    secrecyReview: null,
    secrecyReviewer: null,
    secrecyReviewedOn: null,
  };
}

/** It stands among the changes of the document, as one that the unit proposed and the leader signed. */
async function signedChange(
  { tx, facts }: PolicyActContext,
  leader: Actor,
  change: Extract<ReviewedChange, { proposedById: string }>,
  now: Date,
): Promise<number> {
  const { kind, effectiveOn, reason, proposedById } = change;
  const id = await insertChange(tx, {
    ...{ policyId: facts.id, kind: kind === "mark_repealed" ? "repeal" : "expire", reason, effectiveOn },
    ...{ textId: null, successorId: null, proposedById, proposedAt: now },
  });
  await decideChange(tx, id, { decidedById: accountIdOf(leader), decidedAt: now, isSigned: true });
  return id;
}
