import { io, type Socket } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GUEST, type Person } from "~/accounts/actor";
import { openSession } from "~/accounts/session.server";
import { sessionCookie } from "~/accounts/session-cookie.server";
import { rateReply, withholdMessage } from "~/messages/after-reply.server";
import { assignMessage } from "~/messages/assign-message.server";
import { correctReply } from "~/messages/correct-reply.server";
import { declineMessage, referMessage } from "~/messages/decide-reception.server";
import { FIGURE_ROWS } from "~/messages/figures";
import { mergeMessage } from "~/messages/merge-message.server";
import { noteMessage } from "~/messages/open-identity.server";
import { recuseUnit } from "~/messages/recuse-unit.server";
import { eraseMessage, withdrawMessage, withdrawMessageConsent } from "~/messages/withdraw-message.server";
import { returnToAuthor, submitReply } from "~/messages/write-reply.server";
import type { Database } from "~/platform/db.server";
import { parseEnv } from "~/platform/env.server";
import { itemOfMessage } from "~/receipts/item";
import { addItem } from "~/receipts/receipt-cookie.server";
import { attachSockets } from "../../server/sockets";
import { createStaff, type Staff } from "../factories/desk";
import { answerMessage, createMessage, SOLVED, tickAll } from "../factories/messages";
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

/** Everything that was hidden so far. */
const all: Hidden[] = [];

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
  [
    "public in the words that were released, beside all others: its own, a file, a note, a rating, a correction that waits",
    async () => {
      const hidden = await sent("shown");
      const { number } = hidden;
      await answerMessage(db, NOW, number, staff, { text: "zqshownreply" });
      await attach(number, "zqshownfile");
      await noteMessage(staff.handler, { number, version: null, text: "zqshownnote" }, deps());
      const rating = { satisfied: false, result: "not_solved" as const, words: "zqshownrating" };
      await rateReply(GUEST, { number, holdsReceipt: true, ...rating }, deps());
      const correction = {
        ...SOLVED,
        text: "zqshowncorrected",
        publicReply: "zqshownlater",
        correctionNote: "zqshownwhy",
      };
      await correctReply(staff.handler, { number, version: null, ...correction }, deps());
      const waiting = ["zqshowncorrected", "zqshownlater", "zqshownwhy"];
      return {
        ...hidden,
        markers: [...hidden.markers, "zqshownreply", "zqshownfile", "zqshownnote", "zqshownrating", ...waiting],
      };
    },
  ],
  [
    "shown as a typical question in the office's words, without its sender's",
    async () => {
      const hidden = await sent("typical", { publish: false });
      await answerMessage(db, NOW, hidden.number, staff, { display: "typical", text: "zqtypicalreply" });
      return { ...hidden, markers: [...hidden.markers, "zqtypicalreply"] };
    },
  ],
  [
    "taken off the public page, or erased, after it had been public",
    async () => {
      const hidden = await sent("withheld");
      const erased = await sent("erased");
      for (const { number } of [hidden, erased]) {
        const shown = { publicTitle: "zqwithheldshown", publicReply: "zqwithheldanswer" };
        await answerMessage(db, NOW, number, staff, shown);
        expect((await site.get(`/messages/${number}`)).text).toContain("zqwithheldshown");
      }
      await withholdMessage(staff.office, { number: hidden.number, version: null, reason: "zqwithheldwhy" }, deps());
      await eraseMessage(GUEST, { number: erased.number, holdsReceipt: true }, deps());
      const gone = [...erased.markers, "zqwithheldshown", "zqwithheldanswer", "zqwithheldwhy"];
      return { ...hidden, markers: [...hidden.markers, ...gone] };
    },
  ],
  [
    "withdrawn, referred elsewhere, or merged into another",
    async () => {
      const [withdrawn, referred, merged] = [await sent("withdrawn"), await sent("referred"), await sent("merged")];
      const own = { number: withdrawn.number, holdsReceipt: true };
      await withdrawMessage(GUEST, { ...own, reason: "zqwithdrawnwhy" }, deps());
      const channel = {
        channel: "petition" as const,
        name: "区信访局",
        contact: "020-00000000",
        rule: "《信访工作条例》",
      };
      const refer = { number: referred.number, version: null, ...channel, reason: "zqreferredwhy" };
      await referMessage(staff.office, refer, deps());
      const into = (await sent("target")).number;
      await mergeMessage(staff.office, { number: merged.number, version: null, into, reason: "zqmergedwhy" }, deps());
      const reasons = ["zqwithdrawnwhy", "zqreferredwhy", "zqmergedwhy"];
      return { ...merged, markers: [...withdrawn.markers, ...referred.markers, ...merged.markers, ...reasons] };
    },
  ],
];

