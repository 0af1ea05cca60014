import { accountIdOf, type Actor } from "~/accounts/actor";
import { plainDateOf, type PlainDate } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import { receiptCode } from "~/platform/receipt-code.server";
import { refuseAsNotFound, requireNone } from "~/platform/refusal";
import { itemOfMessage } from "~/receipts/item";
import { spacedReceiptCode } from "~/receipts/receipt.server";
import { transact } from "~/timeline/transact.server";
import type { MessageChannel } from "./message";
import { findByKey, findEnteredBy } from "./message-store.server";
import { mayEnter } from "./permissions";
import type { MessageInput } from "./post-message.server";
import { because } from "./reasons";
import { storeMessage } from "./store-message.server";

export interface EnterInput extends MessageInput {
  channel: Exclude<MessageChannel, "online">;
  /** The day of the call, the visit or on the letter; recorded beside, never instead of, the time of entry. */
  statedOn: PlainDate;
  /** 12345工单号: what was entered twice is found by it. */
  outsideNumber: string | null;
}

/**
 * Staff enter what came by phone, visit, letter or hotline. It gets a number and a receipt like any other message, and
 * a form that was sent twice gets the same one. Refusals: `not_found` (404) without the right; a day in the future.
 */
export function enterMessage(
  actor: Actor,
  input: EnterInput,
  deps: Deps,
): Promise<{ number: string; code: string; isNew: boolean }> {
  const key = input.key && entryKey(input.key);
  return transact(deps, async (tx, record) => {
    if (!mayEnter(actor)) throw refuseAsNotFound();
    const today = plainDateOf(deps.now);
    requireNone(input.statedOn > today ? [because("stated_in_future", "statedOn", { today })] : []);
    const before = key ? await findByKey(tx, key) : null;
    if (before) return { number: before.number, code: receiptCode(itemOfMessage(before.number)), isNew: false };
    const entry = { ...input, key, accountId: null, enteredById: accountIdOf(actor) };
    const { number, event, isNew } = await storeMessage(tx, entry, deps);
    const kept = isNew ? number : (await findByKey(tx, key!))!.number;
    if (isNew) record({ ...event, actor });
    return { number: kept, code: receiptCode(itemOfMessage(kept)), isNew };
  });
}

/** A form's key is good for one way in only. */
export function entryKey(key: string): string {
  return `messages:entry:${key}`;
}

/** The receipt of what this person entered, to be told to its sender; null for what somebody else entered. */
export async function enteredReceipt(
  actor: Actor,
  number: string,
  { db }: Pick<Deps, "db">,
): Promise<{ number: string; code: string } | null> {
  const accountId = accountIdOf(actor);
  const found = number && accountId ? await findEnteredBy(db.client, number, accountId) : null;
  return found && { number, code: spacedReceiptCode(receiptCode(itemOfMessage(number))) };
}
