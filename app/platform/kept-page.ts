import type { AppLoadContext } from "@remix-run/server-runtime";

/** Dropped when something changed that any page may show: the calendar, a unit, a setting. */
export const EVERYTHING = "everything";

/** What a loader says of the page it prepares; the server reads it after the page is rendered. */
export interface PageNotes {
  keep: { tags: string[]; validUntil: Date | null } | null;
}

/**
 * Lets the server keep the finished page as bytes and send them to everyone until an event with one of the tags is
 * recorded, or until `validUntil`, the first instant at which something on the page changes by time alone.
 * Only for pages whose bytes depend on the address, the language and elder mode, never on who asks.
 */
export function keepPage(
  context: AppLoadContext,
  { tags, validUntil = null }: { tags: string[]; validUntil?: Date | null },
) {
  const kept = context.page.keep;
  context.page.keep = {
    tags: [...(kept?.tags ?? [EVERYTHING]), ...tags],
    validUntil: earliest(kept?.validUntil ?? null, validUntil),
  };
}

function earliest(a: Date | null, b: Date | null): Date | null {
  if (!a || !b) return a ?? b;
  return a < b ? a : b;
}