async function attach(messageNumber: string, fileName: string): Promise<string> {
  const id = `${fileName}000000`.slice(0, 16);
  const file = { id, messageNumber, fileName: `${fileName}.txt`, mediaType: "text/plain", size: 1, sha256: "-" };
  await db.client.attachment.create({ data: { ...file, createdAt: NOW } });
  return id;
}

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
    all.push(hidden);
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
    const file = `/attachments/${await attach(number, "zqattached")}`;
    for (const person of [staff.handler, staff.reviewer, staff.otherHandler]) {
      const headers = { Cookie: await cookieOf(person) };
      expect((await site.get(`/desk/messages/${number}`, headers)).status).toBe(404);
      expect((await site.get(file, headers)).status).toBe(404);
      expect((await site.get(`/desk/messages/${number}/sheet.docx`, headers)).status).toBe(404);
      expect((await site.get("/desk/messages", headers)).text).not.toContain(number);
      expect((await site.get("/desk", headers)).text).not.toContain(number);
      expect((await site.get("/desk/notices", headers)).text).not.toContain(number);
    }
    expect((await site.get(file)).status).toBe(404);
  });

  it("of any of these kinds says nothing in figures, their rows and files, the pages of units and the data of pages", async () => {
    const rows = Object.values(FIGURE_ROWS).map((name) => `/messages?year=2026&figure=${name}`);
    const counts = ["/messages/figures?lang=en", "/messages/figures.csv", "/messages/figures.json", "/statistics"];
    const places = ["/units/housing", "/messages.data", "/_root.data", "/api/v1", "/api/v1/timeline/heads", "/metrics"];
    const markers = all.flatMap((one) => one.markers);
    expect(markers.length).toBeGreaterThan(50);
    for (const address of [...rows, ...counts, ...places, "/healthz", "/messages?kind=complaint&unit=housing"]) {
      const { status, text } = await site.get(address);
      expect([address, status < 500, markers.filter((marker) => text.includes(marker))]).toEqual([address, true, []]);
    }
  });

  it("a tip-off, or about a unit, moves no figure, not even from none to one", async () => {
    const counted = [
      "/messages/figures.json",
      "/messages/figures.csv",
      "/units/justice",
      "/api/v1/statistics",
      "/messages",
    ];
    const said = () => Promise.all(counted.map(async (address) => (await site.get(address)).text));
    const before = await said();
    const tipOff = await sent("counted", { kind: "tip_off", unit: "housing" });
    const about = await sent("about", { kind: "suggestion", about: "housing" });
    const people = { office: staff.office, handler: staff.otherHandler, reviewer: staff.otherReviewer };
    for (const { number } of [tipOff, about]) await answerMessage(db, NOW, number, people, NOTHING_PUBLIC);
    site.cache.drop(["everything"]);
    expect(await said()).toEqual(before);
  });

  it("another unit's is in no list, search, page, file or notice of whoever works elsewhere, and on no socket of theirs", async () => {
    const hidden = await sent("elsewhere");
    const { number } = hidden;
    const file = `/attachments/${await attach(number, "zqfarfile")}`;
    const to = { number, version: null, unit: "housing", assisting: [], officer: null, reason: null };
    await assignMessage(staff.office, to, deps());
    await noteMessage(staff.handler, { number, version: null, text: "zqelsewherenote" }, deps());
    const headers = { Cookie: await cookieOf(staff.otherHandler), Origin: site.url };
    for (const address of [`/desk/messages/${number}`, `/desk/messages/${number}/sheet.docx`, file]) {
      expect([address, (await site.get(address, headers)).status]).toEqual([address, 404]);
    }
    const own = { Cookie: await cookieOf(staff.handler) };
    expect((await site.get(`/desk/messages/${number}`, own)).text).toContain("zqelsewherenote");
    const lists = [
      "/desk",
      "/desk/notices",
      "/desk/messages",
      "/desk/messages?view=answered",
      `/desk/messages?q=${number}`,
    ];
    const searches = hidden.markers.map((marker) => `/desk/messages?q=${marker}`);
    for (const address of [...lists, ...searches, "/desk/messages.data"]) {
      const said = found((await site.get(address, headers)).text, address);
      const leaked = [...hidden.markers, "zqfarfile", "zqelsewherenote", `/desk/messages/${number}`].filter((one) =>
        said.includes(one),
      );
      expect([address, leaked]).toEqual([address, []]);
    }
    expect(await mayWatch("desk:housing", headers)).toEqual({ ok: false, reason: "not_found" });
    expect(await mayWatch("desk:justice", headers)).toEqual({ ok: true });
  });

  it("the sender's own shows no note, no draft, no reason between officers, and only to whoever holds its receipt", async () => {
    const { number, code, markers } = await sent("own");
    const file = `/attachments/${await attach(number, "zqownfile")}`;
    const input = { number, version: null };
    await assignMessage(
      staff.office,
      { ...input, unit: "housing", assisting: [], officer: null, reason: null },
      deps(),
    );
    await noteMessage(staff.handler, { ...input, text: "zqownnote" }, deps());
    await tickAll(db, staff.handler, number, NOW);
    await submitReply(staff.handler, { ...input, ...SOLVED, text: "zqowndraft" }, deps());
    await returnToAuthor(staff.reviewer, { ...input, reason: "zqownreturned" }, deps());
    const request = new Request(site.url);
    const own = { Cookie: addItem(request, itemOfMessage(number)).split(";")[0] ?? "" };
    const other = { Cookie: addItem(request, itemOfMessage("20261125999")).split(";")[0] ?? "" };
    const page = (await site.get(`/receipts/${code}`, own)).text;
    expect(page).toContain(markers[1]);
    expect(["zqownnote", "zqowndraft", "zqownreturned"].filter((marker) => page.includes(marker))).toEqual([]);
    const stranger = (await site.get(`/receipts/${code}`, other)).text;
    expect([...markers, "zqownfile"].filter((marker) => stranger.includes(marker))).toEqual([]);
    expect((await site.get(file, other)).status).toBe(404);
  });

  it("tells those who follow it nothing of what goes on between officers, and nobody any more once it is about a unit", async () => {
    const { number } = await sent("followed");
    const input = { number, version: null };
    await answerMessage(db, NOW, number, staff);
    const { number: open } = await sent("turned");
    const { socket, heard } = await follow([number, open]);
    try {
      await noteMessage(staff.handler, { ...input, text: "zqnote" }, deps());
      await correctReply(staff.handler, { ...input, ...SOLVED, text: "zqlater", correctionNote: "zqwhy" }, deps());
      const about = { number: open, version: null };
      await recuseUnit(staff.office, { ...about, unit: "housing", officer: null }, deps());
      await declineMessage(staff.office, { ...about, ground: "advertising", reason: "zqturned" }, deps());
      await withholdMessage(staff.office, { ...input, reason: "zqwithheld" }, deps());
      await expect.poll(() => heard.at(-1)).toEqual([`message:${number}`, "corrected"]);
      expect(heard).toHaveLength(1);
    } finally {
      socket.close();
    }
  });
});

async function cookieOf(person: Person): Promise<string> {
  const request = new Request(site.url);
  return sessionCookie(await openSession(db.client, request, person, new Date()), request).split(";")[0] ?? "";
}

/** A visitor who follows these messages and keeps what is told. */
async function follow(numbers: string[]) {
  const socket: Socket = io(site.url, { transports: ["websocket"], reconnection: false });
  const heard: [topic: string, kind: string][] = [];
  socket.on("changed", ({ topic, kind }: { topic: string; kind: string }) => heard.push([topic, kind]));
  for (const number of numbers) expect(await socket.emitWithAck("watch", `message:${number}`)).toEqual({ ok: true });
  return { socket, heard };
}

async function mayWatch(topic: string, extraHeaders: Record<string, string> = {}): Promise<unknown> {
  const socket: Socket = io(site.url, { transports: ["websocket"], extraHeaders });
  try {
    return await socket.emitWithAck("watch", topic);
  } finally {
    socket.close();
  }
}
