import { inTransaction, type Database, type Deps, type Tx } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import { GENESIS_HASH, hashOf } from "./chain.server";
import { canonicalJson, formatRecordedAt, type CommittedEvent, type NewEvent, type TimelineRow } from "./event";

export type { CommittedEvent, NewEvent };

/** Rows in one statement: PostgreSQL binds at most 65,535 values, SQLite 32,766. */
const ROWS_PER_STATEMENT = 500;

type Listener = (events: CommittedEvent[]) => void;
type Head = Pick<TimelineRow, "seq" | "hash" | "at">;

const listeners = new Set<Listener>();

/**
 * Runs the work in one transaction and appends the events it records as the last statements before the commit, so
 * that writers wait for each other no longer than the commit itself. A throw leaves neither state nor event.
 */
export async function transact<T>(
  deps: Deps,
  work: (tx: Tx, record: (event: NewEvent) => void) => Promise<T>,
): Promise<T> {
  const { result, rows, events } = await inTransaction(deps.db, async (tx) => {
    const events: NewEvent[] = [];
    const result = await work(tx, (event) => void events.push(event));
    const rows = events.length > 0 ? await append(tx, deps, events) : [];
    return { result, rows, events };
  });
  announce(rows, events);
  return result;
}

/** Calls the listener after each durable commit, with its events in order. Returns what ends it. */
export function onCommitted(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

async function append(tx: Tx, deps: Deps, events: NewEvent[]): Promise<TimelineRow[]> {
  const head = await lockHead(tx, deps.db);
  const rows = chain(head, events, formatRecordedAt(deps.now));
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    await tx.timelineEvent.createMany({ data: rows.slice(from, from + ROWS_PER_STATEMENT) });
  }
  const { seq, hash } = rows[rows.length - 1] as TimelineRow;
  const moved = await tx.$executeRaw`UPDATE "TimelineHead" SET seq = ${seq}, hash = ${hash} WHERE id = 1`;
  if (moved !== 1) throw new Error("The head of the timeline is missing.");
  lastAppended.set(deps.db, rows[rows.length - 1] as TimelineRow);
  return rows;
}

function chain(head: Head, events: NewEvent[], now: string): TimelineRow[] {
  // History is never back-dated: a clock that was set back waits at the last recorded instant.
  const at = now < head.at ? head.at : now;
  const rows: TimelineRow[] = [];
  let previous: Pick<TimelineRow, "seq" | "hash"> = head;
  for (const event of events) {
    const fields = { seq: previous.seq + 1, at, ...storedFields(event) };
    const row = { ...fields, previousHash: previous.hash, hash: hashOf(previous.hash, fields) };
    rows.push(row);
    previous = row;
  }
  return rows;
}

function storedFields({ kind, subject, actor, happenedOn, payload }: NewEvent) {
  return {
    happenedOn: happenedOn ?? null,
    actorKind: actor.kind,
    actorId: actor.kind === "person" ? actor.accountId : actor.kind === "system" ? actor.name : null,
    kind,
    subjectKind: subject.kind,
    subjectId: subject.id,
    payload: canonicalJson(payload),
  };
}

async function lockHead(tx: Tx, db: Database): Promise<Head> {
  const head = (await selectHead(tx, db)) ?? (await createHead(tx, db));
  return { ...head, at: await recordedAt(tx, db, head) };
}

async function selectHead(tx: Tx, db: Database): Promise<{ seq: number; hash: string } | undefined> {
  // A write transaction of SQLite is alone from its start; on PostgreSQL the row is what writers queue for.
  const found =
    db.engine === "postgresql"
      ? await tx.$queryRaw<{ seq: number; hash: string }[]>`
          SELECT seq, hash FROM "TimelineHead" WHERE id = 1 FOR UPDATE`
      : await tx.$queryRaw<{ seq: number; hash: string }[]>`SELECT seq, hash FROM "TimelineHead" WHERE id = 1`;
  return found.map(({ seq, hash }) => ({ seq: Number(seq), hash }))[0];
}

async function createHead(tx: Tx, db: Database): Promise<{ seq: number; hash: string }> {
  await tx.$executeRaw`
    INSERT INTO "TimelineHead" (id, seq, hash) VALUES (1, 0, ${GENESIS_HASH}) ON CONFLICT DO NOTHING`;
  return (await selectHead(tx, db)) ?? { seq: 0, hash: GENESIS_HASH };
}

/**
 * The last event this process appended to each database: mostly the head's own, which spares reading its instant. It
 * is known by its hash, so that one that was rolled back, or followed by another process's, is never taken for it.
 */
const lastAppended = new WeakMap<Database, Head>();

async function recordedAt(tx: Tx, db: Database, head: { seq: number; hash: string }): Promise<string> {
  if (head.seq === 0) return "";
  const known = lastAppended.get(db);
  if (known?.hash === head.hash) return known.at;
  const [event] = await tx.$queryRaw<{ at: string }[]>`SELECT at FROM "TimelineEvent" WHERE seq = ${head.seq}`;
  return event?.at ?? "";
}

function announce(rows: TimelineRow[], events: NewEvent[]): void {
  if (rows.length === 0) return;
  const committed = rows.map((row, index) => committedEvent(row, events[index] as NewEvent));
  for (const listener of listeners) {
    try {
      listener(committed);
    } catch (error) {
      log().error({ err: error }, "a listener of the timeline failed");
    }
  }
}

function committedEvent(row: TimelineRow, { actor, subject, payload }: NewEvent): CommittedEvent {
  const { seq, at, happenedOn, actorId, kind, hash } = row;
  return { seq, at, happenedOn, actorKind: actor.kind, actorId, kind, subject, payload, hash };
}
