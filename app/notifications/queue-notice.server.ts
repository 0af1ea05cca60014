import { env } from "~/platform/env.server";
import type { SqlTx } from "~/platform/sql-transaction.server";
import { channelFor, type NewNotice } from "./notice";
import { insertNotices } from "./store.server";

/** Writes the notice to the outbox in the caller's transaction; a worker sends it after the commit. */
export async function queueNotice(tx: SqlTx, notice: NewNotice, now: Date): Promise<void> {
  await queueNotices(tx, [notice], now);
}

/** Many at once; whoever left no contact is passed over. */
export async function queueNotices(tx: SqlTx, notices: NewNotice[], now: Date): Promise<void> {
  const reachable = notices.flatMap((notice) => {
    const channel = channelFor(notice.contact, env().SMS_URL !== undefined);
    return channel ? [{ ...notice, channel }] : [];
  });
  const PER_STATEMENT = 500;
  for (let from = 0; from < reachable.length; from += PER_STATEMENT) {
    await insertNotices(tx, reachable.slice(from, from + PER_STATEMENT), now);
  }
}
