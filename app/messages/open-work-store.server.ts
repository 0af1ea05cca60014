import type { Actor } from "~/accounts/actor";
import type { PlainDate } from "~/calendar/plain-date";
import type { Client } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma.server/client";
import { asAsked, KINDS, storedState, type MessageFacts, type MessageKind, type MessageState } from "./message";
import { ANSWERED, OFFICE_HELD, UNIT_HELD } from "./message";
import { seenBy } from "./message-store.server";

type Where = Prisma.CitizenMessageWhereInput;

/** What somebody has to do: dispatch it, answer it, or do what was promised. */
export type OpenPart = "office" | "unit" | "promise";

export interface OpenScope {
  actor: Actor;
  officerId?: string;
  /** Of the units that have it; absent: whichever. */
  units?: readonly string[];
  states?: readonly MessageState[];
  /** Words of the title. */
  words?: string;
}

/** Open messages whose clock shows the same day; one alone, with its number, where a question moves its clock. */
export interface OpenGroup {
  count: number;
  number: string | null;
  facts: Pick<
    MessageFacts,
    "kind" | "state" | "clockFrom" | "clockDays" | "extendedDays" | "extendedAt" | "questions"
  > & {
    promisedOn: PlainDate | null;
  };
  where: Where;
}

const OWED = { state: { in: [...ANSWERED] }, resolution: "promised", promiseKeptAt: null } satisfies Where;
const PARTS: Record<OpenPart, Where> = {
  office: { state: { in: [...OFFICE_HELD] } },
  unit: { state: { in: [...UNIT_HELD] } },
  promise: OWED,
};
const CLOCK = ["state", "clockFrom", "clockDays", "extendedDays", "extendedAt"] as const;

/** What is open, counted by what its due day is read from. However many there are, these are a few hundred rows. */
export async function countOpen(client: Client, part: OpenPart, scope: OpenScope): Promise<OpenGroup[]> {
  const where: Where = { AND: [whereOpen(part, scope), { questions: { none: {} } }] };
  const _count = { _all: true } as const;
  if (part === "promise") {
    const groups = await client.citizenMessage.groupBy({ by: ["promisedOn"], where: whereOpen(part, scope), _count });
    return groups.map(({ promisedOn, _count: { _all: count } }) => {
      const facts = { ...NO_CLOCK, state: "replied" as const, promisedOn };
      return { count, number: null, facts, where: { AND: [OWED, { promisedOn }] } };
    });
  }
  const groups =
    part === "office"
      ? await client.citizenMessage.groupBy({ by: [...CLOCK, "kind"], where, _count })
      : (await client.citizenMessage.groupBy({ by: [...CLOCK], where, _count })).map((group) => ({
          ...group,
          kind: null,
        }));
  return groups.map(({ _count: { _all: count }, state, kind, ...clock }) => ({
    ...{ count, number: null },
    facts: { ...NO_CLOCK, ...clock, state: storedState(state), kind: (kind ?? KINDS[0]) as MessageKind },
    where: { AND: [{ state, ...clock, ...(kind !== null && { kind }) }, { questions: { none: {} } }] },
  }));
}

const NO_CLOCK = {
  ...{
    kind: KINDS[0],
    clockFrom: "",
    clockDays: 0,
    extendedDays: 0,
    extendedAt: null,
    questions: [],
    promisedOn: null,
  },
};

/** Those whose clock a question moved, and under a search all that fit: each by itself. */
export function listAlone(client: Client, part: OpenPart, scope: OpenScope): Promise<OpenGroup[]> {
  return listOpen(client, [whereOpen(part, scope), scope.words ? {} : { questions: { some: {} } }]);
}

/** The messages of these groups, each by itself. */
export function listGroups(
  client: Client,
  groups: readonly OpenGroup[],
  wishes: readonly { part: OpenPart; scope: OpenScope }[],
): Promise<OpenGroup[]> {
  const within = wishes.map(({ part, scope }) => whereOpen(part, scope));
  return listOpen(client, [{ OR: groups.map(({ where }) => where) }, { OR: within }]);
}

async function listOpen(client: Client, where: Where[]): Promise<OpenGroup[]> {
  const rows = await client.citizenMessage.findMany({
    where: { AND: where },
    select: {
      ...{ number: true, kind: true, state: true, promisedOn: true },
      ...{ clockFrom: true, clockDays: true, extendedDays: true, extendedAt: true },
      questions: { select: { askedAt: true, endsOn: true, answeredAt: true }, orderBy: { id: "asc" } },
    },
  });
  return rows.map(({ number, kind, state, questions, ...clock }) => ({
    ...{ count: 1, number, where: { number } },
    facts: { ...clock, state: storedState(state), kind: kind as MessageKind, questions: questions.map(asAsked) },
  }));
}

/** How many are open of one officer. */
export function countOfOfficer(client: Client, actor: Actor, officerId: string): Promise<number> {
  return client.citizenMessage.count({
    where: { AND: [{ officerId, OR: Object.values(PARTS) }, seenBy(actor)] },
  });
}

function whereOpen(part: OpenPart, { actor, officerId, units, states, words }: OpenScope): Where {
  return {
    AND: [
      PARTS[part],
      seenBy(actor),
      ...(officerId === undefined ? [] : [{ officerId }]),
      ...(units ? [{ leadUnitCode: { in: [...units] } }] : []),
      ...(states ? [{ state: { in: [...states] } }] : []),
      ...(words ? [{ title: { contains: words } }] : []),
    ],
  };
}
