import { setTimeout as sleep } from "node:timers/promises";

const MOST_ATTEMPTS = 5;
const PAUSE_MS = 20;

/**
 * PostgreSQL breaks off one of two transactions that wait for each other (40P01), or that cannot both be true (40001):
 * nothing of it has happened, and alone it succeeds. It is done again a few times, then the error is the caller's.
 */
export async function againWhenBrokenOff<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt === MOST_ATTEMPTS || !isBrokenOff(error)) throw error;
      await sleep(attempt * PAUSE_MS);
    }
  }
}

/** Prisma's client has a code for it; its adapter, and the client about plain SQL, hand on what the adapter understood. */
function isBrokenOff(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && error.code === "P2034") return true;
  if (isConflict(error.cause)) return true;
  const meta = "meta" in error ? (error.meta as { driverAdapterError?: Error } | undefined) : undefined;
  return isConflict(meta?.driverAdapterError?.cause);
}

function isConflict(cause: unknown): boolean {
  return typeof cause === "object" && cause !== null && "kind" in cause && cause.kind === "TransactionWriteConflict";
}
