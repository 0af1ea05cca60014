import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";

export class DatabaseInUse extends Error {}

interface Holder {
  pid: number;
  /** Start of the process in ticks since the machine's start, where Linux tells it: a number may be given out again. */
  startedAt: string | null;
}

/**
 * Keeps a second process off the file: two writers would block each other, and each would keep pages of its own.
 * Returns the function that gives the lock back. A lock left by a process that was killed is taken over.
 */
export function lockDatabase(file: string): () => void {
  const lock = lockFile(file);
  const holder: Holder = { pid: process.pid, startedAt: startOf(process.pid) };
  if (!create(lock, holder)) {
    refuseWhileHeld(file);
    // Somebody may take the stale lock over at the same instant; the creation that follows decides.
    rmSync(lock, { force: true });
    if (!create(lock, holder)) refuseWhileHeld(file);
  }
  return () => rmSync(lock, { force: true });
}

/** Throws `DatabaseInUse` when a living process holds the lock of the file. */
export function refuseWhileHeld(file: string): void {
  const holder = readHolder(lockFile(file));
  if (holder && isAlive(holder)) {
    throw new DatabaseInUse(`The database ${file} is in use by process ${holder.pid}. Stop it first.`);
  }
}

function lockFile(file: string): string {
  return `${file}.lock`;
}

/** Written aside and linked into place, so that nobody reads a lock without its holder. */
function create(lock: string, holder: Holder): boolean {
  const aside = `${lock}.${holder.pid}`;
  writeFileSync(aside, JSON.stringify(holder));
  try {
    linkSync(aside, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function readHolder(lock: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(lock, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}

function isAlive({ pid, startedAt }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives under another account.
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return startOf(pid) === startedAt;
}

function startOf(pid: number): string | null {
  try {
    // The name of the program, in parentheses, may contain spaces; the start is the twentieth field after it.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return null;
  }
}
