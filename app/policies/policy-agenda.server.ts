import { holds, rightsOf, type Actor } from "~/accounts/actor";
import { byUrgency, fits, type AgendaDay, type AgendaEntry, type AgendaPart, type AgendaWish } from "~/agenda/agenda";
import { currentCalendar } from "~/calendar/queries.server";
import type { Deps } from "~/platform/db.server";
import { papersToVerify } from "~/reviews/paper.server";
import type { SheetSubject } from "~/reviews/release-sheet";
import { isLeaders, paperPlaceOf } from "./paper-place";
import { mayRecordPaper } from "./permissions";
import { materialTasks, policyTasks, type PolicyTask } from "./policy-agenda";
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
  const add = (entry: Omit<AgendaEntry, "module" | "progress">) => {
    const { task, dueOn } = entry;
    const key = `${task} ${dueOn}`;
    const day = days.get(key) ?? { task, dueOn, count: 0 };
    days.set(key, { ...day, count: day.count + 1 });
    if (fits({ task, dueOn }, filter, today)) entries.push({ module: "policies", progress: null, ...entry });
  };
  const papers = await papersToVerify(actor, "policy", deps);
  const ofMaterials = await papersToVerify(actor, "interpretation", deps);
  for (const policy of await findAgendaPolicies(client, scope)) {
    const { slug, title, unitName, inReview, ...facts } = policy;
    for (const { task, dueOn } of policyTasks({ ...facts, hasPaper: hasPaper(policy, actor, papers) }, actor, calendar))
      add({ task, subject: slug, title, unitName, dueOn, href: `/desk/policies/${slug}${PLACES[task] ?? ""}` });
    for (const { slug: material, title: name, ...sent } of inReview) {
      const isEntered = ofMaterials.some(({ id }) => id === material) && mayRecordPaper(actor, facts, false);
      for (const task of materialTasks({ ...sent, unitCode: facts.unitCode }, actor, isEntered)) {
        const href = `/desk/policies/${slug}/materials/${material}${PLACES[task] ?? ""}`;
        add({ task, subject: material, title: name, unitName, dueOn: null, href });
      }
    }
  }
  return { days: [...days.values()], entries: entries.toSorted(byUrgency).slice(0, first) };
}

type Found = Awaited<ReturnType<typeof findAgendaPolicies>>[number];

/** Whether a signature on paper waits that somebody else entered and this person may verify. */
function hasPaper({ exceptionId, changeId, ...facts }: Found, actor: Actor, papers: readonly SheetSubject[]): boolean {
  const place = paperPlaceOf({
    state: facts.state,
    exception: exceptionId === null ? null : { id: exceptionId, isSigned: false },
    change: changeId === null ? null : { id: changeId },
  });
  const isRecorded = place !== null && mayRecordPaper(actor, facts, isLeaders(place));
  return isRecorded && papers.some(({ id, part }) => id === facts.slug && part === place.part);
}
