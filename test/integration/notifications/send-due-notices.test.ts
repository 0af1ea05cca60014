import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GUEST } from "~/accounts/actor";
import type { NewNotice } from "~/notifications/notice";
import { queueNotice } from "~/notifications/queue-notice.server";
import { recordCall } from "~/notifications/record-call.server";
import { sendDueNotices, textOf } from "~/notifications/send-due-notices.server";
import type { Database } from "~/platform/db.server";
import { receiptCode } from "~/platform/receipt-code.server";
import { historyOf } from "~/timeline/queries.server";
import { transact } from "~/timeline/transact.server";
import { createStaff, type Staff } from "../../factories/desk";
import { freshDatabase } from "../../setup/database";
import { refusalOf } from "../../setup/refusal";

const NOW = new Date("2026-07-15T02:00:00Z");

interface Mail {
  to: string[];
  text: string;
}

let db: Database;
let staff: Staff;
let mails: Mail[] = [];
let messages: { to: string; text: string }[] = [];
/** What the mail server answers to the next recipients; empty: it takes them. */
let smtpRefusals: string[] = [];

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo: (address, _session, done) => {
    const refusal = smtpRefusals.shift();
    done(refusal ? new Error(`${refusal} <${address.address}>`) : null);
  },
  onData: (stream, session, done) => {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      mails.push({
        to: session.envelope.rcptTo.map(({ address }) => address),
        text: Buffer.concat(chunks).toString(),
      });
      done(null);
    });
  },
});

const gateway = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk: Buffer) => (body += chunk.toString()));
  request.on("end", () => {
    messages.push(JSON.parse(body) as { to: string; text: string });
    response.end("{}");
  });
});

beforeAll(async () => {
  await new Promise<void>((ready) => smtp.listen(0, "127.0.0.1", () => ready()));
  await new Promise<void>((ready) => gateway.listen(0, "127.0.0.1", () => ready()));
  const portOf = (address: unknown) => (address as AddressInfo).port;
  // The settings are read once, so they are set before anything asks for them.
  process.env.SMTP_URL = `smtp://127.0.0.1:${portOf(smtp.server.address())}`;
  process.env.SMS_URL = `http://127.0.0.1:${portOf(gateway.address())}/send`;
  process.env.PUBLIC_URL = "https://yishiting.example";
  db = await freshDatabase();
  staff = await createStaff(db);
});
beforeEach(async () => {
  await db.client.notice.deleteMany();
  [mails, messages, smtpRefusals] = [[], [], []];
});
afterAll(async () => {
  await new Promise<void>((closed) => smtp.close(() => closed()));
  await new Promise((closed) => gateway.close(closed));
});

function queue(more: Partial<NewNotice> = {}): Promise<void> {
  const notice: NewNotice = {
    kind: "outcome_published",
    contact: "lan@example.org",
    language: "zh-CN",
    subject: { kind: "comment", id: "7" },
    unitCode: "housing",
    params: { number: 7, title: "绿道建设方案", unit: "区住房建设局", slug: "lanes", outcome: "adopted" },
    ...more,
  };
  return transact({ db, now: NOW }, async (tx, record) => {
    await queueNotice(tx, notice, NOW);
    record({ kind: "notice.tested", subject: { kind: "notice", id: "0" }, actor: GUEST, payload: {} });
  });
}

function later(seconds: number): Date {
  return new Date(NOW.getTime() + seconds * 1000);
}

/** The words of a mail, which travel as quoted-printable or base64. */
function wordsOf({ text }: Mail): string {
  const [head = "", body = ""] = text.split(/\r\n\r\n(.*)/s);
  if (/base64/i.test(head)) return Buffer.from(body, "base64").toString();
  const bytes = body.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex: string) => `%${hex}`);
  return decodeURIComponent(bytes);
}

