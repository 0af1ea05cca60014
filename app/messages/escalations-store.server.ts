import type { Client } from "~/platform/db.server";

/** What was told of these messages before: `20261127001 office 2026-12-08`. */
export async function escalatedBefore(client: Client, numbers: readonly string[]): Promise<Set<string>> {
  const events = await client.timelineEvent.findMany({
    where: { subjectKind: "message", subjectId: { in: [...numbers] }, kind: "message.escalated" },
    select: { subjectId: true, payload: true },
  });
  return new Set(
    events.map(({ subjectId, payload }) => {
      const { to, dueOn } = JSON.parse(payload) as { to: string; dueOn: string };
      return `${subjectId} ${to} ${dueOn}`;
    }),
  );
}
