import { createHash } from "node:crypto";
import { accountIdOf, type Actor } from "~/accounts/actor";
import { plainDateOf } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import { randomId } from "~/platform/ids.server";
import { refuseAsNotFound, requireNone } from "~/platform/refusal";
import { transact } from "~/timeline/transact.server";
import { drawRefusals, drawSample, type DrawInput } from "./draw-sample";
import { mayInspect } from "./permissions";
import { findIssued, insertSpotCheck } from "./spot-check-store.server";

export interface SpotCheckInput extends DrawInput {
  /** Null: every unit. */
  unitCode: string | null;
  /** A number drawn in public, say; made by the platform when left out. */
  seed: string | null;
}

/**
 * Draws a sample of the documents issued in a period and keeps its seed and the list it was drawn from. Refusals:
 * `not_found` (404) for all but the open-government office, those of the period, `sample_empty`.
 */
export function drawSpotCheck(actor: Actor, { unitCode, seed: given, ...input }: SpotCheckInput, deps: Deps) {
  if (!mayInspect(actor)) throw refuseAsNotFound();
  return transact(deps, async (tx, record) => {
    const { fromOn, toOn, perUnit, workingDays } = input;
    const documents = await findIssued(tx, { unitCode, fromOn, toOn });
    requireNone(drawRefusals(input, documents.length, plainDateOf(deps.now)));
    const seed = given ?? randomId();
    const population = populationOf(documents);
    const drawn = drawSample(population, { seed, perUnit }, sha256);
    const ids = new Map(documents.map(({ slug, id }) => [slug, id]));
    const id = await insertSpotCheck(
      tx,
      {
        ...{ unitCode, fromOn, toOn, perUnit, workingDays, seed, population: JSON.stringify(population) },
        ...{ drawnById: accountIdOf(actor)!, drawnAt: deps.now },
      },
      drawn.map((slug) => ids.get(slug)!),
    );
    const digest = sha256(JSON.stringify(population));
    const payload = { unit: unitCode, fromOn, toOn, perUnit, seed, population: digest, drawn: drawn.length };
    record({ kind: "spot_check.drawn", subject: { kind: "spot_check", id: String(id) }, actor, payload });
    return id;
  });
}

function populationOf(documents: readonly { slug: string; unitCode: string }[]): Record<string, string[]> {
  const byUnit: Record<string, string[]> = {};
  for (const { slug, unitCode } of documents) (byUnit[unitCode] ??= []).push(slug);
  return byUnit;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
