import type { Database } from "~/platform/db.server";
import { findWords, wordsMark } from "./processing-list-store.server";
import { clusterComments } from "./similar";

/** Near-identical comments: who says the same, and in how many wordings. The first wording is the most common. */
export interface SimilarGroup {
  fingerprint: string;
  representative: number;
  numbers: number[];
  wordings: number[][];
}

interface Kept {
  mark: string;
  groups: SimilarGroup[];
  /** How long comparing took, and when it ended, in milliseconds of this process. */
  took: number;
  at: number;
}

const kept = new WeakMap<Database["client"], Map<string, Kept>>();
const MOST_KEPT = 16;
/** Comparing takes no more than this share of the time while comments stream in. */
const SHARE = 1 / 30;

/**
 * The groups among all comments of a consultation. They are kept in memory until a comment comes in or is erased, and a
 * little longer where comparing takes long, unless they must be `exact`.
 */
export async function similarGroups(
  { client }: Pick<Database, "client">,
  consultationId: string,
  { isExact = false }: { isExact?: boolean } = {},
): Promise<SimilarGroup[]> {
  const store = kept.get(client) ?? new Map<string, Kept>();
  kept.set(client, store);
  const known = store.get(consultationId);
  const mark = await wordsMark(client, consultationId);
  if (known && (known.mark === mark || (!isExact && isFreshEnough(known)))) return known.groups;
  const words = await findWords(client, consultationId);
  const began = performance.now();
  const groups = clusterComments(words).map(({ fingerprint, representative, numbers, variants }) => ({
    ...{ fingerprint, representative, numbers },
    wordings: variants.map((variant) => variant.numbers),
  }));
  const at = performance.now();
  store.delete(consultationId);
  store.set(consultationId, { mark, groups, took: at - began, at });
  if (store.size > MOST_KEPT) store.delete(store.keys().next().value!);
  return groups;
}

const AT_ONCE_MS = 100;

function isFreshEnough({ took, at }: Kept): boolean {
  return took > AT_ONCE_MS && performance.now() - at < took / SHARE;
}
