import { accountIdOf, type Actor } from "~/accounts/actor";
import type { Language } from "~/i18n/language";
import type { Deps } from "~/platform/db.server";
import { receiptCode } from "~/platform/receipt-code.server";
import { itemOfMessage } from "~/receipts/item";
import { transact } from "~/timeline/transact.server";
import type { MessageKind } from "./message";
import { findByKey } from "./message-store.server";
import { storeMessage, wordsOf } from "./store-message.server";
import { tellSender } from "./tell-sender.server";

export interface MessageInput {
  kind: MessageKind;
  unit: string | null;
  /** 被反映单位. Of a tip-off, the unit chosen is the one it is about. */
  about: string | null;
  title: string;
  body: string;
  submitter: "person" | "company" | "organisation";
  name: string | null;
  contact: string | null;
  /** Consent to publication of the words; no answer is no. */
  publish: boolean;
  /** Made by the form's page: the same key is the same message. */
  key: string | null;
  /** Ids of files set aside by `stageUploads`. */
  uploads: string[];
  language: Language;
}

export interface MessageReceipt {
  number: string;
  code: string;
  /** Whether these very words are what the receipt is for: only then may this browser read them. */
  isOwn: boolean;
}

/**
 * Takes a message from the public. The answer comes only after the commit is durable; the same key gives the same
 * receipt. Refusals (422): a unit that is unknown or abolished, files that are gone.
 */
export function postMessage(actor: Actor, input: MessageInput, deps: Deps): Promise<MessageReceipt> {
  const key = input.key && `messages:${input.key}`;
  return transact(deps, async (tx, record) => {
    const before = key ? await findByKey(tx, key) : null;
    if (before) return receiptOf(before, input);
    const entry = { ...input, key, channel: "online" as const, accountId: accountIdOf(actor) };
    const stored = await storeMessage(tx, entry, deps);
    // Two identical posts at once: the other one was first.
    if (!stored.isNew) return receiptOf((await findByKey(tx, key!))!, input);
    const { number, event } = stored;
    record({ ...event, actor });
    await tellSender(tx, stored.message, "message_received", {}, deps.now);
    return { number, code: receiptCode(itemOfMessage(number)), isOwn: true };
  });
}

function receiptOf(stored: NonNullable<Awaited<ReturnType<typeof findByKey>>>, input: MessageInput): MessageReceipt {
  const code = receiptCode(itemOfMessage(stored.number));
  return { number: stored.number, code, isOwn: wordsOf(stored) === wordsOf(input) };
}
