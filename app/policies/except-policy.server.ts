import { accountIdOf, type Actor } from "~/accounts/actor";
import { plainDateOf, type PlainDate } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import { isExceptionUseful } from "./gate";
import { checkedMaterials, gateFactsOf } from "./package-facts.server";
import { keepRemark, performPolicyAct, type PolicyActInput } from "./perform-policy-act.server";
import { decideException, insertException, insertForm } from "./policy-store.server";
import { because } from "./reasons";

/**
 * The unit asks a leader to let the document go out before its material. The reason and the day by which the material
 * follows are published. Refusals: `exception_not_needed` when the gate misses no material, `promised_not_later`.
 */
export function proposeException(
  actor: Actor,
  { reason, promisedOn, ...input }: PolicyActInput & { reason: string; promisedOn: PlainDate },
  deps: Deps,
) {
  const today = plainDateOf(deps.now);
  return performPolicyAct(actor, "propose_exception", input, deps, {
    reasons: async ({ tx, facts }) => {
      const materials = await checkedMaterials(tx, facts, deps.now);
      return [
        ...(isExceptionUseful(gateFactsOf(facts, materials)) ? [] : [because("exception_not_needed")]),
        ...(promisedOn <= today ? [because("promised_not_later", "promisedOn", { today })] : []),
      ];
    },
    write: async ({ tx, facts }) => {
      const proposedById = accountIdOf(actor)!;
      const proposal = { policyId: facts.id, reason, promisedOn, proposedById, proposedAt: deps.now };
      return { payload: { exception: await insertException(tx, proposal), promisedOn } };
    },
    event: "policy.exception_proposed",
  });
}

/** One act of a leader, here or on paper: the exception is signed, public and listed, and a clock runs to the promised day. */
export function signException(actor: Actor, input: PolicyActInput & { remark?: string | null }, deps: Deps) {
  return performPolicyAct(actor, "sign_exception", input, deps, {
    write: async (context) => {
      const { tx, facts } = context;
      const { id, promisedOn } = facts.exception!;
      const signer = input.paper?.signer ?? actor;
      await decideException(tx, id, { decidedById: accountIdOf(signer), decidedAt: deps.now, isSigned: true });
      if (!facts.forms.some(({ kind }) => kind === "text"))
        await insertForm(tx, { policyId: facts.id, kind: "text", dueOn: promisedOn, origin: "plan" });
      const remark = await keepRemark(context, signer, "sign_exception", input.remark, deps.now);
      return { payload: { exception: id, promisedOn, ...remark } };
    },
    event: "policy.exception_signed",
  });
}

export function refuseException(actor: Actor, input: PolicyActInput & { reason: string }, deps: Deps) {
  return performPolicyAct(actor, "refuse_exception", input, deps, {
    write: async (context) => {
      const { id } = context.facts.exception!;
      const signer = input.paper?.signer ?? actor;
      await decideException(context.tx, id, {
        decidedById: accountIdOf(signer),
        decidedAt: deps.now,
        isSigned: false,
      });
      const remark = await keepRemark(context, signer, "refuse_exception", input.reason, deps.now);
      return { payload: { exception: id, ...remark } };
    },
    event: "policy.exception_refused",
  });
}
