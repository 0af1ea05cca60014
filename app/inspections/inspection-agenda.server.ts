import { holds } from "~/accounts/actor";
import { byUrgency, fits, type AgendaDay, type AgendaEntry, type AgendaPart, type AgendaWish } from "~/agenda/agenda";
import { currentCalendar } from "~/calendar/queries.server";
import type { Deps } from "~/platform/db.server";
import { papersToVerify } from "~/reviews/paper.server";
import { reviewRefusals, reviewState } from "./attribute-review";
import { findReviews, findUnitReviewItems } from "./attribute-review-store.server";
import { hasDecisionWaiting } from "./paper-review.server";
import { mayInspect, mayRecordPaper, unitsOf } from "./permissions";
import { rectificationDuty } from "./spot-check-pages.server";
import { spotRefusals, type SpotAct } from "./spot-check";
import { findSpotItems } from "./spot-check-store.server";

type Wish = AgendaWish<Deps>;
type Due = Omit<AgendaEntry, "module" | "progress">;

/** What this person has to do about samples and yearly reviews of attributes, for the desk's agenda. */
export async function inspectionAgenda(wish: Wish): Promise<AgendaPart> {
  const { filter, first, today } = wish;
  const all = [...(await samples(wish)), ...(await reviews(wish))].filter(({ title }) => title.includes(filter.q));
  const days = new Map<string, AgendaDay>();
  for (const { task, dueOn } of all) {
    const key = `${task} ${dueOn}`;
    const day = days.get(key) ?? { task, dueOn, count: 0 };
    days.set(key, { ...day, count: day.count + 1 });
  }
  const entries = all
    .filter(({ task, dueOn }) => fits({ task, dueOn }, filter, today))
    .map((entry): AgendaEntry => ({ ...entry, module: "inspections", progress: null }));
  return { days: [...days.values()], entries: entries.toSorted(byUrgency).slice(0, first) };
}

const TASKS: Partial<Record<SpotAct, Due["task"]>> = {
  find: "judge_sample",
  rectify: "rectify_attribute",
  close: "close_rectification",
};

async function samples({ actor, filter, today, deps }: Wish): Promise<Due[]> {
  const unitCodes = mayInspect(actor) ? null : unitsOf(actor);
  const calendar = await currentCalendar(deps.db.client);
  const items = await findSpotItems(deps.db.client, { unitCodes, isOpen: true });
  return items
    .filter(({ unitCode }) => !filter.unit || unitCode === filter.unit)
    .flatMap((item) => {
      const act = (Object.keys(TASKS) as SpotAct[]).find((one) => spotRefusals(one, item, actor).length === 0);
      if (!act) return [];
      const isUnit = act === "rectify";
      const { title, unit } = item.policy;
      return {
        ...{ task: TASKS[act]!, subject: `sample-${item.id}`, title, unitName: unit.name },
        dueOn: isUnit ? (rectificationDuty(item, today, calendar)?.dueOn ?? null) : null,
        href: isUnit ? `/desk/attributes/notices/${item.id}` : `/office/spot-checks/${item.spotCheckId}`,
      };
    });
}

async function reviews({ actor, filter, deps }: Wish): Promise<Due[]> {
  const fitsUnit = (code: string) => !filter.unit || code === filter.unit;
  const own = (await findUnitReviewItems(deps.db.client, unitsOf(actor)))
    .filter((item) => fitsUnit(item.unitCode) && reviewRefusals("decide", item, actor).length === 0)
    .map((item): Due => ({
      ...{ task: "decide_attribute", subject: `review-${item.id}`, title: item.policy.title },
      ...{ unitName: item.policy.unit.name, dueOn: null, href: `/desk/attributes/reviews/${item.id}` },
    }));
  if (!holds(actor, "leader") && !mayInspect(actor)) return own;
  const papers = mayRecordPaper(actor) ? await papersToVerify(actor, "attribute_review", deps) : [];
  const district = (await findReviews(deps.db.client)).flatMap(({ year, items, publishedAt }): Due[] => {
    const rest = { subject: `review-${year}`, title: String(year), unitName: "", dueOn: null };
    const href = `/office/attribute-reviews/${year}`;
    const waits = items.some((item) => fitsUnit(item.unitCode) && reviewRefusals("approve", item, actor).length === 0);
    const isFinished = publishedAt === null && items.every((item) => reviewState(item) === "approved");
    const isEntered = papers.some(({ id }) => id === String(year)) && hasDecisionWaiting({ items, publishedAt });
    return [
      ...(isEntered ? [{ ...rest, href: `${href}#papers`, task: "verify_paper" as const }] : []),
      ...(waits ? [{ ...rest, href, task: "approve_attributes" as const }] : []),
      ...(isFinished && mayInspect(actor) ? [{ ...rest, href, task: "publish_review" as const }] : []),
    ];
  });
  return [...own, ...district];
}
