import { accountIdOf, type Actor } from "~/accounts/actor";
import { plainDateOf, yearOf } from "~/calendar/plain-date";
import type { Deps, Tx } from "~/platform/db.server";
import { randomId } from "~/platform/ids.server";
import { refuseAsNotFound, Refused } from "~/platform/refusal";
import { againWithNextNumber, isTakenKey } from "~/platform/taken-key.server";
import { transact } from "~/timeline/transact.server";
import { insertConsultation, isSlugTaken, slugsBeginning } from "./consultation-store.server";
import { mayPrepare } from "./permissions";
import { DEFAULT_PERIOD_SETTINGS } from "./period";
import type { PreparedFields } from "./prepared-fields";

export interface NewConsultationInput extends PreparedFields {
  unit: string;
  /** The address; made from the year and the unit when left out. */
  slug: string | null;
}

/** Begins a consultation. Refusals: `not_found` (404) without the right in the unit, `slug_taken` (422). */
export async function prepareConsultation(
  actor: Actor,
  input: NewConsultationInput,
  deps: Deps,
): Promise<{ id: string; slug: string }> {
  if (!mayPrepare(actor, input.unit)) throw refuseAsNotFound();
  const run = () => begin(actor, input, deps);
  try {
    return await (input.slug === null ? againWithNextNumber(run) : run());
  } catch (error) {
    // Somebody took the same address at the same moment.
    throw isTakenKey(error) ? slugTaken() : error;
  }
}

function begin(actor: Actor, { unit, slug: wanted, ...fields }: NewConsultationInput, deps: Deps) {
  return transact(deps, async (tx, record) => {
    // Of a numbered one the unique key decides: whoever took it since the look at the others is found by it.
    if (wanted !== null && (await isSlugTaken(tx, wanted))) throw slugTaken();
    const slug = wanted ?? (await nextSlug(tx, unit, deps.now));
    const id = randomId();
    await insertConsultation(tx, {
      ...fields,
      id,
      slug,
      unitCode: unit,
      outcomeDays: DEFAULT_PERIOD_SETTINGS.outcomeDays,
      preparedById: accountIdOf(actor),
      createdAt: deps.now,
    });
    const payload = { unit, decisionKind: fields.decisionKind, round: 1 };
    record({ kind: "consultation.prepared", subject: { kind: "consultation", id: slug }, actor, payload });
    return { id, slug };
  });
}

function slugTaken(): Refused {
  return new Refused([{ code: "slug_taken", field: "slug" }]);
}

/** Year, unit and a number that rises: 2026-housing-03. Chinese titles make no address that people could type. */
async function nextSlug(tx: Tx, unit: string, now: Date): Promise<string> {
  const start = `${yearOf(plainDateOf(now))}-${unit.toLowerCase().replace(/[^a-z0-9]+/g, "-")}-`;
  const taken = new Set(await slugsBeginning(tx, start));
  for (let number = taken.size + 1; ; number += 1) {
    const slug = `${start}${String(number).padStart(2, "0")}`;
    if (!taken.has(slug)) return slug;
  }
}
