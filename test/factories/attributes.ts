import type { Database } from "~/platform/db.server";
import type { PolicyFields } from "~/policies/policy-fields";
import { issuePolicy } from "~/policies/release-policy.server";
import { approvePolicy, passPolicy, submitPolicy } from "~/policies/sign-policy.server";
import { at } from "../setup/clock";
import type { Staff } from "./desk";
import { createPolicy } from "./policies";

/** An entry of the register, not disclosed, with its stated 成文日期; entered in June 2026. */
export async function createRegistered(
  db: Database,
  staff: Staff,
  fields: Partial<PolicyFields>,
  signedOn: string,
): Promise<string> {
  const withheld: Partial<PolicyFields> = {
    ...{ documentKind: "other", proposedAttribute: "withheld", secrecyReview: "not_cleared" },
    ...{ attributeGround: "internal_affairs", attributeReason: "内部事务。" },
  };
  const slug = await createPolicy(db, staff, { ...withheld, ...fields });
  const input = { slug, version: null };
  await submitPolicy(staff.handler, input, { db, now: at("2026-06-21") });
  await passPolicy(staff.reviewer, input, { db, now: at("2026-06-22") });
  await approvePolicy(staff.approver, { ...input, determinedAttribute: "withheld" }, { db, now: at("2026-06-23") });
  const issued = { documentNumber: `演示建函〔${signedOn.slice(0, 4)}〕5号`, indexNumber: null, signedOn };
  const deps = { db, now: at("2026-06-24") };
  await issuePolicy(staff.handler, { ...input, ...issued, printedAttribute: "withheld" }, deps);
  return slug;
}
