import type { Database } from "~/platform/db.server";
import { GENESIS_HASH, hashOf } from "./chain.server";
import type { TimelineRow } from "./event";

/**
 * `altered` a field or hash was changed · `removed` an event is missing · `reordered` the event stood elsewhere ·
 * `cut` the end is missing · `added` an event stands behind the head · `rewritten` the event or one before it is not
 * what it was when the head was kept.
 */
export type Damage = "altered" | "removed" | "reordered" | "cut" | "added" | "rewritten";

export interface Head {
  seq: number;
  hash: string;
}

export type Verdict = { ok: true; head: Head } | { ok: false; seq: number; damage: Damage };

const BATCH = 1000;
const START: Head = { seq: 0, hash: GENESIS_HASH };

/**
 * Recomputes the whole chain and compares its end with the stored head and, if given, with a head kept outside, which
 * alone can show that the end was cut off with the head, or everything written anew. May run while events are being
 * appended. Refusals name the first event that is not what it was.
 */
export async function verifyTimeline(db: Database, { head: kept }: { head?: Head } = {}): Promise<Verdict> {
  if (kept?.seq === 0 && kept.hash !== GENESIS_HASH) return bad(0, "rewritten");
  let last = START;
  for (;;) {
    const rows = await rowsAfter(db, last.seq);
    for (const row of rows) {
      const verdict = await judge(db, row, last, kept);
      if (!verdict.ok) return verdict;
      last = verdict.head;
    }
    if (rows.length > 0) continue;
    // Read after the rows: it can only be ahead of them, by events that were appended meanwhile.
    const stored = (await db.client.timelineHead.findUnique({ where: { id: 1 } })) ?? START;
    if (stored.seq <= last.seq || (await rowsAfter(db, last.seq)).length === 0) return judgeEnd(last, stored, kept);
  }
}

/** The command: prints the verdict, returns the exit code. `--head SEQ:HASH` compares with a head kept outside. */
export async function runVerify(db: Database, args: string[], write: (line: string) => void): Promise<number> {
  const head = headArgument(args);
  if (head === "unreadable") {
    write("usage: npm run timeline:verify [-- --head SEQ:HASH]");
    return 1;
  }
  const verdict = await verifyTimeline(db, { head });
  if (verdict.ok) write(`timeline ok: ${verdict.head.seq} events, head ${verdict.head.seq}:${verdict.head.hash}`);
  else write(`timeline damaged: first bad seq ${verdict.seq} (${verdict.damage})`);
  return verdict.ok ? 0 : 1;
}

async function judge(db: Database, row: TimelineRow, last: Head, kept: Head | undefined): Promise<Verdict> {
  if (row.seq !== last.seq + 1) return bad(last.seq + 1, "removed");
  const isSound = hashOf(row.previousHash, row) === row.hash;
  const follows = row.previousHash === last.hash;
  // A sound event that follows another past: the one before it was written anew, with its hash.
  if (isSound && !follows) return bad(Math.max(last.seq, 1), "altered");
  if (!isSound) return bad(row.seq, !follows && (await isKnownHash(db, row.previousHash)) ? "reordered" : "altered");
  if (row.seq === kept?.seq && row.hash !== kept.hash) return bad(row.seq, "rewritten");
  return { ok: true, head: { seq: row.seq, hash: row.hash } };
}

function judgeEnd(last: Head, stored: Head, kept: Head | undefined): Verdict {
  if (stored.seq > last.seq || (kept && kept.seq > last.seq)) return bad(last.seq + 1, "cut");
  if (stored.seq < last.seq) return bad(stored.seq + 1, "added");
  return stored.hash === last.hash ? { ok: true, head: last } : bad(last.seq, "altered");
}

async function rowsAfter(db: Database, seq: number): Promise<TimelineRow[]> {
  return db.client.timelineEvent.findMany({ where: { seq: { gt: seq } }, orderBy: { seq: "asc" }, take: BATCH });
}

async function isKnownHash(db: Database, hash: string): Promise<boolean> {
  return hash === GENESIS_HASH || (await db.client.timelineEvent.findFirst({ where: { hash } })) !== null;
}

function bad(seq: number, damage: Damage): Verdict {
  return { ok: false, seq, damage };
}

function headArgument(args: string[]): Head | undefined | "unreadable" {
  if (args.length === 0) return undefined;
  const [, seq, hash] = /^--head[= ](\d{1,10}):([0-9a-f]{64})$/.exec(args.join(" ")) ?? [];
  return seq && hash ? { seq: Number(seq), hash } : "unreadable";
}
