import type { z } from "zod";
import { dutyClock } from "~/calendar/duty-clock";
import { plainDateOf, type PlainDate } from "~/calendar/plain-date";
import { currentCalendar } from "~/calendar/queries.server";
import type { Deps } from "~/platform/db.server";
import type { policy } from "~/policies/policy-open-data";
import { findNewestOrder } from "./quality-store.server";

/** What the public may know of an order: its days and its result. Sheet, report and words stay inside. */
export interface PublicReinterpretation {
  orderedOn: PlainDate;
  dueOn: PlainDate;
  isPast: boolean;
  isProvisional: boolean;
  endedOn: PlainDate | null;
  isMet: boolean | null;
}

/** The newest order on a released document; null when there is none. */
export async function publicReinterpretation({ db, now }: Deps, slug: string): Promise<PublicReinterpretation | null> {
  const order = await findNewestOrder(db.client, slug);
  if (!order) return null;
  const {
    startedOn: orderedOn,
    dueOn,
    isPast,
    isProvisional,
  } = dutyClock(order.orderedAt, order.workingDays, plainDateOf(now), await currentCalendar(db.client));
  const endedOn = order.endedAt && plainDateOf(order.endedAt);
  return { orderedOn, dueOn, isPast: isPast && endedOn === null, isProvisional, endedOn, isMet: order.isMet };
}

/** The same as open data, field by field as the shape of a document says. */
export async function reinterpretationData(
  deps: Deps,
  slug: string,
): Promise<z.output<typeof policy>["reinterpretation"]> {
  const order = await publicReinterpretation(deps, slug);
  if (!order) return null;
  const { orderedOn, dueOn, isPast: isOverdue, endedOn, isMet } = order;
  return { orderedOn, dueOn, isOverdue, endedOn, isMet };
}
