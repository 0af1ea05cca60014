import type { Actor } from "~/accounts/actor";
import { withCounterparts } from "~/accounts/with-counterparts.server";
import { dutyClock } from "~/calendar/duty-clock";
import { plainDateOf, type PlainDate } from "~/calendar/plain-date";
import { currentCalendar } from "~/calendar/queries.server";
import type { Calendar } from "~/calendar/working-days";
import type { DisclosureAttribute } from "~/disclosure/attribute";
import type { Deps } from "~/platform/db.server";
import { refuseAsNotFound } from "~/platform/refusal";
import { listUnits } from "~/units/queries.server";
import type { Population } from "./draw-sample";
import type { DutyView, SpotCheckLine, SpotCheckView, SpotItemView } from "./inspection-view";
import { mayAct, mayInspect, maySeeInspections, maySeeUnit, unitsOf } from "./permissions";
import { ITEM_STATES, itemState, SPOT_ACTS, spotRefusals, type ItemState } from "./spot-check";
import {
  accountName,
  findSpotCheck,
  findSpotChecks,
  findSpotItem,
  findSpotItems,
  type SpotItemRecord,
} from "./spot-check-store.server";

/** All samples, the newest first. Refusal: `not_found` (404) for all but the office and leaders. */
export async function spotCheckList(
  actor: Actor,
  paging: { page: number; pageSize: number },
  deps: Deps,
): Promise<{ rows: SpotCheckLine[]; total: number; mayDraw: boolean }> {
  if (!maySeeInspections(actor)) throw refuseAsNotFound();
  const { rows, total } = await findSpotChecks(deps.db.client, paging);
  const names = await unitNames(deps);
  return {
    total,
    mayDraw: mayInspect(actor),
    rows: rows.map(({ id, fromOn, toOn, unitCode, drawnAt, items }) => ({
      ...{ id, fromOn, toOn, unitName: unitCode && (names.get(unitCode) ?? unitCode), total: items.length },
      drawnOn: plainDateOf(drawnAt),
      counts: countsOf(items),
    })),
  };
}

/** One sample with its documents, its seed and the list it was drawn from. Refusal: `not_found` (404). */
export async function spotCheckPage(actor: Actor, id: number | null, deps: Deps): Promise<SpotCheckView> {
  const found = id !== null && maySeeInspections(actor) ? await findSpotCheck(deps.db.client, id) : null;
  if (!found) throw refuseAsNotFound();
  const names = await unitNames(deps);
  const calendar = await currentCalendar(deps.db.client);
  const { unitCode, fromOn, toOn, perUnit, seed, drawnAt, items } = found;
  const asked = await withCounterparts(deps.db.client, actor, { kind: "spot_check", id: String(found.id) });
  return {
    ...{ id: found.id, fromOn, toOn, perUnit, seed },
    unitName: unitCode && (names.get(unitCode) ?? unitCode),
    population: named(JSON.parse(found.population) as Population, names),
    drawnOn: plainDateOf(drawnAt),
    by: await accountName(deps.db.client, found.drawnById),
    items: items.map((item) => itemView(item, asked, plainDateOf(deps.now), calendar)),
  };
}

/** What was found wrong in this person's units, the newest first. */
export async function unitNotices(actor: Actor, deps: Deps): Promise<SpotItemView[]> {
  const items = await findSpotItems(deps.db.client, { unitCodes: unitsOf(actor), isOpen: false });
  const calendar = await currentCalendar(deps.db.client);
  return items.map((item) => itemView(item, actor, plainDateOf(deps.now), calendar));
}

/** One rectification notice for its unit. Refusal: `not_found` (404) for other units, and where nothing is wrong. */
export async function unitNotice(actor: Actor, id: number | null, deps: Deps): Promise<SpotItemView> {
  const item = id === null ? null : await findSpotItem(deps.db.client, id);
  if (!item || item.finding === null || item.finding === "right" || !maySeeUnit(actor, item.unitCode))
    throw refuseAsNotFound();
  return itemView(item, actor, plainDateOf(deps.now), await currentCalendar(deps.db.client));
}

/** From the day of the finding to the day by which it is put right. */
export function rectificationDuty(
  { foundAt, finding, spotCheck }: Pick<SpotItemRecord, "foundAt" | "finding" | "spotCheck">,
  today: PlainDate,
  calendar: Calendar,
): DutyView | null {
  if (!foundAt || finding === "right") return null;
  const { dueOn, left, workingDays, rows, isProvisional } = dutyClock(foundAt, spotCheck.workingDays, today, calendar);
  return { dueOn, left, workingDays, rows, isProvisional };
}

function itemView(item: SpotItemRecord, actor: Actor, today: PlainDate, calendar: Calendar): SpotItemView {
  const { id, policy, finding, note, foundAt, answer, answeredAt, returnReason, closedAt } = item;
  const { slug, title, documentNumber, signedOn, releasedAt } = policy;
  return {
    ...{ id, slug, title, unitName: policy.unit.name, documentNumber, signedOn },
    releasedOn: releasedAt && plainDateOf(releasedAt),
    attributes: {
      proposed: policy.proposedAttribute as DisclosureAttribute,
      determined: policy.determinedAttribute as DisclosureAttribute | null,
      printed: policy.printedAttribute as DisclosureAttribute | null,
      reason: policy.attributeReason,
    },
    ...{ state: itemState(item), finding, note, answer, returnReason },
    foundOn: foundAt && plainDateOf(foundAt),
    answeredOn: answeredAt && plainDateOf(answeredAt),
    closedOn: closedAt && plainDateOf(closedAt),
    duty: rectificationDuty(item, today, calendar),
    offers: SPOT_ACTS.flatMap((act) => {
      if (!mayAct(actor, act, item)) return [];
      const reasons = spotRefusals(act, item, actor);
      return reasons.some(({ code }) => code === "inspection_not_possible") ? [] : [{ act, reasons }];
    }),
  };
}

function countsOf(items: readonly SpotItemRecord[]): Record<ItemState, number> {
  const of = (state: ItemState) => items.filter((item) => itemState(item) === state).length;
  return Object.fromEntries(ITEM_STATES.map((state) => [state, of(state)])) as Record<ItemState, number>;
}

async function unitNames(deps: Deps): Promise<Map<string, string>> {
  return new Map((await listUnits(deps)).map(({ code, name }) => [code, name]));
}

function named(population: Population, names: Map<string, string>): Population {
  return Object.fromEntries(Object.entries(population).map(([code, list]) => [names.get(code) ?? code, list]));
}
