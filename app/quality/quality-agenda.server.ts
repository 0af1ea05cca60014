import { rightsOf } from "~/accounts/actor";
import { byUrgency, fits, type AgendaDay, type AgendaEntry, type AgendaPart, type AgendaWish } from "~/agenda/agenda";
import { dutyClock } from "~/calendar/duty-clock";
import { currentCalendar } from "~/calendar/queries.server";
import type { Deps } from "~/platform/db.server";
import { caseFacts } from "./perform-quality-act.server";
import { maySeeQuality } from "./permissions";
import { qualityTask } from "./quality-agenda";
import { findOpenCases } from "./quality-store.server";

/** What this person has to do about weak interpretation, for the desk's agenda. */
export async function qualityAgenda({ actor, filter, first, today, deps }: AgendaWish<Deps>): Promise<AgendaPart> {
  const { client } = deps.db;
  const own = [...new Set(rightsOf(actor).map(({ unit }) => unit))];
  const unitCodes = maySeeQuality(actor) ? null : own;
  const days = new Map<string, AgendaDay>();
  const entries: AgendaEntry[] = [];
  const cases = await findOpenCases(client, { q: filter.q, unit: filter.unit, unitCodes });
  const calendar = await currentCalendar(client);
  for (const found of cases) {
    const task = qualityTask(await caseFacts(client, found, deps.now), actor);
    if (!task) continue;
    const dueOn =
      found.order && task === "reinterpret"
        ? dutyClock(found.order.orderedAt, found.order.workingDays, today, calendar).dueOn
        : null;
    const key = `${task} ${dueOn}`;
    const day = days.get(key) ?? { task, dueOn, count: 0 };
    days.set(key, { ...day, count: day.count + 1 });
    if (!fits({ task, dueOn }, filter, today)) continue;
    const { slug, title, unitName } = found;
    const href = task === "reinterpret" ? `/desk/policies/${slug}/reinterpretation` : `/office/quality/${slug}`;
    entries.push({ module: "quality", task, subject: slug, title, unitName, dueOn, href, progress: null });
  }
  return { days: [...days.values()], entries: entries.toSorted(byUrgency).slice(0, first) };
}
