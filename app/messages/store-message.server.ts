import { claimUploads } from "~/attachments/keep-attachments.server";
import { plainDateOf, type PlainDate } from "~/calendar/plain-date";
import type { Deps, Reading, Tx } from "~/platform/db.server";
import { randomSalt } from "~/platform/ids.server";
import { receiptCode } from "~/platform/receipt-code.server";
import { requireNone, type Reason } from "~/platform/refusal";
import { itemOfMessage } from "~/receipts/item";
import { receiptHash } from "~/receipts/receipt.server";
import { digest } from "~/timeline/chain.server";
import { canonicalJson } from "~/timeline/event";
import type { NewEvent } from "~/timeline/transact.server";
import { listUnits, unitByCode } from "~/units/queries.server";
import { findUnitWords } from "./aids-store.server";
import { clockSettings } from "./clock-settings.server";
import type { MessageChannel } from "./message";
import { findByKey, insertMessage, insertRecusal, nextMessageNumber } from "./message-store.server";
import type { MessageInput } from "./post-message.server";
import { because } from "./reasons";
import { streetOf } from "./street";
import type { Told } from "./tell-sender.server";

export interface Entry extends MessageInput {
  channel: MessageChannel;
  accountId: string | null;
  statedOn?: PlainDate;
  outsideNumber?: string | null;
  enteredById?: string | null;
}

interface Stored {
  isNew: boolean;
  number: string;
  message: Told;
  event: Omit<NewEvent, "actor">;
}

/** Stores a message with its number, receipt, recusals, files and clock. `isNew` is false when the key was there first. */
export async function storeMessage(tx: Tx, entry: Entry, deps: Deps): Promise<Stored> {
  const reading = { db: { client: tx } };
  requireNone(await unitReasons(entry, reading));
  const number = await nextMessageNumber(tx, deps.now);
  // The serial's row made the posts of a day wait for each other, so that this look is the last word.
  const isNew = !entry.key || (await findByKey(tx, entry.key)) === null;
  const recusedUnits = recusedBy(entry);
  const { kind, title, body, submitter, name, contact, language, channel, accountId, publish, key } = entry;
  const settings = await clockSettings(reading);
  const salt = randomSalt();
  const message = { number, kind, contact, language, recusedUnits, recusedIds: [], leadUnitCode: null };
  if (isNew) {
    await insertMessage(tx, {
      ...{ number, kind, title, body, submitter, name, contact, language, channel, accountId, key, salt },
      state: "received",
      consentsToPublish: publish,
      outsideNumber: entry.outsideNumber ?? null,
      statedOn: entry.statedOn ?? null,
      enteredById: entry.enteredById ?? null,
      receivedAt: deps.now,
      receiptHash: receiptHash(receiptCode(itemOfMessage(number))),
      streetCode: await streetIn(entry, reading),
      askedUnitCode: recusedUnits.includes(entry.unit ?? "") ? null : entry.unit,
      clockFrom: plainDateOf(deps.now),
      clockDays: settings.answerDays[kind],
      extendedDays: settings.extendedDays[kind],
    });
    for (const unitCode of recusedUnits) await insertRecusal(tx, number, { unitCode });
    await claimUploads(tx, entry.uploads, { messageNumber: number }, deps.now);
  }
  const payload = { kind, channel, submitter, asked: entry.unit ?? null, digest: digest(salt, wordsOf(entry)) };
  const happened = entry.statedOn ? { happenedOn: entry.statedOn } : {};
  const event = { kind: "message.received", subject: { kind: "message", id: number }, ...happened, payload };
  return { isNew, number, message, event };
}

async function streetIn(entry: Entry, { db }: Reading): Promise<string | null> {
  const streets = (await listUnits({ db })).filter(({ kind }) => kind === "street");
  return streetOf(entry, await findUnitWords(db.client), new Set(streets.map(({ code }) => code)));
}

/** All that a person said and left, in one text: what the digest in the timeline vouches for. */
export function wordsOf({ title, body, name, contact }: Pick<Entry, "title" | "body" | "name" | "contact">): string {
  return canonicalJson({ title, body, name, contact });
}

/** Whom it is about: the unit named as such, and of a tip-off the unit chosen. */
function recusedBy({ kind, unit, about }: Entry): string[] {
  const units = kind === "tip_off" ? [about, unit] : [about];
  return [...new Set(units.filter((code) => code !== null))];
}

async function unitReasons({ unit, about }: Entry, reading: Reading): Promise<Reason[]> {
  const reasons: Reason[] = [];
  for (const [field, code] of Object.entries({ unit, about })) {
    if (code === null) continue;
    const found = await unitByCode(reading, code);
    if (!found) reasons.push(because("message_unit_unknown", field));
    else if (found.abolishedOn && field === "unit") reasons.push(because("message_unit_abolished", field));
  }
  return reasons;
}
