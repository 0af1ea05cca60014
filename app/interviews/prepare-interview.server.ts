import type { Actor } from "~/accounts/actor";
import { plainDateOf, yearOf } from "~/calendar/plain-date";
import type { Deps, Tx } from "~/platform/db.server";
import { randomId } from "~/platform/ids.server";
import { refuseAsNotFound } from "~/platform/refusal";
import { againWithNextNumber } from "~/platform/taken-key.server";
import { transact } from "~/timeline/transact.server";
import { insertInterview, slugsBeginning, type InterviewFields } from "./interview-store.server";
import { mayPrepare } from "./permissions";

export interface NewInterview extends InterviewFields {
  unit: string;
  /** The address; made from year, unit and a number when left out. */
  slug?: string;
}

/** Begins an interview and returns its address. Refusal: `not_found` without the right. */
export async function prepareInterview(
  actor: Actor,
  { unit, slug: wanted, ...fields }: NewInterview,
  deps: Deps,
): Promise<string> {
  if (!mayPrepare(actor, unit)) throw refuseAsNotFound();
  const begin = () =>
    transact(deps, async (tx, record) => {
      const slug = wanted ?? (await nextSlug(tx, unit, deps.now));
      await insertInterview(tx, { ...fields, id: randomId(), slug, unitCode: unit, createdAt: deps.now });
      record({ kind: "interview.prepared", subject: { kind: "interview", id: slug }, actor, payload: { unit } });
      return slug;
    });
  return wanted === undefined ? againWithNextNumber(begin) : begin();
}

async function nextSlug(tx: Tx, unit: string, now: Date): Promise<string> {
  const start = `${yearOf(plainDateOf(now))}-${unit}-`;
  const taken = new Set(await slugsBeginning(tx, start));
  for (let number = taken.size + 1; ; number += 1) {
    const slug = `${start}${String(number).padStart(2, "0")}`;
    if (!taken.has(slug)) return slug;
  }
}
