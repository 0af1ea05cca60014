import type { PlainDate } from "~/calendar/plain-date";
import type { Prisma } from "~/platform/prisma.server/client";
import { NOBODY, type DeskFilter } from "./desk-filter";
import { KINDS } from "./message";
import { shownAs } from "./shown-as-store.server";

/**
 * The filter of a desk without its words, for answered messages. A kind is named by what it is not: every kind is so common
 * that a page of it is soon found in the order of the answers, while by its own index all of it would be read and sorted.
 */
export function answeredWhere(
  { unit, officer, kind, state }: DeskFilter,
  today: PlainDate,
): Prisma.CitizenMessageWhereInput {
  return {
    AND: [
      ...(kind ? [{ kind: { notIn: KINDS.filter((other) => other !== kind) } }] : []),
      ...(unit ? [{ leadUnitCode: unit === NOBODY ? null : unit }] : []),
      ...(officer ? [{ officerId: officer === NOBODY ? null : officer }] : []),
      ...(state ? [shownAs(state, today)] : []),
    ],
  };
}
