import { rightsOf, samePersonIds } from "~/accounts/actor";
import { fits, type AgendaDay, type AgendaEntry, type AgendaPart, type AgendaWish } from "~/agenda/agenda";
import type { Deps } from "~/platform/db.server";
import { papersToVerify } from "~/reviews/paper.server";
import { listUnits } from "~/units/queries.server";
import { unitsWithMedia } from "./permissions";
import { findCorrectedMedia } from "./words-store.server";

/** Corrections of public captions and texts that wait for this person's signature, and papers to verify, for the agenda. */
export async function mediaAgenda(wish: AgendaWish<Deps>): Promise<AgendaPart> {
  const [toSign, toVerify] = [await correctionsToSign(wish), await papersOfCorrections(wish)];
  return { days: [...toSign.days, ...toVerify.days], entries: [...toSign.entries, ...toVerify.entries] };
}

async function correctionsToSign(wish: AgendaWish<Deps>): Promise<AgendaPart> {
  const { actor, filter, deps } = wish;
  const unitCodes = rightsOf(actor).flatMap(({ role, unit }) => (role === "approver" ? [unit] : []));
  const scope = { unitCodes, notBy: samePersonIds(actor), q: filter.q, unit: filter.unit };
  const found = unitCodes.length > 0 ? await findCorrectedMedia(deps.db.client, scope) : [];
  return partOf("sign_words", "#correction", found, wish);
}

async function papersOfCorrections(wish: AgendaWish<Deps>): Promise<AgendaPart> {
  const { actor, filter, deps } = wish;
  const papers = await papersToVerify(actor, "media", deps);
  if (papers.length === 0) return { days: [], entries: [] };
  const scope = { unitCodes: unitsWithMedia(actor), notBy: [], q: filter.q, unit: filter.unit };
  const found = await findCorrectedMedia(deps.db.client, scope);
  const toVerify = found.filter(({ id }) => papers.some((paper) => paper.id === id));
  return partOf("verify_paper", "#papers", toVerify, wish);
}

async function partOf(
  task: AgendaDay["task"],
  anchor: string,
  found: { id: string; title: string; unitCode: string }[],
  { filter, first, today, deps }: AgendaWish<Deps>,
): Promise<AgendaPart> {
  if (found.length === 0) return { days: [], entries: [] };
  const day: AgendaDay = { task, dueOn: null, count: found.length };
  if (!fits(day, filter, today)) return { days: [day], entries: [] };
  const names = new Map((await listUnits(deps)).map(({ code, name }) => [code, name]));
  const entries = found.slice(0, first).map(({ id, title, unitCode }): AgendaEntry => {
    const href = `/desk/media/${id}${anchor}`;
    const unitName = names.get(unitCode) ?? unitCode;
    return { module: "media", task: day.task, subject: id, title, unitName, dueOn: null, href, progress: null };
  });
  return { days: [day], entries };
}
