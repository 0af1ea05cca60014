import { io, type Socket } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GUEST, type Person } from "~/accounts/actor";
import { openSession } from "~/accounts/session.server";
import { sessionCookie } from "~/accounts/session-cookie.server";
import { assignMessage } from "~/messages/assign-message.server";
import { declineMessage } from "~/messages/decide-reception.server";
import { noteMessage } from "~/messages/open-identity.server";
import { withdrawMessageConsent } from "~/messages/withdraw-message.server";
import { submitReply } from "~/messages/write-reply.server";
import type { Database } from "~/platform/db.server";
import { parseEnv } from "~/platform/env.server";
import { attachSockets } from "../../server/sockets";
import { createStaff, type Staff } from "../factories/desk";
import { answerMessage, createMessage, SOLVED } from "../factories/messages";
import { at } from "../setup/clock";
import { freshDatabase, freshFolder } from "../setup/database";
import { openSite, type Site } from "../setup/site";

// Every way out of the house against everything of a message that must stay inside. A marker stands nowhere else.

const NOW = at("2026-11-25");

let db: Database;
let staff: Staff;
let site: Site;

beforeAll(async () => {
  process.env.STORAGE_URL = `file:${freshFolder()}`;
  process.env.RATE_LIMIT = "off";
  db = await freshDatabase();
  staff = await createStaff(db);
  site = await openSite(db, NOW);
  attachSockets(site.server, parseEnv({}));
}, 120_000);
afterAll(() => db.close());

interface Hidden {
  number: string;
  code: string;
  markers: string[];
}

/** A message whose every word is a marker. */
async function sent(mark: string, change: Parameters<typeof createMessage>[2] = {}): Promise<Hidden> {
  const words = {
    title: `zq${mark}title`,
    body: `zq${mark}body`,
    name: `zq${mark}name`,
    contact: `zq${mark}@example.org`,
  };
  const { number, code } = await createMessage(db, NOW, { ...words, ...change });
  return { number, code, markers: Object.values(words) };
}

const NOTHING_PUBLIC = { display: "none" as const, publicTitle: null, publicBody: null, publicReply: null };
const deps = () => ({ db, now: NOW });

const CASES: [string, () => Promise<Hidden>][] = [
  ["not answered yet", () => sent("fresh")],
  [
    "answered without consent",
    async () => {
      const hidden = await sent("refused", { publish: false });
      const reply = { ...NOTHING_PUBLIC, text: "zqrefusedreply" };
      await answerMessage(db, NOW, hidden.number, staff, reply);
      return { ...hidden, markers: [...hidden.markers, "zqrefusedreply"] };
    },
  ],
  [
    "with a reply that waits for its second person",
    async () => {
      const hidden = await sent("review");
      const { number } = hidden;
      const to = { number, version: null, unit: "housing", assisting: [], officer: null, reason: "zqassignreason" };
      await assignMessage(staff.office, to, deps());
      const reply = { ...SOLVED, text: "zqdraft", publicTitle: "zqpublictitle", publicReply: "zqpublicreply" };
      await submitReply(staff.handler, { number, version: null, ...reply }, deps());
      await noteMessage(staff.handler, { number, version: null, text: "zqinternalnote" }, deps());
      const inside = ["zqassignreason", "zqdraft", "zqpublictitle", "zqpublicreply", "zqinternalnote"];
      return { ...hidden, markers: [...hidden.markers, ...inside] };
    },
  ],
  [
    "declined",
    async () => {
      const hidden = await sent("declined");
      const decision = { ground: "advertising" as const, reason: "zqdeclinereason" };
      await declineMessage(staff.office, { number: hidden.number, version: null, ...decision }, deps());
      return { ...hidden, markers: [...hidden.markers, "zqdeclinereason"] };
    },
  ],
  [
    "whose consent was taken back after it had been public",
    async () => {
      const hidden = await sent("regretted");
      const { number } = hidden;
      await answerMessage(db, NOW, number, staff, {
        publicTitle: "zqregrettedshown",
        publicReply: "zqregrettedanswer",
      });
      expect((await site.get(`/messages/${number}`)).text).toContain("zqregrettedshown");
      await withdrawMessageConsent(GUEST, { number, holdsReceipt: true }, deps());
      return { ...hidden, markers: [...hidden.markers, "zqregrettedshown", "zqregrettedanswer"] };
    },
  ],
];

