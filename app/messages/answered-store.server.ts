import type { PlainDate } from "~/calendar/plain-date";
import type { Prisma } from "~/platform/prisma.server/client";
import { NOBODY, type DeskFilter } from "./desk-filter";
import { shownAs } from "./shown-as-store.server";

/** The filter of a desk without its words, for answered messages. */
export function answeredWhere(
  { unit, officer, kind, state }: DeskFilter,
  today: PlainDate,
): Prisma.CitizenMessageWhereInput {
  return {
    AND: [
      ...(kind ? [{ kind }] : []),
      ...(unit ? [{ leadUnitCode: unit === NOBODY ? null : unit }] : []),
      ...(officer ? [{ officerId: officer === NOBODY ? null : officer }] : []),
      ...(state ? [shownAs(state, today)] : []),
    ],
  };
}