describe("a mail", () => {
  it("tells the person the outcome in words, with the receipt's address on the site's own address", async () => {
    await queue();
    expect(await sendDueNotices({ db }, NOW)).toBe(1);
    expect(mails).toHaveLength(1);
    expect(mails[0]!.to).toEqual(["lan@example.org"]);
    const words = wordsOf(mails[0]!);
    expect(words).toContain("您的第 7 号意见：采纳");
    expect(words).toContain(`https://yishiting.example/receipts/${receiptCode(7)}`);
    expect(mails[0]!.text).toContain("Auto-Submitted: auto-generated");
  });

  it("is kept without the receipt code", async () => {
    await queue();
    const row = await db.client.notice.findFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain(receiptCode(7));
    expect(textOf(row).text).toContain(receiptCode(7));
    expect(JSON.stringify(textOf(row, { hidesCode: true }))).not.toContain(receiptCode(7));
  });

  it("is tried again after a while when the server refuses it, and then sent once", async () => {
    await queue();
    smtpRefusals = ["451 try later"];
    expect(await sendDueNotices({ db }, NOW)).toBe(0);
    const failed = await db.client.notice.findFirstOrThrow();
    expect(failed).toMatchObject({ attempts: 1, sentAt: null });
    expect(failed.lastError).toContain("451");
    expect(failed.lastError).not.toContain("lan@example.org");
    expect(await sendDueNotices({ db }, later(5))).toBe(0);
    expect(await sendDueNotices({ db }, later(60))).toBe(1);
    expect(await sendDueNotices({ db }, later(90_000))).toBe(0);
    expect(mails).toHaveLength(1);
    expect(await db.client.notice.findFirstOrThrow()).toMatchObject({ attempts: 2, lastError: null });
  });

  it("is given up after twelve tries, and stays on the desk's list with its error", async () => {
    await queue();
    smtpRefusals = Array.from({ length: 20 }, () => "550 no such mailbox");
    for (let day = 0; day < 15; day += 1) await sendDueNotices({ db }, later(day * 86_400));
    const row = await db.client.notice.findFirstOrThrow();
    expect(row).toMatchObject({ attempts: 12, sentAt: null });
    expect(smtpRefusals).toHaveLength(8);
  });

  it("is sent once by two workers at the same time", async () => {
    for (let number = 1; number <= 12; number += 1) {
      await queue({ contact: `p${number}@example.org`, subject: { kind: "comment", id: String(number) } });
    }
    const sent = await Promise.all([
      sendDueNotices({ db }, NOW),
      sendDueNotices({ db }, NOW),
      sendDueNotices({ db }, NOW),
    ]);
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(12);
    expect(mails.map(({ to }) => to[0]).toSorted()).toEqual(
      Array.from({ length: 12 }, (_, index) => `p${index + 1}@example.org`).toSorted(),
    );
  });

  it("goes to one person only, whatever the contact field holds", async () => {
    await queue({ contact: "lan@example.org\nBcc: other@example.org" });
    await sendDueNotices({ db }, NOW);
    expect(mails).toEqual([]);
    expect(await db.client.notice.findFirstOrThrow()).toMatchObject({ channel: "phone" });
  });
});

describe("a short message", () => {
  it("goes through the gateway, without the title", async () => {
    await queue({ contact: "138-0013-8000" });
    expect(await sendDueNotices({ db }, NOW)).toBe(1);
    expect(messages).toEqual([{ to: "13800138000", text: expect.stringContaining(receiptCode(7)) as string }]);
    expect(messages[0]!.text).not.toContain("绿道");
  });
});

describe("whom nobody can write to", () => {
  it("is told by an officer of the unit, who records it once", async () => {
    await queue({ contact: "020-84120000" });
    expect(await sendDueNotices({ db }, NOW)).toBe(0);
    const { id } = await db.client.notice.findFirstOrThrow();
    await recordCall(staff.handler, id, { db, now: NOW });
    expect(await db.client.notice.findFirstOrThrow()).toMatchObject({ doneById: staff.handler.accountId });
    const history = await historyOf({ db }, { kind: "notice", id: String(id) });
    expect(history.map(({ kind }) => kind)).toEqual(["notice.told"]);
    const second = await refusalOf(recordCall(staff.allround, id, { db, now: later(60) }));
    expect(second).toMatchObject({ status: 409, reasons: [{ code: "stale", params: { by: "林嘉敏" } }] });
  });

  it("is nobody's business but the unit's", async () => {
    await queue({ contact: "020-84120000" });
    const { id } = await db.client.notice.findFirstOrThrow();
    for (const person of [staff.otherHandler, staff.reviewer, staff.office, staff.resident]) {
      expect(await refusalOf(recordCall(person, id, { db, now: NOW })), person.name).toMatchObject({ status: 404 });
    }
  });

  it("does not include those to whom mail goes", async () => {
    await queue();
    const { id } = await db.client.notice.findFirstOrThrow();
    expect(await refusalOf(recordCall(staff.handler, id, { db, now: NOW }))).toMatchObject({ status: 404 });
  });
});

describe("whoever left no contact", () => {
  it("has no notice waiting", async () => {
    await queue({ contact: null });
    expect(await db.client.notice.count()).toBe(0);
  });
});
