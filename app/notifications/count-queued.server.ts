import type { Deps } from "~/platform/db.server";

/** Notices that wait to be sent, by channel; those by telephone wait for a person. */
export async function countQueuedNotices({ db }: Pick<Deps, "db">): Promise<Map<string, number>> {
  const groups = await db.client.notice.groupBy({
    by: ["channel"],
    where: { sentAt: null, doneAt: null },
    _count: { _all: true },
  });
  return new Map(groups.map(({ channel, _count }) => [channel, _count._all]));
}
