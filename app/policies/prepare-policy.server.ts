import { accountIdOf, type Actor } from "~/accounts/actor";
import { plainDateOf, yearOf } from "~/calendar/plain-date";
import type { Deps, Tx } from "~/platform/db.server";
import { randomId } from "~/platform/ids.server";
import { refuseAsNotFound, Refused, requireNone } from "~/platform/refusal";
import { againWithNextNumber, isTakenKey } from "~/platform/taken-key.server";
import { transact } from "~/timeline/transact.server";
import { numberYearRefusals } from "./document-number";
import { mayPrepare } from "./permissions";
import type { PolicyFields } from "./policy-fields";
import { insertPolicy, isSlugTaken, slugsBeginning } from "./policy-store.server";
import { metadataRefusals } from "./preparing";

export interface NewPolicyInput extends PolicyFields {
  unit: string;
  /** The address; made from the year and the unit when left out. */
  slug: string | null;
}

/**
 * Begins a document with its package. Refusals: `not_found` (404) without the right in the unit, `slug_taken`,
 * `state_secret`: nothing of such a document is kept, not even its title.
 */
export async function preparePolicy(actor: Actor, input: NewPolicyInput, deps: Deps): Promise<{ slug: string }> {
  if (!mayPrepare(actor, input.unit)) throw refuseAsNotFound();
  const today = plainDateOf(deps.now);
  requireNone([...metadataRefusals(input, today), ...numberYearRefusals(input.documentNumber, yearOf(today))]);
  const run = () => begin(actor, input, deps);
  try {
    return await (input.slug === null ? againWithNextNumber(run) : run());
  } catch (error) {
    // Somebody took the same address at the same moment.
    throw isTakenKey(error) ? slugTaken() : error;
  }
}

function begin(actor: Actor, { unit, slug: wanted, ...fields }: NewPolicyInput, deps: Deps) {
  return transact(deps, async (tx, record) => {
    // Of a numbered one the unique key decides: whoever took it since the look at the others is found by it.
    if (wanted !== null && (await isSlugTaken(tx, wanted))) throw slugTaken();
    const slug = wanted ?? (await nextSlug(tx, unit, deps.now));
    const { documentKind, proposedAttribute } = fields;
    await insertPolicy(tx, {
      ...fields,
      id: randomId(),
      slug,
      unitCode: unit,
      state: "preparing",
      isInterpreted: documentKind !== "other",
      preparedById: accountIdOf(actor),
      createdAt: deps.now,
    });
    const payload = { unit, documentKind, proposedAttribute };
    record({ kind: "policy.prepared", subject: { kind: "policy", id: slug }, actor, payload });
    return { slug };
  });
}

function slugTaken(): Refused {
  return new Refused([{ code: "slug_taken", field: "slug" }]);
}

/** Year, unit and a number that rises: 2026-justice-03. */
async function nextSlug(tx: Tx, unit: string, now: Date): Promise<string> {
  const start = `${yearOf(plainDateOf(now))}-${unit.toLowerCase().replace(/[^a-z0-9]+/g, "-")}-`;
  const taken = new Set(await slugsBeginning(tx, start));
  for (let number = taken.size + 1; ; number += 1) {
    const slug = `${start}${String(number).padStart(2, "0")}`;
    if (!taken.has(slug)) return slug;
  }
}
