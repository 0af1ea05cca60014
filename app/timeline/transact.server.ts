import { inTransaction, type Database, type Deps, type Tx } from "~/platform/db.server";
import { randomId } from "~/platform/ids.server";
import { rowInserter } from "~/platform/insert-rows.server";
import { log } from "~/platform/log.server";
import { inSqlTransaction, type SqlTx } from "~/platform/sql-transaction.server";
import { GENESIS_HASH, hashOf } from "./chain.server";
import {
  canonicalJson,
  formatRecordedAt,
  type CommittedEvent,
  type Json,
  type NewEvent,
  type TimelineRow,
} from "./event";

export type { CommittedEvent, NewEvent };

/** Where PostgreSQL tells other processes of what this one recorded: its token and the number of its last event. */
export const CHANNEL = "yishiting_timeline";
export const THIS_PROCESS = randomId();

type Listener = (events: CommittedEvent[]) => void;
type Head = Pick<TimelineRow, "seq" | "hash" | "at">;

const listeners = new Set<Listener>();

type Recorder = (event: NewEvent) => void;

/**
 * Runs the work in one transaction and appends the events it records as the last statements before the commit, so
 * that writers wait for each other no longer than the commit itself. A throw leaves neither state nor event.
 */
export function transact<T>(deps: Deps, work: (tx: Tx, record: Recorder) => Promise<T>): Promise<T> {
  return recording(deps, work, (run) => inTransaction(deps.db, run));
}

/** The same for the verb that many people call at once: the work speaks plain SQL, which costs a fraction. */
export function transactSql<T>(deps: Deps, work: (tx: SqlTx, record: Recorder) => Promise<T>): Promise<T> {
  return recording(deps, work, (run) => inSqlTransaction(deps.db, run));
}

interface Recorded<T> {
  result: T;
  rows: TimelineRow[];
  events: NewEvent[];
}

async function recording<T, X extends SqlTx>(
  deps: Deps,
  work: (tx: X, record: Recorder) => Promise<T>,
  transaction: (run: (tx: X) => Promise<Recorded<T>>) => Promise<Recorded<T>>,
): Promise<T> {
  const { result, rows, events } = await transaction(async (tx) => {
    const events: NewEvent[] = [];
    const result = await work(tx, (event) => void events.push(event));
    const rows = events.length > 0 ? await append(tx, deps, events) : [];
    return { result, rows, events };
  });
  if (rows.length > 0) announce(rows.map((row, index) => committedEvent(row, events[index] as NewEvent)));
  return result;
}

/**
 * Calls the listener after each durable commit, with its events in order; where several processes serve one database,
 * after those of the others too. Returns what ends it.
 */
export function onCommitted(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

async function append(tx: SqlTx, { db, now }: Deps, events: NewEvent[]): Promise<TimelineRow[]> {
  const at = formatRecordedAt(now);
  const expected = lastAppended.get(db);
  let rows = expected ? chain(expected, events, at) : [];
  if (!expected || !(await moveHead(tx, expected, rows))) {
    const head = await lockHead(tx, db);
    rows = chain(head, events, at);
    if (!(await moveHead(tx, head, rows))) throw new Error("The head of the timeline is missing.");
  }
  lastAppended.set(db, rows[rows.length - 1] as TimelineRow);
  await insertEvents(tx, rows);
  if (db.engine === "postgresql") await notify(tx, rows);
  return rows;
}

/** PostgreSQL passes it on when the transaction is committed, and never when it is not. */
async function notify(tx: SqlTx, rows: TimelineRow[]): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${CHANNEL}, ${`${THIS_PROCESS} ${rows.at(-1)?.seq}`})`;
}

/**
 * The last event this process appended to each database, mostly the head. Moving the head from it is one statement,
 * which locks as well; when it was rolled back, or another process came in between, its hash does not match, and the
 * head is read under its lock.
 */
const lastAppended = new WeakMap<Database, Head>();

async function moveHead(tx: SqlTx, from: Head, rows: TimelineRow[]): Promise<boolean> {
  const { seq, hash } = rows[rows.length - 1] as TimelineRow;
  const moved = await tx.$executeRaw`
    UPDATE "TimelineHead" SET seq = ${seq}, hash = ${hash} WHERE id = 1 AND hash = ${from.hash}`;
  return moved === 1;
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
    payload: canonicalJson(withPrincipals(payload, actor)),
  };
}

/** What a deputy does names the principals too: whoever acted in whose place is asked of the history. */
function withPrincipals(payload: Json, actor: NewEvent["actor"]): Json {
  const principals = actor.kind === "person" ? (actor.deputyFor ?? []) : [];
  if (principals.length === 0 || payload === null || typeof payload !== "object" || Array.isArray(payload))
    return payload;
  return { ...payload, deputyFor: principals.map(({ accountId }) => accountId) };
}

async function lockHead(tx: SqlTx, db: Database): Promise<Head> {
  const head = (await selectHead(tx, db)) ?? (await createHead(tx, db));
  const [event] = await tx.$queryRaw<{ at: string }[]>`SELECT at FROM "TimelineEvent" WHERE seq = ${head.seq}`;
  return { ...head, at: event?.at ?? "" };
}

async function selectHead(tx: SqlTx, db: Database): Promise<{ seq: number; hash: string } | undefined> {
  // A write transaction of SQLite is alone from its start; on PostgreSQL the row is what writers queue for.
  const found =
    db.engine === "postgresql"
      ? await tx.$queryRaw<{ seq: number; hash: string }[]>`
          SELECT seq, hash FROM "TimelineHead" WHERE id = 1 FOR UPDATE`
      : await tx.$queryRaw<{ seq: number; hash: string }[]>`SELECT seq, hash FROM "TimelineHead" WHERE id = 1`;
  return found.map(({ seq, hash }) => ({ seq: Number(seq), hash }))[0];
}

async function createHead(tx: SqlTx, db: Database): Promise<{ seq: number; hash: string }> {
  await tx.$executeRaw`
    INSERT INTO "TimelineHead" (id, seq, hash) VALUES (1, 0, ${GENESIS_HASH}) ON CONFLICT DO NOTHING`;
  return (await selectHead(tx, db)) ?? { seq: 0, hash: GENESIS_HASH };
}

const insertEvents = rowInserter("TimelineEvent", [
  "seq",
  "at",
  "happenedOn",
  "actorKind",
  "actorId",
  "kind",
  "subjectKind",
  "subjectId",
  "payload",
  "previousHash",
  "hash",
] as const satisfies (keyof TimelineRow)[]);

/** Tells all who listen; the failure of one is nobody else's. */
export function announce(events: CommittedEvent[]): void {
  for (const listener of listeners) {
    try {
      listener(events);
    } catch (error) {
      log().error({ err: error }, "a listener of the timeline failed");
    }
  }
}

function committedEvent(row: TimelineRow, { actor, subject, payload }: NewEvent): CommittedEvent {
  const { seq, at, happenedOn, actorId, kind, hash } = row;
  return { seq, at, happenedOn, actorKind: actor.kind, actorId, kind, subject, payload, hash };
}
