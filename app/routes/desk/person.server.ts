import { holds } from "~/accounts/actor";
import { requireStaff } from "~/accounts/session.server";
import { maySeeInspections } from "~/inspections/permissions";
import { hasMessageDesk } from "~/messages/desk-queries.server";
import type { depsOf } from "~/platform/deps.server";
import { maySeeClocks } from "~/policies/permissions";
import { maySeeQuality } from "~/quality/permissions";

/** Who works here, for whom as a deputy, and which parts of the desk are theirs. */
export async function deskPerson(request: Request, deps: ReturnType<typeof depsOf>) {
  const actor = await requireStaff(request, deps);
  return {
    name: actor.name,
    principals: (actor.deputyFor ?? []).map(({ name }) => name),
    isOffice: holds(actor, "supervisor"),
    seesClocks: maySeeClocks(actor),
    seesQuality: maySeeQuality(actor),
    seesInspections: maySeeInspections(actor),
    hasMessages: hasMessageDesk(actor),
  };
}
