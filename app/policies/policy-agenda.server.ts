import { holds, rightsOf } from "~/accounts/actor";
import { byUrgency, fits, type AgendaDay, type AgendaEntry, type AgendaPart, type AgendaWish } from "~/agenda/agenda";
import { currentCalendar } from "~/calendar/queries.server";
import type { Deps } from "~/platform/db.server";
import { policyTasks } from "./policy-agenda";
import { findAgendaPolicies } from "./policy-list-store.server";

/** What this person has to do about policies and their interpretation, for the desk's agenda. */
export async function policyAgenda({ actor, filter, first, today, deps }: AgendaWish<Deps>): Promise<AgendaPart> {
  const { client } = deps.db;
  const unitCodes = [...new Set(rightsOf(actor).map(({ unit }) => unit))];
  const scope = { unitCodes, isLeader: holds(actor, "leader"), q: filter.q, unit: filter.unit };
  const calendar = await currentCalendar(client);
  const days = new Map<string, AgendaDay>();
  const entries: AgendaEntry[] = [];
  for (const { slug, title, unitName, ...facts } of await findAgendaPolicies(client, scope)) {
    for (const { task, dueOn } of policyTasks(facts, actor, calendar)) {
      const key = `${task} ${dueOn}`;
      const day = days.get(key) ?? { task, dueOn, count: 0 };
      days.set(key, { ...day, count: day.count + 1 });
      if (!fits({ task, dueOn }, filter, today)) continue;
      const href = `/desk/policies/${slug}${task === "answer_question" ? "/questions" : ""}`;
      entries.push({ module: "policies", task, subject: slug, title, unitName, dueOn, href, progress: null });
    }
  }
  return { days: [...days.values()], entries: entries.toSorted(byUrgency).slice(0, first) };
}
