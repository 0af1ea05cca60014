import { plainDateOf } from "~/calendar/plain-date";
import { turnedByClock } from "~/consultations/watching.server";
import type { Deps } from "~/platform/db.server";

type Listener = (slugs: string[], at: Date) => void;

const listeners = new Set<Listener>();
let lastLooked: Date | null = null;

/** Called with the consultations that midnight in Shanghai opened or closed. It only tells: nothing is stored. */
export function onClockChange(listener: Listener): void {
  listeners.add(listener);
}

export async function announceClockChanges(deps: Deps): Promise<void> {
  const since = lastLooked ?? deps.now;
  lastLooked = deps.now;
  if (plainDateOf(since) === plainDateOf(deps.now)) return;
  const slugs = await turnedByClock(since, deps);
  if (slugs.length > 0) for (const listener of listeners) listener(slugs, deps.now);
}
