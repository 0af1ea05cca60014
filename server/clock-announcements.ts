import { plainDateOf } from "~/calendar/plain-date";
import { turnedByClock } from "~/consultations/watching.server";
import { begunByClock } from "~/interviews/watching.server";
import type { Deps } from "~/platform/db.server";

type Listener = (topics: string[], at: Date) => void;

const listeners = new Set<Listener>();
let lastLooked: Date | null = null;

/** Called with the topics of what the clock alone opened, began or closed. It only tells: nothing is stored. */
export function onClockChange(listener: Listener): void {
  listeners.add(listener);
}

export async function announceClockChanges(deps: Deps): Promise<void> {
  const since = lastLooked ?? deps.now;
  lastLooked = deps.now;
  const begun = await begunByClock(since, deps);
  const isNewDay = plainDateOf(since) !== plainDateOf(deps.now);
  const turned = isNewDay ? await turnedByClock(since, deps) : [];
  const topics = [...begun.map((slug) => `interview:${slug}`), ...turned.map((slug) => `consultation:${slug}`)];
  if (topics.length > 0) for (const listener of listeners) listener(topics, deps.now);
}
