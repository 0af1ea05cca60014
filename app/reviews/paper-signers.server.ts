import type { Role } from "~/accounts/actor";
import { peopleWith, unitsWithRole } from "~/accounts/queries.server";
import type { Deps } from "~/platform/db.server";
import type { DecisionAct, PaperAct, SignOffAct } from "./paper-signature";

type Named = { id: string; name: string }[];

/** What may be signed on paper now, and by whom: for the form, and asked again when it is entered. */
export type Signers = Partial<Record<PaperAct, Named>>;

/** Who may sign which step of a sign-off in the unit. */
export async function signersOf(unitCode: string, deps: Deps): Promise<Record<SignOffAct, Named>> {
  const named = async (role: "reviewer" | "approver") =>
    (await peopleWith(deps, role, unitCode)).map(({ accountId, name }) => ({ id: accountId, name }));
  return { pass: await named("reviewer"), approve: await named("approver") };
}

/** Who decides as a leader, on a 批示件. */
export function leadersOf(deps: Deps): Promise<Record<DecisionAct, Named>> {
  return decidersOf("leader", deps);
}

/** Who checks for the open-government office. */
export function supervisorsOf(deps: Deps): Promise<Record<DecisionAct, Named>> {
  return decidersOf("supervisor", deps);
}

async function decidersOf(role: Role, deps: Deps): Promise<Record<DecisionAct, Named>> {
  const people = new Map<string, string>();
  for (const unit of await unitsWithRole(deps, role))
    for (const { accountId, name } of await peopleWith(deps, role, unit)) people.set(accountId, name);
  const named = [...people].map(([id, name]) => ({ id, name }));
  return { agree: named, decline: named };
}
