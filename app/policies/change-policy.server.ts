import { accountIdOf, type Actor } from "~/accounts/actor";
import type { PlainDate } from "~/calendar/plain-date";
import type { WrittenClause } from "~/drafting/draft-text";
import { clausesRefusals } from "~/drafting/written-clauses";
import type { Deps, Tx } from "~/platform/db.server";
import type { Reason } from "~/platform/refusal";
import { releaseReasons } from "~/reviews/read-sheet.server";
import { keepRemark, performPolicyAct, type PolicyActInput } from "./perform-policy-act.server";
import {
  decideChange,
  findPolicy,
  findPolicyById,
  findUsedClauseIds,
  insertChange,
  showText,
  type PolicyData,
  type PolicyRecord,
} from "./policy-store.server";
import type { SignedChange } from "./validity";
import { because } from "./reasons";
import { changeReviewed } from "./release-texts.server";
import { writeText } from "./save-policy-text.server";
import { successorRefusals, type Succession } from "./validity";

/** What the unit proposes; that a validity ended is marked by the yearly review. */
type Proposed = Exclude<SignedChange, "expire">;

interface ChangeInput extends PolicyActInput {
  change: Proposed;
  /** 更正说明, or the basis of the amendment or repeal; published. */
  reason: string;
  effectiveOn: PlainDate;
  successor: string | null;
  /** The text as it reads then, for a correction or an amendment. */
  clauses: readonly WrittenClause[] | null;
}

/**
 * Proposes to correct, amend or repeal a released document; nothing changes until the approver signs. A text that is
 * public is never overwritten: the change is a new version of it. Refusals: `change_text_missing`, those of clauses;
 * `successor_itself`, `successor_unknown`, `successor_circle`; `change_too_early` before the document's own date.
 */
export function proposePolicyChange(actor: Actor, { change, reason, effectiveOn, ...input }: ChangeInput, deps: Deps) {
  return performPolicyAct(actor, "propose_change", input, deps, {
    reasons: async ({ tx, facts }) => [
      ...(await textReasons(tx, facts, change, input.clauses)),
      ...(facts.signedOn && effectiveOn < facts.signedOn ? [because("change_too_early", "effectiveOn")] : []),
      ...(input.successor === null ? [] : await successorReasons(tx, input.slug, input.successor)),
    ],
    write: async (context) => {
      const { tx, facts } = context;
      const text = change === "repeal" ? null : await writeText(context, textOf(change, reason, input.clauses!), deps);
      const successor = input.successor === null ? null : await findPolicy(tx, input.successor);
      const id = await insertChange(tx, {
        ...{ policyId: facts.id, kind: change, reason, effectiveOn },
        textId: text?.id ?? null,
        successorId: successor?.id ?? null,
        proposedById: accountIdOf(actor)!,
        proposedAt: deps.now,
      });
      return { payload: { change: id, kind: change, effectiveOn, successor: input.successor, ...text?.payload } };
    },
    event: "policy.change_proposed",
  });
}

/**
 * The approver, who is not the proposer, signs, here or on paper, once the release sheet allows it: the new text is shown,
 * or the document is repealed.
 */
export function signPolicyChange(actor: Actor, input: PolicyActInput & { remark?: string | null }, deps: Deps) {
  return performPolicyAct(actor, "sign_change", input, deps, {
    reasons: async ({ tx, facts }) => {
      const { change } = facts;
      const successor = change?.successorId ? await findPolicyById(tx, change.successorId) : null;
      return [
        ...(successor ? await successorReasons(tx, input.slug, successor.slug) : []),
        ...(change ? (await releaseReasons(tx, await changeReviewed(tx, facts, change))).reasons : []),
      ];
    },
    write: async (context) => {
      const { tx, facts } = context;
      const { id, kind, textId, effectiveOn, successorId } = facts.change!;
      const signer = input.paper?.signer ?? actor;
      await decideChange(tx, id, { decidedById: accountIdOf(signer), decidedAt: deps.now, isSigned: true });
      const successor = successorId ? (await findPolicyById(tx, successorId))!.slug : null;
      if (textId) await showText(tx, textId, deps.now);
      const remark = await keepRemark(context, actor, "sign_change", input.remark, deps.now);
      return {
        data: dataOf(facts),
        payload: { change: id, kind, effectiveOn, successor, ...remark },
        happenedOn: effectiveOn,
      };
    },
    event: "policy.changed",
  });
}

export function refusePolicyChange(actor: Actor, input: PolicyActInput & { reason: string }, deps: Deps) {
  return performPolicyAct(actor, "refuse_change", input, deps, {
    write: async (context) => {
      const { id } = context.facts.change!;
      await decideChange(context.tx, id, { decidedById: accountIdOf(actor), decidedAt: deps.now, isSigned: false });
      return {
        payload: { change: id, ...(await keepRemark(context, actor, "refuse_change", input.reason, deps.now)) },
      };
    },
    event: "policy.change_refused",
  });
}

function textOf(change: Exclude<Proposed, "repeal">, reason: string, clauses: readonly WrittenClause[]) {
  return { kind: change === "correct" ? ("corrected" as const) : ("amended" as const), clauses, changeNote: reason };
}

function dataOf({ change }: PolicyRecord): PolicyData {
  const { kind, effectiveOn, reason, successorId } = change!;
  if (kind === "amend") return { amendedOn: effectiveOn, ...(successorId ? { successorId } : {}) };
  if (kind === "repeal") return { repealedOn: effectiveOn, repealedReason: reason, successorId };
  return {};
}

async function textReasons(
  tx: Tx,
  facts: PolicyRecord,
  change: Proposed,
  clauses: readonly WrittenClause[] | null,
): Promise<Reason[]> {
  if (change === "repeal") return [];
  if (!clauses || clauses.length === 0) return [because("change_text_missing", "clauses")];
  return clausesRefusals(clauses, await findUsedClauseIds(tx, facts.id));
}

async function successorReasons(tx: Tx, slug: string, successor: string): Promise<Reason[]> {
  const known = new Map<string, Succession>();
  for (let next: string | null = successor; next !== null && !known.has(next);) {
    const found: PolicyRecord | null = await findPolicy(tx, next);
    if (!found) break;
    const successorSlug = found.successor?.slug ?? null;
    known.set(next, { slug: next, isReleased: found.state === "released", successorSlug });
    next = successorSlug;
  }
  return successorRefusals(slug, successor, (one) => known.get(one));
}
