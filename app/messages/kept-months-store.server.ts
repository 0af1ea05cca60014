import type { Client } from "~/platform/db.server";

export async function headOf(client: Client): Promise<number> {
  const head = await client.timelineHead.findUnique({ where: { id: 1 }, select: { seq: true } });
  return head?.seq ?? 0;
}

/** The numbers of the messages of which the timeline tells after this event. */
export async function changedSince(client: Client, seq: number): Promise<string[]> {
  const events = await client.timelineEvent.findMany({
    where: { seq: { gt: seq }, subjectKind: "message" },
    select: { subjectId: true },
  });
  return events.map(({ subjectId }) => subjectId);
}
