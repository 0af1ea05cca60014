import { GUEST, type Person } from "~/accounts/actor";
import { attachmentsOf } from "~/attachments/queries.server";
import { loadCalendar } from "~/calendar/load-calendar.server";
import type { Deps } from "~/platform/db.server";
import { receiptCode } from "~/platform/receipt-code.server";
import { maskName, maskPersonalData } from "~/privacy/masking";
import { itemOfMessage } from "~/receipts/item";
import type { ReceiptOwner } from "~/receipts/match-receipt.server";
import { readReceiptCode, receiptHash } from "~/receipts/receipt.server";
import { clockSettings } from "./clock-settings.server";
import { runningClocks } from "./clocks";
import type { ReferralChannel } from "./dispatch";
import { endOf } from "./holder";
import {
  asAsked,
  isSealed,
  openUntil,
  shownState,
  storedState,
  type MessageAct,
  type MessageKind,
  type MessageState,
  type Resolution,
} from "./message";
import {
  findByReceipt,
  findContactByReceipt,
  findMessage,
  pageOfAccount,
  type MessageRecord,
} from "./message-store.server";
import { pathOf, shownHolder, unitNames } from "./path-lines.server";
import { publicWords } from "./public-view";
import type { Result } from "./rating";
import { refusals, reopenableUntil } from "./refusals";
import type { MessageReceiptFacts, OwnMessage, ShownReply } from "./shown";

/** Whose message a receipt is for; `POST /track` compares the tail. */
export async function ownerOfMessage({ db }: Pick<Deps, "db">, hash: string): Promise<ReceiptOwner | null> {
  const found = await findContactByReceipt(db.client, hash);
  return found && { item: itemOfMessage(found.number), contact: found.contact };
}

export interface MessageReceiptPage {
  message: MessageRecord;
  facts: MessageReceiptFacts;
}

/** The receipt of a code as it stands in an address; null when there is none. */
export async function messageReceipt(deps: Deps, code: string): Promise<MessageReceiptPage | null> {
  if (readReceiptCode(code) !== code) return null;
  const message = await findByReceipt(deps.db.client, receiptHash(code));
  return message && { message, facts: await factsOf(deps, message, code) };
}

async function factsOf(deps: Deps, message: MessageRecord, code: string): Promise<MessageReceiptFacts> {
  const { number, receivedAt, statedOn, firstRepliedAt, repliedAt } = message;
  const names = await unitNames(deps);
  return {
    ...{ number, code, receivedAt, statedOn, firstRepliedAt, repliedAt },
    state: shownState(message, deps.now),
    holder: shownHolder(message),
    end: endOf(message),
    openUntil: shownState(message, deps.now) === "closed" ? null : openUntil(message),
    clocks: runningClocks(message, deps.now, await loadCalendar(deps), await clockSettings(deps)),
    path: await pathOf(message, names, { withWords: false }, deps),
  };
}

/** What the sender may do now on the receipt. */
const OWN_ACTS: readonly MessageAct[] = ["answer", "rate", "reopen", "withdraw", "withdraw_consent", "erase"];

/** The sender's own view: the words, every step with its reason, the answers. */
export async function ownMessage(deps: Deps, message: MessageRecord): Promise<OwnMessage> {
  const names = await unitNames(deps);
  const { kind, title, body, name, contact, number, promisedOn, promiseKeptAt, extendedAt, extendedReason } = message;
  return {
    ...{ kind, title, body, name, contact },
    attachments: await attachmentsOf(deps, { messageNumber: number }),
    isSealed: isSealed(message),
    isErased: message.erasedAt !== null,
    consent: { isGiven: message.consentsToPublish, withdrawnAt: message.consentWithdrawnAt },
    path: await pathOf(message, names, { withWords: true }, deps),
    questions: message.asked.map(({ text, askedAt, endsOn, answer, answeredAt }) => ({
      ...{ text, askedAt, endsOn, answer, answeredAt },
    })),
    replies: releasedReplies(message),
    referral: referralOf(message),
    extension: extendedAt && extendedReason !== null ? { reason: extendedReason, at: extendedAt } : null,
    promise: promisedOn ? { on: promisedOn, keptAt: promiseKeptAt } : null,
    mergedInto: await mergedInto(deps, message),
    offers: OWN_ACTS.filter((act) => isOffered(act, message, deps.now)),
    reopenableUntil: reopenableUntil(message),
  };
}

function isOffered(act: MessageAct, message: MessageRecord, now: Date): boolean {
  if (act === "withdraw_consent") return message.consentsToPublish && message.consentWithdrawnAt === null;
  return refusals(act, message, GUEST, now).length === 0;
}

export function releasedReplies({ replies, leadUnit }: MessageRecord): ShownReply[] {
  return replies.flatMap((reply) => {
    if (reply.state !== "released" || !reply.releasedAt) return [];
    const { id, text, promisedOn, correctionNote, releasedAt, rating } = reply;
    return {
      ...{ id, text, promisedOn, correctionNote, releasedAt },
      isCorrection: reply.kind === "correction",
      resolution: reply.resolution as Resolution,
      unit: leadUnit,
      rating: rating && { isSatisfied: rating.isSatisfied, result: rating.result as Result, words: rating.words },
    };
  });
}

export function referralOf(message: MessageRecord): OwnMessage["referral"] {
  const { referralChannel, referralName, referralContact, referralRule } = message;
  if (referralChannel === null) return null;
  return {
    channel: referralChannel as ReferralChannel,
    name: referralName ?? "",
    contact: referralContact ?? "",
    rule: referralRule ?? "",
  };
}

/** Of the other message the answer alone, without what names its sender: it may be another person's. */
async function mergedInto(deps: Deps, message: MessageRecord): Promise<OwnMessage["mergedInto"]> {
  if (message.mergedIntoNumber === null || message.state !== "merged") return null;
  const target = await findMessage(deps.db.client, message.mergedIntoNumber);
  if (!target) return null;
  const state = shownState(target, deps.now);
  const answer = releasedReplies(target).at(-1)?.text ?? null;
  return {
    number: target.number,
    state,
    reply: publicWords(target)?.reply ?? (answer && withoutPerson(answer, target.name)),
    isPublic: !isSealed(target),
  };
}

function withoutPerson(answer: string, name: string | null): string {
  const { masked } = maskPersonalData(answer);
  return name ? masked.replaceAll(name, maskName(name)) : masked;
}

export interface OwnListItem {
  number: string;
  /** Of the receipt. */
  code: string;
  kind: MessageKind;
  title: string;
  state: MessageState;
  receivedAt: Date;
  isErased: boolean;
}

/** What a person sent while signed in, the latest first. */
export async function ownMessages(
  person: Person,
  { db, now }: Deps,
  paging: { page: number; pageSize: number },
): Promise<{ items: OwnListItem[]; total: number }> {
  const { items, total } = await pageOfAccount(db.client, person.accountId, paging);
  return {
    total,
    items: items.map(({ number, kind, title, state, receivedAt, erasedAt, questions, resolution, ...times }) => ({
      ...{ number, title, receivedAt, code: receiptCode(itemOfMessage(number)), isErased: erasedAt !== null },
      kind: kind as MessageKind,
      state: shownState(
        {
          ...times,
          state: storedState(state),
          questions: questions.map(asAsked),
          resolution: resolution as Resolution | null,
        },
        now,
      ),
    })),
  };
}
