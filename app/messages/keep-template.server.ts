import { accountIdOf, holds, type Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { refuseAsNotFound, requireNone } from "~/platform/refusal";
import { transact } from "~/timeline/transact.server";
import { findTemplate, insertTemplate, removeTemplateRow } from "./aids-store.server";
import { templateReasons } from "./reply-template";

/** A unit's templates are its handling officers'; those of the office are kept by the office and serve all units. */
export function mayKeepTemplate(actor: Actor, unitCode: string | null): boolean {
  return unitCode === null ? holds(actor, "supervisor") : holds(actor, "handling_officer", unitCode);
}

/** Keeps a template; returns its number. Refusals: `not_found` without the right, those of `templateReasons`. */
export async function keepTemplate(
  actor: Actor,
  input: { unit: string | null; name: string; body: string },
  deps: Deps,
): Promise<number> {
  const { unit, name, body } = input;
  if (!mayKeepTemplate(actor, unit)) throw refuseAsNotFound();
  requireNone(templateReasons(input));
  return transact(deps, async (tx, record) => {
    const changed = { changedById: accountIdOf(actor) ?? "", changedAt: deps.now };
    const id = await insertTemplate(tx, { unitCode: unit, name, body, ...changed });
    record({ kind: "template.kept", subject: { kind: "template", id: String(id) }, actor, payload: { unit } });
    return id;
  });
}

/** Takes a template out of use. Refusal: `not_found` without the right, or when it is gone. */
export async function removeTemplate(actor: Actor, id: number, deps: Deps): Promise<void> {
  await transact(deps, async (tx, record) => {
    const template = await findTemplate(tx, id);
    if (!template || !mayKeepTemplate(actor, template.unitCode)) throw refuseAsNotFound();
    await removeTemplateRow(tx, id, accountIdOf(actor) ?? "", deps.now);
    record({ kind: "template.removed", subject: { kind: "template", id: String(id) }, actor, payload: {} });
  });
}
