import type { Actor } from "~/accounts/actor";
import { showAttachments } from "~/attachments/queries.server";
import { plainDateOf, yearOf, type PlainDate } from "~/calendar/plain-date";
import type { DisclosureAttribute } from "~/disclosure/attribute";
import type { Deps } from "~/platform/db.server";
import { numberYearRefusals } from "./document-number";
import { releaseMaterials } from "./material-store.server";
import { packageRefusals, releasedTogether } from "./package-facts.server";
import { performPolicyAct, type PolicyActInput, type PolicyWritten } from "./perform-policy-act.server";
import { showText } from "./policy-store.server";
import { issueRefusals } from "./preparing";
import { showWithMaterial } from "./shown-media.server";

// 同步部署: the document gets its number and its mark, then it goes public with its materials in one transaction.

type Payload = NonNullable<PolicyWritten["payload"]>;

interface IssueInput extends PolicyActInput {
  documentNumber: string | null;
  indexNumber: string | null;
  signedOn: PlainDate | null;
  printedAttribute: DisclosureAttribute;
}

/**
 * Records how the document was issued: its number, its date and the attribute printed on it (印发时标注公开方式). One that
 * is not disclosed ends here, as an entry of the register. The stated date stands beside the event, never in its place.
 */
export function issuePolicy(actor: Actor, { slug, version, ...issued }: IssueInput, deps: Deps) {
  const today = plainDateOf(deps.now);
  return performPolicyAct(actor, "issue", { slug, version }, deps, {
    reasons: ({ facts }) => [
      ...issueRefusals(issued, facts, today),
      ...numberYearRefusals(issued.documentNumber, yearOf(today)),
    ],
    write: async () => ({
      data: issued,
      payload: { printedAttribute: issued.printedAttribute },
      happenedOn: issued.signedOn ?? undefined,
    }),
    event: "policy.issued",
  });
}

/**
 * Publishes document and materials at the same instant. Refusals: every reason of the gate, asked once more, because
 * nothing may have become incomplete between the signature and now.
 */
export function releasePolicy(actor: Actor, input: PolicyActInput, deps: Deps) {
  return performPolicyAct(actor, "release", input, deps, {
    reasons: ({ tx, facts }) => packageRefusals(tx, facts, deps.now),
    write: async ({ tx, facts, record }) => {
      const together = await releasedTogether(tx, facts, deps.now);
      await showText(tx, facts.text!.id, deps.now);
      await showAttachments(tx, { policyId: facts.id }, true);
      const release = { approvedById: facts.approvedById, textNumber: facts.text!.number, releasedAt: deps.now };
      await releaseMaterials(
        tx,
        together.map(({ id }) => id),
        release,
      );
      for (const { record: material } of together) {
        await showWithMaterial(tx, material.slug, true);
        const subject = { kind: "interpretation", id: material.slug };
        const payload = { policy: facts.slug, kind: material.kind, approvedBy: facts.approvedById, with: "document" };
        record({ kind: "interpretation.released", subject, actor, payload });
      }
      const { documentKind, consultationSlug } = facts;
      const exception = facts.exception?.id ?? null;
      const payload: Payload = { documentKind, exception, materials: together.length };
      // Named in the event, so that the consultation's own page learns what came of it.
      if (consultationSlug) payload.consultation = consultationSlug;
      return { payload };
    },
    event: "policy.released",
  });
}
