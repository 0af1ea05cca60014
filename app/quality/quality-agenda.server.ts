import { rightsOf } from "~/accounts/actor";
import { byUrgency, fits, type AgendaDay, type AgendaEntry, type AgendaPart, type AgendaWish } from "~/agenda/agenda";
import { dutyClock } from "~/calendar/duty-clock";
import { currentCalendar } from "~/calendar/queries.server";
import type { Deps } from "~/platform/db.server";
import { papersToVerify } from "~/reviews/paper.server";
import { caseFacts } from "./perform-quality-act.server";
import { paperPlaceOf } from "./paper-place";
import { mayRecordPaper, maySeeQuality } from "./permissions";
import { qualityTask, type QualityTask } from "./quality-agenda";
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
  const papers = mayRecordPaper(actor) ? await papersToVerify(actor, "quality", deps) : [];
  for (const found of cases) {
    const facts = await caseFacts(client, found, deps.now);
    const own = qualityTask(facts, actor);
    const place = paperPlaceOf(found, facts);
    const hasPaper = papers.some(({ id, part }) => id === found.slug && part === place?.part);
    for (const task of [...(own ? [own] : []), ...(hasPaper ? (["verify_paper"] as const) : [])]) {
      const dueOn =
        found.order && task === "reinterpret"
          ? dutyClock(found.order.orderedAt, found.order.workingDays, today, calendar).dueOn
          : null;
      const key = `${task} ${dueOn}`;
      const day = days.get(key) ?? { task, dueOn, count: 0 };
      days.set(key, { ...day, count: day.count + 1 });
      if (!fits({ task, dueOn }, filter, today)) continue;
      const { slug, title, unitName } = found;
      entries.push({
        module: "quality",
        task,
        subject: slug,
        title,
        unitName,
        dueOn,
        href: placeOf(task, slug),
        progress: null,
      });
    }
  }
  return { days: [...days.values()], entries: entries.toSorted(byUrgency).slice(0, first) };
}

function placeOf(task: QualityTask | "verify_paper", slug: string): string {
  if (task === "reinterpret") return `/desk/policies/${slug}/reinterpretation`;
  return task === "verify_paper" ? `/office/quality/${slug}#papers` : `/office/quality/${slug}`;
}
