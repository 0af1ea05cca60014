import type { Actor } from "~/accounts/actor";
import { plainDateOf, yearOf } from "~/calendar/plain-date";
import { textRefusals } from "~/disclosure/attribute";
import type { Deps } from "~/platform/db.server";
import type { Reason } from "~/platform/refusal";
import { numberYearRefusals } from "./document-number";
import { performPolicyAct, type PolicyActInput } from "./perform-policy-act.server";
import type { PlanFields, PolicyFields } from "./policy-fields";
import type { PolicyRecord } from "./policy-store.server";
import { metadataRefusals } from "./preparing";

/**
 * Saves the metadata, as far as they go. The timeline names the fields that changed, not what stands in them. Refusals:
 * what contradicts itself; `register_entry_holds_text` when the attribute turns away from 主动公开 while text is there.
 */
export function editPolicy(actor: Actor, { fields, ...input }: PolicyActInput & { fields: PolicyFields }, deps: Deps) {
  const today = plainDateOf(deps.now);
  return performPolicyAct(actor, "edit", input, deps, {
    reasons: ({ facts }) => [
      ...metadataRefusals(fields, today),
      ...numberYearRefusals(fields.documentNumber, yearOf(today)),
      ...heldTextReasons(facts, fields),
    ],
    write: async ({ facts }) => ({ data: fields, payload: { fields: changedFields(facts, fields) } }),
    event: "policy.edited",
  });
}

/** Saves the interpretation plan; its forms are added one by one. */
export function editPlan(actor: Actor, { fields, ...input }: PolicyActInput & { fields: PlanFields }, deps: Deps) {
  return performPolicyAct(actor, "edit", input, deps, {
    write: async ({ facts }) => ({ data: fields, payload: { fields: changedFields(facts, fields) } }),
    event: "policy.plan_edited",
  });
}

function heldTextReasons(facts: PolicyRecord, { proposedAttribute, secrecyReview }: PolicyFields): Reason[] {
  const holdsText = facts.texts.length > 0 || facts._count.attachments > 0;
  const isAllowed = textRefusals({ attribute: proposedAttribute, secrecyReview }, "proposedAttribute").length === 0;
  return holdsText && !isAllowed ? [{ code: "register_entry_holds_text", field: "proposedAttribute" }] : [];
}

function changedFields(facts: PolicyRecord, fields: Partial<PolicyFields & PlanFields>): string[] {
  const names = Object.keys(fields) as (keyof typeof fields)[];
  return names.filter((name) => facts[name] !== fields[name]).sort();
}
