import { removeEndedSessions } from "~/accounts/session.server";
import { sweepUploads } from "~/attachments/keep-attachments.server";
import { escalateLate } from "~/messages/escalate-late.server";
import { sweepMediaUploads } from "~/media/receive-upload.server";
import type { Clock } from "~/platform/clock.server";
import type { Database } from "~/platform/db.server";
import type { Env } from "~/platform/env.server";
import { sweepIncoming } from "~/platform/files.server";
import { log } from "~/platform/log.server";
import { sendDueNotices } from "~/notifications/send-due-notices.server";
import { announceClockChanges } from "./clock-announcements";
import { flushReadings } from "./readings";

interface JobDeps {
  db: Database;
  clock: Clock;
  env: Env;
}

interface Job {
  name: string;
  everySeconds: number;
  run: (deps: JobDeps) => Promise<unknown>;
}

/** Jobs only announce and deliver: no state depends on one having run. */
const JOBS: Job[] = [
  { name: "notices", everySeconds: 10, run: ({ db }) => sendDueNotices({ db }, new Date()) },
  {
    name: "openings and closings",
    everySeconds: 1,
    run: ({ db, clock }) => announceClockChanges({ db, now: clock.now() }),
  },
  {
    name: "files of broken posts",
    everySeconds: 3600,
    run: () => sweepIncoming(new Date(Date.now() - 24 * 3600 * 1000)),
  },
  { name: "unclaimed uploads", everySeconds: 3600, run: ({ db, clock }) => sweepUploads({ db, now: clock.now() }) },
  { name: "unfinished media", everySeconds: 3600, run: ({ db, clock }) => sweepMediaUploads({ db, now: clock.now() }) },
  { name: "late messages", everySeconds: 300, run: ({ db, clock }) => escalateLate({ db, now: clock.now() }) },
  { name: "readings", everySeconds: 60, run: ({ db, clock }) => flushReadings({ db, now: clock.now() }) },
  { name: "ended sessions", everySeconds: 3600, run: ({ db }) => removeEndedSessions({ db }, new Date()) },
];

/** Starts the jobs; returns what stops them. A job that is still running is not started again. */
export function startJobs(deps: JobDeps): () => void {
  const timers = JOBS.map((job) => {
    let isRunning = false;
    const timer = setInterval(() => {
      if (isRunning) return;
      isRunning = true;
      job
        .run(deps)
        .catch((error: unknown) => log().error({ err: error, job: job.name }))
        .finally(() => (isRunning = false));
    }, job.everySeconds * 1000);
    timer.unref();
    return timer;
  });
  return () => timers.forEach(clearInterval);
}
