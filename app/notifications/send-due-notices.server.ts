import nodemailer, { type Transporter } from "nodemailer";
import type { Language } from "~/i18n/language";
import { composeNotice } from "~/i18n/notices";
import type { Deps } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { digitsOf, type NoticeKind, type NoticeParams } from "./notice";
import { claim, findDue, markFailed, markSent, type StoredNotice } from "./store.server";

const MAX_ATTEMPTS = 12;
const BATCH = 50;
const CLAIM_SECONDS = 120;

/**
 * Sends what waits in the outbox and marks each row. Without SMTP_URL mail stays where it is, readable at the desk. A
 * notice may arrive twice when the process dies between sending and marking; never is one lost. `realNow` is the real
 * clock: the demonstration's clock may stand still.
 */
export async function sendDueNotices({ db }: Pick<Deps, "db">, realNow: Date): Promise<number> {
  const { SMTP_URL, SMS_URL } = env();
  if (!SMTP_URL && !SMS_URL) return 0;
  const due = await findDue(db.client, realNow, { attempts: MAX_ATTEMPTS, take: BATCH });
  let sent = 0;
  for (const notice of due) {
    const send = notice.channel === "email" ? SMTP_URL && sendMail : SMS_URL && sendSms;
    if (!send || !(await claim(db.client, notice, after(realNow, CLAIM_SECONDS)))) continue;
    try {
      await send(notice);
      await markSent(db.client, notice.id, new Date(realNow));
      sent += 1;
    } catch (error) {
      const wait = Math.min(6 * 3600, 30 * 2 ** notice.attempts);
      await markFailed(db.client, notice.id, error instanceof Error ? error.message : String(error), after(realNow, wait));
    }
  }
  return sent;
}

/** Subject and text of a notice as the person gets it; the desk shows the same. */
export function textOf(notice: StoredNotice): { subject: string; text: string; sms: string } {
  const params = JSON.parse(notice.params) as NoticeParams;
  return composeNotice(notice.language as Language, notice.kind as NoticeKind, { ...params, site: siteAddress() });
}

/** Links in notices use the configured address, never the Host of whoever asked. */
function siteAddress(): string {
  const { PUBLIC_URL, HOST, PORT } = env();
  return PUBLIC_URL ?? `http://${HOST}:${PORT}`;
}

let mailer: { url: string; transporter: Transporter } | undefined;

async function sendMail(notice: StoredNotice): Promise<void> {
  const { SMTP_URL = "", MAIL_FROM } = env();
  if (mailer?.url !== SMTP_URL) mailer = { url: SMTP_URL, transporter: nodemailer.createTransport(SMTP_URL) };
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
