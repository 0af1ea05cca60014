import { holds, rightsOf, type Actor } from "~/accounts/actor";
import { mergeAgenda, MODULES, MOST_REACHED, type AgendaFilter, type AgendaQuery, type Module } from "~/agenda/agenda";
import { plainDateOf } from "~/calendar/plain-date";
import { consultationAgenda } from "~/consultations/agenda-queries.server";
import { mediaAgenda } from "~/media/media-agenda.server";
import { messageAgenda } from "~/messages/agenda-queries.server";
import { nominationAgenda } from "~/nominations/agenda.server";
import { inspectionAgenda } from "~/inspections/inspection-agenda.server";
import type { depsOf } from "~/platform/deps.server";
import { policyAgenda } from "~/policies/policy-agenda.server";
import { qualityAgenda } from "~/quality/quality-agenda.server";
import { listUnits } from "~/units/queries.server";

type Deps = ReturnType<typeof depsOf>;

/** Each module's own query; a module that is listed in `MODULES` without one does not compile. */
const QUERIES: Record<Module, AgendaQuery<Deps>> = {
  consultations: consultationAgenda,
  policies: policyAgenda,
  messages: messageAgenda,
  quality: qualityAgenda,
  nominations: nominationAgenda,
  inspections: inspectionAgenda,
  media: mediaAgenda,
};

const PAGE_SIZE = 50;

/** One page of what this person has to do in all modules. A page beyond the last shows the last. */
export async function agendaPage(
  actor: Actor,
  { filter, page: asked }: { filter: AgendaFilter; page: number },
  deps: Deps,
) {
  const today = plainDateOf(deps.now);
  const page = Math.min(asked, MOST_REACHED / PAGE_SIZE);
  const parts = [];
  for (const module of MODULES.filter((one) => filter.module === null || one === filter.module)) {
    parts.push(await QUERIES[module]({ actor, filter, first: page * PAGE_SIZE, today, deps }));
  }
  return { ...mergeAgenda(parts, filter, { page, pageSize: PAGE_SIZE, today }), page, pageSize: PAGE_SIZE };
}

/** The units whose work this person's agenda can hold. */
export async function agendaUnits(actor: Actor, deps: Deps): Promise<{ code: string; name: string }[]> {
  const own = new Set(rightsOf(actor).map(({ unit }) => unit));
  const units = (await listUnits(deps)).filter(({ code }) => holds(actor, "supervisor") || own.has(code));
  return units.map(({ code, name }) => ({ code, name }));
}
