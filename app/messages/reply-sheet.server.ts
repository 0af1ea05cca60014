import type { Actor } from "~/accounts/actor";
import { withCounterparts } from "~/accounts/with-counterparts.server";
import type { Deps } from "~/platform/db.server";
import { refuseAsNotFound } from "~/platform/refusal";
import { readSheet, type Reviewed } from "~/reviews/read-sheet.server";
import { answerBefore, keepEntry, type SheetEntry } from "~/reviews/sheet-entry.server";
import type { SheetView } from "~/reviews/sheet-view";
import { transact } from "~/timeline/transact.server";
import { findAndLock, findSeen, type MessageRecord } from "./message-store.server";
import { mayAct } from "./permissions";
import { replyReviewed } from "./reply-reviewed.server";

/**
 * Fills a part of the release sheet of the reply that waits, with its event. Refusals: `not_found` for whoever neither
 * writes nor approves it, and when none waits; those of the entry itself.
 */
export async function fillReplySheet(
  actor: Actor,
  { number, entry }: { number: string; entry: SheetEntry },
  deps: Deps,
): Promise<void> {
  const seen = await findSeen(deps.db.client, actor, number);
  const answer = await answerBefore(entry, fillable(actor, seen));
  await transact(deps, async (tx, record) => {
    const reviewed = fillable(actor, await findAndLock(tx, deps.db.engine, number));
    const subject = { kind: "message", id: number };
    const asked = await withCounterparts(tx, actor, subject);
    const { event, payload } = await keepEntry(tx, asked, reviewed, entry, { answer, at: deps.now });
    record({ kind: `message.${event}`, subject, actor, payload });
  });
}

function fillable(actor: Actor, message: MessageRecord | null): Reviewed {
  const reviewed = message && mayFill(actor, message) ? replyReviewed(message) : null;
  if (!reviewed) throw refuseAsNotFound();
  return reviewed;
}

function mayFill(actor: Actor, message: MessageRecord): boolean {
  return mayAct(actor, "approve", message) || mayAct(actor, "submit", message);
}

/** The sheet on the message's page at the desk; null when no reply waits. */
export async function replySheet(
  actor: Actor,
  message: MessageRecord,
  deps: Deps,
): Promise<{ sheet: SheetView; mayFill: boolean } | null> {
  const reviewed = replyReviewed(message);
  return reviewed && { sheet: await readSheet(reviewed, deps), mayFill: mayFill(actor, message) };
}