function addresses({ number, code, markers }: Hidden): string[] {
  const searches = markers.flatMap((marker) => [`/messages?q=${marker}`, `/api/v1/messages?q=${marker}`]);
  return [
    ...["/", "/messages", `/messages/${number}`, "/messages/figures", "/messages.csv", "/feed.xml", "/sitemap.xml"],
    ...["/api/v1/messages?pageSize=100", `/api/v1/messages/${number}`, "/api/v1/statistics", "/timeline"],
    ...[`/receipts/${code}`, `/messages?lang=en`, ...searches],
  ];
}

/** The query is said again in the search field; the rest of the page is what was found. */
function found(text: string, address: string): string {
  const asked = new URLSearchParams(address.split("?")[1] ?? "").get("q");
  return asked ? text.replaceAll(`value="${asked}"`, "").replaceAll(`q=${asked}`, "") : text;
}

describe("a message that is", () => {
  it.each(CASES)("%s says none of its words by any way out", async (_title, arrange) => {
    const hidden = await arrange();
    const leaks: string[] = [];
    for (const address of addresses(hidden)) {
      const { text } = await site.get(address);
      for (const marker of hidden.markers)
        if (found(text, address).includes(marker)) leaks.push(`${address} ${marker}`);
    }
    expect(leaks).toEqual([]);
  });

  it("a tip-off does not even have a number outside: no page, list, count, file or socket knows it", async () => {
    const before = JSON.parse((await site.get("/api/v1/messages")).text) as { total: number };
    const hidden = await sent("tipoff", { kind: "tip_off", unit: "housing" });
    const { number } = hidden;
    for (const address of [`/messages/${number}`, `/api/v1/messages/${number}`]) {
      expect([address, (await site.get(address)).status]).toEqual([address, 404]);
    }
    for (const address of addresses(hidden).filter((one) => !one.startsWith("/receipts/") && !one.includes(number))) {
      expect([address, (await site.get(address)).text.includes(number)]).toEqual([address, false]);
    }
    const after = JSON.parse((await site.get("/api/v1/messages")).text) as { total: number };
    expect(after.total).toBe(before.total);
    expect(await mayWatch(`message:${number}`)).toEqual({ ok: false, reason: "not_found" });
    expect(await mayWatch("message:20200101001")).toEqual({ ok: false, reason: "not_found" });
  });

  it("a tip-off is on no desk of the unit it is about, and no file of it can be fetched", async () => {
    const { number } = await sent("attached", { kind: "tip_off", unit: "housing" });
    await db.client.attachment.create({
      data: {
        ...{ id: "zqfile0000000000", messageNumber: number, fileName: "zqfile.txt", mediaType: "text/plain" },
        ...{ size: 1, sha256: "-", createdAt: NOW },
      },
    });
    for (const person of [staff.handler, staff.reviewer, staff.otherHandler]) {
      const headers = { Cookie: await cookieOf(person) };
      expect((await site.get(`/desk/messages/${number}`, headers)).status).toBe(404);
      expect((await site.get("/attachments/zqfile0000000000", headers)).status).toBe(404);
      expect((await site.get("/desk/messages", headers)).text).not.toContain(number);
      expect((await site.get("/desk", headers)).text).not.toContain(number);
      expect((await site.get("/desk/notices", headers)).text).not.toContain(number);
    }
    expect((await site.get("/attachments/zqfile0000000000")).status).toBe(404);
  });
});

async function cookieOf(person: Person): Promise<string> {
  const request = new Request(site.url);
  return sessionCookie(await openSession(db.client, request, person, new Date()), request).split(";")[0] ?? "";
}

async function mayWatch(topic: string): Promise<unknown> {
  const socket: Socket = io(site.url, { transports: ["websocket"] });
  try {
    return await socket.emitWithAck("watch", topic);
  } finally {
    socket.close();
  }
}
