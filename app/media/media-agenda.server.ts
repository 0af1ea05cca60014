import { rightsOf, samePersonIds } from "~/accounts/actor";
import { fits, type AgendaDay, type AgendaEntry, type AgendaPart, type AgendaWish } from "~/agenda/agenda";
import type { Deps } from "~/platform/db.server";
import { listUnits } from "~/units/queries.server";
import { findCorrectedMedia } from "./words-store.server";

/** Corrections of public captions and texts that wait for this person's signature, for the desk's agenda. */
export async function mediaAgenda({ actor, filter, first, today, deps }: AgendaWish<Deps>): Promise<AgendaPart> {
  const unitCodes = rightsOf(actor).flatMap(({ role, unit }) => (role === "approver" ? [unit] : []));
  const scope = { unitCodes, notBy: samePersonIds(actor), q: filter.q, unit: filter.unit };
  const found = unitCodes.length > 0 ? await findCorrectedMedia(deps.db.client, scope) : [];
  if (found.length === 0) return { days: [], entries: [] };
  const day: AgendaDay = { task: "sign_words", dueOn: null, count: found.length };
  if (!fits(day, filter, today)) return { days: [day], entries: [] };
  const names = new Map((await listUnits(deps)).map(({ code, name }) => [code, name]));
  const entries = found.slice(0, first).map(({ id, title, unitCode }): AgendaEntry => {
    const href = `/desk/media/${id}#words`;
    const unitName = names.get(unitCode) ?? unitCode;
    return { module: "media", task: day.task, subject: id, title, unitName, dueOn: null, href, progress: null };
  });
  return { days: [day], entries };
}
