import type { Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { performMessageAct, type ActInput } from "./perform-message-act.server";

export interface Identity {
  name: string | null;
  contact: string | null;
  title: string;
  body: string;
}

/**
 * Opens the sealed identity and the words as they were sent, once, for this answer alone: each opening is an event with
 * its reason, and the next look needs the next opening. Refusal: `not_found` for whoever does not dispatch.
 */
export async function openIdentity(
  actor: Actor,
  { reason, ...input }: ActInput & { reason: string },
  deps: Deps,
): Promise<Identity> {
  const { name, contact, title, body } = await performMessageAct(actor, "open_identity", input, deps, {
    write: () => Promise.resolve({ step: { text: reason, isInternal: true } }),
  });
  return { name, contact, title, body };
}

/** 内部备注: for those at the desks, never for the sender or the public. */
export function noteMessage(actor: Actor, { text, ...input }: ActInput & { text: string }, deps: Deps) {
  return performMessageAct(actor, "note", input, deps, {
    write: () => Promise.resolve({ step: { text, isInternal: true } }),
  });
}
