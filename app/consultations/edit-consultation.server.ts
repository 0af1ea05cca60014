import type { Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import type { ConsultationRecord } from "./consultation-store.server";
import { performAct, type ActInput } from "./perform-act.server";
import type { PreparedFields } from "./prepared-fields";

/** Saves what is prepared, as far as it goes. The timeline names the fields that changed, not what stands in them. */
export function editConsultation(
  actor: Actor,
  { fields, ...input }: ActInput & { fields: PreparedFields },
  deps: Deps,
) {
  return performAct(actor, "edit", input, deps, {
    write: async ({ facts }) => ({ data: fields, payload: { fields: changedFields(facts, fields) } }),
    event: () => "consultation.edited",
  });
}

function changedFields(facts: ConsultationRecord, fields: PreparedFields): string[] {
  const names = Object.keys(fields) as (keyof PreparedFields)[];
  return names.filter((name) => facts[name] !== fields[name]).sort();
}
