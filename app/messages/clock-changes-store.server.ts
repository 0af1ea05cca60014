import type { Client, Tx } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma.server/client";
import { OFFICE_HELD, type MessageKind } from "./message";

const MOST_SHOWN = 50;

export async function insertClockChange(tx: Tx, change: Prisma.MessageClockChangeUncheckedCreateInput): Promise<void> {
  await tx.messageClockChange.create({ data: change });
}

export function findClockChanges(client: Client) {
  return client.messageClockChange.findMany({ orderBy: { id: "desc" }, take: MOST_SHOWN });
}

/** The open messages of these kinds that wait to be dispatched. */
export async function listToRecount(client: Client, kinds: readonly MessageKind[]): Promise<string[]> {
  const rows = await client.citizenMessage.findMany({
    where: { kind: { in: [...kinds] }, state: { in: [...OFFICE_HELD] } },
    select: { number: true },
    orderBy: { number: "asc" },
  });
  return rows.map(({ number }) => number);
}
