import { holds, rightsOf } from "~/accounts/actor";
import { byUrgency, fits, type AgendaDay, type AgendaEntry, type AgendaPart, type AgendaWish } from "~/agenda/agenda";
import { currentCalendar } from "~/calendar/queries.server";
import type { Deps } from "~/platform/db.server";
import { papersToVerify } from "~/reviews/paper.server";
import { paperPlaceOf } from "./paper-place";
import { mayRecordPaper } from "./permissions";
import { policyTasks, type PolicyTask } from "./policy-agenda";
import { findAgendaPolicies } from "./policy-list-store.server";

/** Where on the document's pages it is done, when not at the top of its own. */
const PLACES: Partial<Record<PolicyTask, string>> = { answer_question: "/questions", verify_paper: "#papers" };

/** What this person has to do about policies and their interpretation, for the desk's agenda. */
export async function policyAgenda({ actor, filter, first, today, deps }: AgendaWish<Deps>): Promise<AgendaPart> {
  const { client } = deps.db;
  const unitCodes = [...new Set(rightsOf(actor).map(({ unit }) => unit))];
  const scope = {
    unitCodes,
    seesAsked: holds(actor, "leader") || holds(actor, "supervisor"),
    q: filter.q,
    unit: filter.unit,
  };
  const calendar = await currentCalendar(client);
  const days = new Map<string, AgendaDay>();
  const entries: AgendaEntry[] = [];
  const papers = await papersToVerify(actor, "policy", deps);
  for (const { slug, title, unitName, exceptionId, ...facts } of await findAgendaPolicies(client, scope)) {
    const exception = exceptionId === null ? null : { id: exceptionId, isSigned: false };
    const place = paperPlaceOf({ state: facts.state, exception });
    const isRecorded = place !== null && mayRecordPaper(actor, facts, place.isLeaders);
    const hasPaper = isRecorded && papers.some(({ id, part }) => id === slug && part === place.part);
    for (const { task, dueOn } of policyTasks({ ...facts, hasPaper }, actor, calendar)) {
      const key = `${task} ${dueOn}`;
      const day = days.get(key) ?? { task, dueOn, count: 0 };
      days.set(key, { ...day, count: day.count + 1 });
      if (!fits({ task, dueOn }, filter, today)) continue;
      const href = `/desk/policies/${slug}${PLACES[task] ?? ""}`;
      entries.push({ module: "policies", task, subject: slug, title, unitName, dueOn, href, progress: null });
    }
  }
  return { days: [...days.values()], entries: entries.toSorted(byUrgency).slice(0, first) };
}
