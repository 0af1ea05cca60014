import type { PlainDate } from "~/calendar/plain-date";
import type { Client, Database, Deps } from "~/platform/db.server";
import { GENESIS_HASH } from "./chain.server";
import type { CommittedEvent, Json, Subject, TimelineRow } from "./event";

/** The last event of a day (Asia/Shanghai): whoever keeps it can later prove that nothing before it was changed. */
export interface DailyHead {
  day: PlainDate;
  seq: number;
  hash: string;
}

/** What happened to one subject, oldest first. */
export async function historyOf({ db }: Pick<Deps, "db">, subject: Subject): Promise<CommittedEvent[]> {
  const rows = await db.client.timelineEvent.findMany({
    where: { subjectKind: subject.kind, subjectId: subject.id },
    orderBy: { seq: "asc" },
  });
  return rows.map(recordedEvent);
}

/** Who, as a deputy of one of these people, has done anything about the subject, or about one of several of a kind. */
export async function deputiesWhoActed(
  client: Client,
  principals: string[],
  { kind, id }: { kind: string; id: string | readonly string[] },
): Promise<string[]> {
  const events = await client.timelineEvent.findMany({
    where: {
      subjectKind: kind,
      subjectId: { in: [id].flat() },
      actorKind: "person",
      payload: { contains: '"deputyFor":[' },
    },
    select: { actorId: true, payload: true },
  });
  const named = events.filter(({ payload }) =>
    principalsIn(JSON.parse(payload) as Json).some((principal) => principals.includes(principal)),
  );
  return [...new Set(named.flatMap(({ actorId }) => actorId ?? []))];
}

/** The instant of the last event of a kind, for each of these subjects that has one. */
export async function lastOfKind(
  { db }: Pick<Deps, "db">,
  kind: string,
  subjectKind: string,
  ids: string[],
): Promise<Map<string, Date>> {
  const groups = await db.client.timelineEvent.groupBy({
    by: ["subjectId"],
    where: { kind, subjectKind, subjectId: { in: ids } },
    _max: { at: true },
  });
  return new Map(groups.flatMap(({ subjectId, _max }) => (_max.at ? [[subjectId, new Date(_max.at)]] : [])));
}

/** Whose deputy somebody was when the event was recorded. */
export function principalsIn(payload: Json): string[] {
  const isObject = payload !== null && typeof payload === "object" && "deputyFor" in payload;
  return isObject && Array.isArray(payload.deputyFor) ? payload.deputyFor.map(String) : [];
}

/** At most `limit` events after `seq`, oldest first. */
export async function eventsSince({ db }: Pick<Deps, "db">, seq: number, limit = 500): Promise<CommittedEvent[]> {
  const rows = await db.client.timelineEvent.findMany({
    where: { seq: { gt: seq } },
    orderBy: { seq: "asc" },
    take: limit,
  });
  return rows.map(recordedEvent);
}

/** Where the timeline stands now; sequence 0 and the genesis hash when nothing has happened yet. */
export async function timelineHead({ db }: Pick<Deps, "db">): Promise<{ seq: number; hash: string }> {
  const head = await db.client.timelineHead.findUnique({ where: { id: 1 } });
  return head ? { seq: head.seq, hash: head.hash } : { seq: 0, hash: GENESIS_HASH };
}

/** The instant of the last event, which the domain's clock must not run behind; null when there is none. */
export async function lastRecordedAt({ db }: Pick<Deps, "db">): Promise<Date | null> {
  const last = await db.client.timelineEvent.findFirst({ orderBy: { seq: "desc" }, select: { at: true } });
  return last ? new Date(last.at) : null;
}

/** The heads of all days on which something was recorded, newest first; `page` counts from 1. */
export async function dailyHeads(
  { db }: Pick<Deps, "db">,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ items: DailyHead[]; total: number }> {
  const heads = await allDailyHeads(db);
  const from = (page - 1) * pageSize;
  return { items: heads.toReversed().slice(from, from + pageSize), total: heads.length };
}

/** History only grows, so a day that was read once needs reading again only from its last event on. */
const knownHeads = new WeakMap<Database, DailyHead[]>();

async function allDailyHeads(db: Database): Promise<DailyHead[]> {
  const known = knownHeads.get(db) ?? [];
  const grown = await db.client.$queryRaw<{ day: string; seq: number; hash: string }[]>`
    SELECT d.day AS day, e.seq AS seq, e.hash AS hash
    FROM (
      SELECT substr(at, 1, 10) AS day, MAX(seq) AS last FROM "TimelineEvent"
      WHERE seq > ${known.at(-1)?.seq ?? 0} GROUP BY substr(at, 1, 10)
    ) AS d JOIN "TimelineEvent" AS e ON e.seq = d.last ORDER BY e.seq`;
  const fresh = grown.map(({ day, seq, hash }) => ({ day, seq: Number(seq), hash }));
  const heads = [...known.filter(({ day }) => day !== fresh[0]?.day), ...fresh];
  knownHeads.set(db, heads);
  return heads;
}

function recordedEvent(row: TimelineRow): CommittedEvent {
  const { seq, at, happenedOn, actorId, kind, subjectKind, subjectId, hash } = row;
  const actorKind = row.actorKind as CommittedEvent["actorKind"];
  const subject = { kind: subjectKind, id: subjectId };
  return { seq, at, happenedOn, actorKind, actorId, kind, subject, payload: JSON.parse(row.payload) as Json, hash };
}
