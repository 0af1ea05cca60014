import nodemailer, { type Transporter } from "nodemailer";
import type { Language } from "~/i18n/language";
import { composeNotice, type NoticeText } from "~/i18n/notices";
import type { Deps } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { receiptCode } from "~/platform/receipt-code.server";
import { itemOfMessage } from "~/receipts/item";
import { href } from "~/ui/href";
import { digitsOf, SEALED_SUBJECT, type NoticeKind, type NoticeParams } from "./notice";
import { claim, findDue, markFailed, markSent, type StoredNotice } from "./store.server";

const MAX_ATTEMPTS = 12;
const BATCH = 50;
/** Longer than any one sending may take, so that no other process takes the same notice meanwhile. */
const CLAIM_SECONDS = 300;
const MAIL_LIMITS = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };

/**
 * Sends what waits in the outbox and marks each row. Without SMTP_URL mail stays where it is, readable at the desk. A
 * notice may arrive twice when the process dies between sending and marking; never is one lost. `realNow` is the real
 * clock: the demonstration's clock may stand still.
 */
export async function sendDueNotices({ db }: Pick<Deps, "db">, realNow: Date): Promise<number> {
  const { SMTP_URL, SMS_URL } = env();
  if (!SMTP_URL && !SMS_URL) return 0;
  const clock = runningFrom(realNow);
  const due = await findDue(db.client, realNow, { attempts: MAX_ATTEMPTS, take: BATCH });
  let sent = 0;
  for (const notice of due) {
    const send = notice.channel === "email" ? SMTP_URL && sendMail : SMS_URL && sendSms;
    if (!send || !(await claim(db.client, notice, after(clock(), CLAIM_SECONDS)))) continue;
    try {
      await send(notice);
      await markSent(db.client, notice.id, clock());
      sent += 1;
    } catch (error) {
      const wait = Math.min(6 * 3600, 30 * 2 ** notice.attempts);
      await markFailed(db.client, notice.id, errorText(error), after(clock(), wait));
    }
  }
  return sent;
}

/**
 * Subject and text of a notice as the person gets it; the desk shows the same. The receipt code is not kept with the
 * notice but derived here, and left out for whoever may not read the receipt.
 */
export function textOf(
  notice: Pick<StoredNotice, "kind" | "language" | "params" | "subjectKind" | "subjectId">,
  { hidesCode = false }: { hidesCode?: boolean } = {},
): NoticeText {
  const params = JSON.parse(notice.params) as NoticeParams;
  const item = itemOf(notice);
  const code = item !== null && !hidesCode ? receiptCode(item) : "****";
  return composeNotice(notice.language as Language, notice.kind as NoticeKind, {
    ...params,
    code,
    site: siteAddress(),
  });
}

/** What the receipt is for; null when the notice is about something that has none. */
function itemOf({ subjectKind, subjectId }: Pick<StoredNotice, "subjectKind" | "subjectId">): number | string | null {
  if (subjectKind === "comment") return Number(subjectId);
  return subjectKind === "message" || subjectKind === SEALED_SUBJECT ? itemOfMessage(subjectId) : null;
}

/** Links in notices use the configured address, never the Host of whoever asked. */
function siteAddress(): string {
  const { PUBLIC_URL, HOST, PORT } = env();
  return PUBLIC_URL ?? `http://${HOST}:${PORT}${href("/").replace(/\/$/, "")}`;
}

/** A batch takes its time: what is written at its end carries the time of its end. */
function runningFrom(start: Date): () => Date {
  const began = performance.now();
  return () => new Date(start.getTime() + Math.round(performance.now() - began));
}

/** What went wrong, without the address it was about: errors of mail servers like to repeat it. */
function errorText(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/[^\s@<>]+@[^\s@<>]+/g, "***");
}

let mailer: { url: string; transporter: Transporter } | undefined;

async function sendMail(notice: StoredNotice): Promise<void> {
  const { SMTP_URL = "", MAIL_FROM } = env();
  if (mailer?.url !== SMTP_URL)
    mailer = { url: SMTP_URL, transporter: nodemailer.createTransport({ url: SMTP_URL, ...MAIL_LIMITS }) };
  const { subject, text } = textOf(notice);
  await mailer.transporter.sendMail({
    from: MAIL_FROM,
    to: { name: "", address: notice.recipient },
    subject,
    text,
    headers: { "Auto-Submitted": "auto-generated" },
  });
}

/** The gateway takes a POST of JSON {to, text}; a short approved text without personal content. */
async function sendSms(notice: StoredNotice): Promise<void> {
  const answer = await fetch(env().SMS_URL ?? "", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ to: digitsOf(notice.recipient), text: textOf(notice).sms }),
    redirect: "error",
    signal: AbortSignal.timeout(10_000),
  });
  if (!answer.ok) throw new Error(`The SMS gateway answered ${answer.status}`);
}

function after(start: Date, seconds: number): Date {
  return new Date(start.getTime() + seconds * 1000);
}
