import { accountIdOf, type Actor } from "~/accounts/actor";
import { currentCalendar } from "~/calendar/queries.server";
import { plainDateOf } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import { stepRefusals, type NewStep } from "./dossier";
import { performAct, type ActInput } from "./perform-act.server";
import { insertStep } from "./processing-store.server";

/** Enters a step of the decision's procedure, with its date, holder and conclusion. */
export function recordStep(actor: Actor, input: Partial<ActInput> & { slug: string } & NewStep, deps: Deps) {
  const { slug, version = null, kind, startedOn, happenedOn, holder, conclusion } = input;
  const step: NewStep = { kind, startedOn, happenedOn, holder, conclusion };
  return performAct(actor, "record_step", { slug, version }, deps, {
    reasons: async ({ tx }) => stepRefusals(step, plainDateOf(deps.now), await currentCalendar(tx)),
    write: async ({ tx, facts }) => {
      const recordedById = accountIdOf(actor)!;
      const id = await insertStep(tx, { consultationId: facts.id, ...step, recordedById, recordedAt: deps.now });
      return { payload: { step: id, kind }, happenedOn };
    },
    event: () => "consultation.step_recorded",
  });
}
