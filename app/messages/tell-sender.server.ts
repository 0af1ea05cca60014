import type { Language } from "~/i18n/language";
import type { NoticeKind, NoticeParams } from "~/notifications/notice";
import { channelFor, SEALED_SUBJECT } from "~/notifications/notice";
import { queueNotice } from "~/notifications/queue-notice.server";
import type { Tx } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { officeUnit } from "~/units/queries.server";
import { isSealed, type MessageFacts } from "./message";

export type Told = Pick<MessageFacts, "kind" | "recusedUnits" | "recusedIds" | "leadUnitCode"> & {
  number: string;
  contact: string | null;
  language: string;
};

/**
 * Tells the sender, in the act's own transaction. Whoever left neither mail nor a mobile number is telephoned by the
 * unit that has the message. The notices of a sealed one stand in no list, so its sender is never telephoned; and
 * nobody is rung up just to hear that it arrived.
 */
export async function tellSender(
  tx: Tx,
  message: Told,
  kind: NoticeKind & `message_${string}`,
  params: NoticeParams,
  now: Date,
): Promise<void> {
  const { number, contact, language } = message;
  const channel = channelFor(contact, env().SMS_URL !== undefined);
  const sealed = isSealed(message);
  if (channel === null || (channel === "phone" && (sealed || kind === "message_received"))) return;
  const unitCode = message.leadUnitCode ?? (await officeUnit(tx)) ?? "";
  const subject = { kind: sealed ? SEALED_SUBJECT : "message", id: number };
  const notice = { kind, contact, language: language as Language, subject, unitCode, params: { number, ...params } };
  await queueNotice(tx, notice, now);
}
