import { createAdministrator } from "~/accounts/create-account.server";
import { lastRecordedAt } from "~/timeline/queries.server";
import { runVerify } from "~/timeline/verify.server";
import { backupDatabase, restoreDatabase } from "~/platform/backup.server";
import { makeClock } from "~/platform/clock.server";
import { openDatabase, type Database } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { uploadsFolder } from "~/platform/files.server";
import { importFolder } from "./import-folder";

type Command = (args: string[], write: (line: string) => void) => Promise<number>;

const COMMANDS: Record<string, Command> = {
  import: (args, write) => withDatabase(async (db, now) => importFolder({ db, now }, args, write)),
  "timeline:verify": (args, write) => withDatabase((db) => runVerify(db, args, write), { lock: false }),
  admin: (args, write) => withDatabase((db, now) => createAdministrator({ db, now }, args, write)),
  backup: async ([file], write) => {
    if (!file) return usage(write, "npm run backup -- FILE");
    await backupDatabase(env().DATABASE_URL, file, { uploads: uploadsFolder() });
    write(`Saved to ${file}`);
    if (uploadsFolder() === null) write(FILES_ARE_APART);
    return 0;
  },
  restore: async (args, write) => {
    const file = args.find((arg) => !arg.startsWith("--"));
    if (!file) return usage(write, "npm run restore -- FILE [--replace]");
    await restoreDatabase(file, env().DATABASE_URL, { uploads: uploadsFolder(), replace: args.includes("--replace") });
    write(`Restored from ${file}`);
    if (uploadsFolder() === null) write(FILES_ARE_APART);
    return 0;
  },
};

const FILES_ARE_APART = "The uploaded files stand in a bucket and are not in it: see server/README.md";

/** Runs one command of package.json; the answer is the exit code. */
export async function runCommand(name: string, args: string[]): Promise<number> {
  const command = COMMANDS[name];
  const write = (line: string) => void process.stdout.write(`${line}\n`);
  if (!command) return usage(write, `one of: ${Object.keys(COMMANDS).join(", ")}`);
  return command(args, write);
}

function usage(write: (line: string) => void, text: string): number {
  write(`Usage: ${text}`);
  return 2;
}

async function withDatabase(work: (db: Database, now: Date) => Promise<number>, { lock = true } = {}): Promise<number> {
  const db = await openDatabase(env().DATABASE_URL, { lock });
  try {
    return await work(db, makeClock(env().NOW, await lastRecordedAt({ db })).now());
  } finally {
    await db.close();
  }
}
