import type { Actor } from "~/accounts/actor";
import { textRefusals } from "~/disclosure/attribute";
import type { Deps } from "~/platform/db.server";
import { requireNone, type Reason } from "~/platform/refusal";
import { deskPolicy } from "./desk-policies.server";
import { mayAct } from "./permissions";
import { refusals, type PackageState } from "./policy-package";
import { findClauses, type PolicyClauseRecord } from "./policy-store.server";

export interface DeskText {
  slug: string;
  title: string;
  state: PackageState;
  version: number;
  clauses: PolicyClauseRecord[];
  mayHandle: boolean;
  mayEdit: boolean;
  mayChange: boolean;
  /** Why no text may be entered, before any is. */
  refused: Reason[];
}

/** The text for its page at the desk. Refusal: `not_found`. */
export async function deskText(actor: Actor, slug: string, deps: Deps): Promise<DeskText> {
  const policy = await deskPolicy(actor, slug, deps);
  const { title, state, version, text, proposedAttribute: attribute, secrecyReview } = policy;
  const refused = textRefusals({ attribute, secrecyReview }, "source");
  const mayHandle = mayAct(actor, "edit", policy);
  const mayDo = (act: "edit" | "propose_change") => refusals(act, policy, actor).length === 0;
  return {
    ...{ slug, title, state, version, mayHandle, refused },
    clauses: text ? await findClauses(deps.db.client, text.id) : [],
    mayEdit: mayHandle && mayDo("edit"),
    mayChange: mayHandle && mayDo("propose_change"),
  };
}

/** Asked before a file is even read: of a document that is not cleared, nothing is taken in. */
export function requireTextAllowed({ refused }: Pick<DeskText, "refused">): void {
  requireNone(refused);
}
