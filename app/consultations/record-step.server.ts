import { accountIdOf, type Actor } from "~/accounts/actor";
import { claimUploads } from "~/attachments/keep-attachments.server";
import { currentCalendar } from "~/calendar/queries.server";
import { plainDateOf } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import { stepRefusals, type NewStep } from "./dossier";
import { performAct } from "./perform-act.server";
import { insertStep } from "./processing-store.server";

interface StepInput extends NewStep {
  slug: string;
  version?: number | null;
  /** Ids of files set aside by `stageUploads`: the evidence. It stays with the office. */
  uploads?: string[];
}

/** Enters a step of the decision's procedure, with its date, holder, conclusion and evidence. */
export function recordStep(actor: Actor, input: StepInput, deps: Deps) {
  const { slug, version = null, uploads = [], kind, startedOn, happenedOn, holder, conclusion } = input;
  const step: NewStep = { kind, startedOn, happenedOn, holder, conclusion };
  return performAct(actor, "record_step", { slug, version }, deps, {
    reasons: async ({ tx }) => stepRefusals(step, plainDateOf(deps.now), await currentCalendar(tx)),
    write: async ({ tx, facts }) => {
      const recordedById = accountIdOf(actor)!;
      const id = await insertStep(tx, { consultationId: facts.id, ...step, recordedById, recordedAt: deps.now });
      await claimUploads(tx, uploads, { stepId: id }, deps.now);
      return { payload: { step: id, kind, files: uploads.length }, happenedOn };
    },
    event: () => "consultation.step_recorded",
  });
}
