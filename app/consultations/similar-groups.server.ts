import { setImmediate as otherWork, setTimeout as sleep } from "node:timers/promises";
import type { Database } from "~/platform/db.server";
import { findWords, wordsMark } from "./processing-list-store.server";
import { clusterTexts, groupSameWords, type Cluster } from "~/words/similar";

interface Kept {
  /** The comments that were compared; null until the first time is done. */
  mark: string | null;
  groups: Cluster[];
  /** While comparing is under way. */
  running: Promise<void> | null;
}

const kept = new WeakMap<Database["client"], Map<string, Kept>>();
const MOST_KEPT = 16;
/** How long a page waits for comparing; after that it shows what was found before. */
const PATIENCE_MS = 2_000;
/** How long comparing may keep other requests waiting. */
const SLICE_MS = 10;

export interface SimilarGroups {
  groups: Cluster[];
  /** False while comparing goes on: then these are the groups known so far. */
  isComplete: boolean;
}

/**
 * Who says nearly the same in this consultation. Kept in memory and compared again when a comment came in or was
 * erased, in slices between other work; a page waits for it two seconds and then does with the groups known so far.
 */
export async function similarGroups(
  { client }: Pick<Database, "client">,
  consultationId: string,
): Promise<SimilarGroups> {
  const known = keptFor(client, consultationId);
  const mark = await wordsMark(client, consultationId);
  if (known.mark === mark) return { groups: known.groups, isComplete: true };
  known.running ??= compare(client, consultationId, mark, known).finally(() => (known.running = null));
  const patience = new AbortController();
  await Promise.race([
    known.running,
    sleep(PATIENCE_MS, undefined, { signal: patience.signal }).catch(() => undefined),
  ]);
  patience.abort();
  return { groups: known.groups, isComplete: known.mark === mark };
}

async function compare(client: Database["client"], consultationId: string, mark: string, known: Kept): Promise<void> {
  const words = await findWords(client, consultationId);
  if (known.mark === null) known.groups = await inSlices(groupSameWords(words));
  known.groups = await inSlices(clusterTexts(words));
  known.mark = mark;
}

async function inSlices<T>(steps: Generator<void, T>): Promise<T> {
  for (let until = performance.now() + SLICE_MS; ;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await otherWork();
    until = performance.now() + SLICE_MS;
  }
}

/** The consultations looked at last. */
function keptFor(client: Database["client"], consultationId: string): Kept {
  const store = kept.get(client) ?? new Map<string, Kept>();
  kept.set(client, store);
  const known = store.get(consultationId) ?? { mark: null, groups: [], running: null };
  store.delete(consultationId);
  store.set(consultationId, known);
  if (store.size > MOST_KEPT) store.delete(store.keys().next().value!);
  return known;
}
