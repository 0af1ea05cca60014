import { io, type Socket } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import yauzl from "yauzl";
import { completeConsultation } from "~/consultations/complete-consultation.server";
import { eraseComment } from "~/consultations/erase-comment.server";
import { proposeChange } from "~/consultations/propose-change.server";
import { publishComment } from "~/consultations/publish-comment.server";
import { returnConsultation } from "~/consultations/return-consultation.server";
import { signProposal } from "~/consultations/sign-proposal.server";
import { submitConsultation } from "~/consultations/submit-consultation.server";
import { withdrawConsent } from "~/consultations/withdraw-consent.server";
import { withholdComment } from "~/consultations/withhold-comment.server";
import type { Database } from "~/platform/db.server";
import { parseEnv } from "~/platform/env.server";
import { attachSockets } from "../../server/sockets";
import { createApproved, createPrepared, createStaff, createSubmitted, WRITTEN, type Staff } from "../factories/desk";
import { answer, decideMatter, publishOutcomeOf, revise } from "../factories/outcome";
import { at } from "../setup/clock";
import { freshDatabase, freshFolder } from "../setup/database";
import { openSite, type Site } from "../setup/site";

// Every way out of the house against everything that must stay inside. A marker is a word that stands nowhere else.

const JULY = at("2026-07-10");

let db: Database;
let staff: Staff;
let site: Site;

beforeAll(async () => {
  process.env.STORAGE_URL = `file:${freshFolder()}`;
  process.env.RATE_LIMIT = "off";
  db = await freshDatabase();
  staff = await createStaff(db);
  site = await openSite(db, JULY);
  attachSockets(site.server, parseEnv({}));
}, 120_000);
afterAll(() => db.close());

interface Case {
  title: string;
  /** Makes the situation; names the consultation, the words that nobody outside may read, and the instant to look. */
  arrange: () => Promise<{ slug: string; markers: string[]; now: Date; codes?: string[] }>;
}

const CASES: Case[] = [
  {
    title: "without consent, from the post to the decided text",
    arrange: async () => {
      const slug = await createApproved(db, staff);
      const said = await send(slug, "refused", { publish: "no" });
      await answer(db, staff, slug, [said.number], { outcome: "adopted", clause: "c2", gist: "要点" });
      await revise(db, staff, slug, CHANGED);
      await publishOutcomeOf(db, staff, slug, { releaseRevisedDraft: true });
      await decideMatter(db, staff, slug);
      return { ...said, slug, now: at("2026-09-10") };
    },
  },
  {
    title: "without an answer about consent",
    arrange: async () => {
      const slug = await createApproved(db, staff);
      const said = await send(slug, "unasked", {});
      await answer(db, staff, slug, [said.number], { outcome: "explained", reason: "说明。", gist: "要点" });
      await publishOutcomeOf(db, staff, slug);
      return { ...said, slug, now: at("2026-08-20") };
    },
  },
  {
    title: "waiting for review",
    arrange: async () => {
      const slug = await createApproved(db, staff);
      return { ...(await send(slug, "pending", { publish: "yes" })), slug, now: at("2026-07-20") };
    },
  },
  {
    title: "waiting for review when the consultation was withdrawn",
    arrange: async () => {
      const slug = await createApproved(db, staff);
      const said = await send(slug, "halfway", { publish: "yes" });
      const july = { db, now: at("2026-07-20") };
      await proposeChange(staff.handler, { slug, version: null, act: "withdraw", reason: "不再推进。" }, july);
      await signProposal(staff.approver, { slug, version: null }, july);
      return { ...said, slug, now: at("2026-08-20") };
    },
  },
  {
    title: "withheld after it had been shown, with the officer's reason",
    arrange: async () => {
      const slug = await createApproved(db, staff);
      const said = await send(slug, "withheld", { publish: "yes" });
      await reveal(said.number);
      const ground = { ground: "unsuitable" as const, reason: "zqwithheldreason", gist: "要点" };
      await withholdComment(
        staff.handler,
        { number: said.number, version: null, ...ground },
        { db, now: at("2026-07-12") },
      );
      await answer(db, staff, slug, [said.number], { outcome: "not_adopted", reason: "理由。" });
      await publishOutcomeOf(db, staff, slug);
      return { ...said, markers: [...said.markers, "zqwithheldreason"], slug, now: at("2026-08-20") };
    },
  },
  {
    title: "consent taken back after the outcome was public",
    arrange: async () => {
      const slug = await createApproved(db, staff);
      const said = await send(slug, "regretted", { publish: "yes" });
      await reveal(said.number);
      await answer(db, staff, slug, [said.number], { outcome: "partly_adopted", clause: "c2", reason: "部分采纳。" });
      await revise(db, staff, slug, CHANGED);
      await publishOutcomeOf(db, staff, slug, { releaseRevisedDraft: true });
      const now = at("2026-08-20");
      await warm(slug, now);
      await withdrawConsent({ kind: "guest" }, { number: said.number, holdsReceipt: true }, { db, now });
      return { ...said, slug, now };
    },
  },
  {
    title: "erased by law after the outcome was public",
    arrange: async () => {
      const slug = await createApproved(db, staff);
      const said = await send(slug, "erased", { publish: "yes" });
      await reveal(said.number);
      await answer(db, staff, slug, [said.number], { outcome: "adopted", clause: "c2", gist: "zqgistoferased" });
      await revise(db, staff, slug, CHANGED);
      await publishOutcomeOf(db, staff, slug, { releaseRevisedDraft: true });
      const now = at("2026-08-20");
      await warm(slug, now);
      const erasure = { number: said.number, holdsReceipt: false, ground: "personal_data" as const };
      await eraseComment(staff.office, erasure, { db, now });
      return { ...said, markers: [...said.markers, "zqgistoferased"], slug, now };
    },
  },
  {
    title: "reviewed, but announced to be shown after the period only",
    arrange: async () => {
      const slug = await createApproved(db, staff, { showComments: "after" });
      const said = await send(slug, "early", { publish: "yes" });
      await reveal(said.number);
      return { ...said, slug, now: at("2026-07-31", "23:59:59") };
    },
  },
  {
    title: "an outcome that is not signed yet, with its reason, gist and account",
    arrange: async () => {
      const slug = await createApproved(db, staff);
      const said = await send(slug, "unsigned", { publish: "no" });
      const decision = { outcome: "not_adopted" as const, reason: "zqunsignedreason", gist: "zqunsignedgist" };
      await answer(db, staff, slug, [said.number], decision);
      const input = { slug, version: null, outcomeProcess: "zqunsignedaccount", remark: "zqunsignedremark" };
      await completeConsultation(staff.handler, input, { db, now: at("2026-08-05") });
      const markers = [...said.markers, "zqunsignedreason", "zqunsignedgist", "zqunsignedaccount", "zqunsignedremark"];
      return { ...said, markers, slug, now: at("2026-08-06") };
    },
  },
  {
    title: "a revised draft that the approver did not release",
    arrange: async () => {
      const slug = await createApproved(db, staff);
      const said = await send(slug, "improved", { publish: "no" });
      await answer(db, staff, slug, [said.number], { outcome: "adopted", clause: "c2", gist: "要点" });
      const added = {
        clauseId: null,
        level: "item" as const,
        number: "（三）",
        heading: "zqnewheading",
        text: "zqnewtext",
        note: "zqnewnote",
      };
      const changed = CHANGED.map((clause) =>
        clause.clauseId === "c2" ? { ...clause, text: "zqchangedtext" } : clause,
      );
      await revise(db, staff, slug, [...changed, added], "zqchangenote");
      await publishOutcomeOf(db, staff, slug);
      const markers = [...said.markers, "zqnewheading", "zqnewtext", "zqnewnote", "zqchangedtext", "zqchangenote"];
      return { ...said, markers, slug, now: at("2026-08-20") };
    },
  },
  {
    title: "a consultation that is being prepared",
    arrange: async () => ({ slug: await createPrepared(db, staff, secretTexts("draft")), ...secret("draft") }),
  },
  {
    title: "a consultation in review",
    arrange: async () => ({ slug: await createSubmitted(db, staff, secretTexts("review")), ...secret("review") }),
  },
  {
    title: "a consultation returned by the reviewer, and sent again",
    arrange: async () => {
      const slug = await createSubmitted(db, staff, secretTexts("returned"));
      const june = { db, now: at("2026-06-22") };
      await returnConsultation(staff.reviewer, { slug, version: null, reason: "zqreturnremark" }, june);
      await submitConsultation(staff.handler, { slug, version: null }, june);
      const { markers, now } = secret("returned");
      return { slug, markers: [...markers, "zqreturnremark"], now };
    },
  },
  {
    title: "the officers who did it, and what a step of the decision concluded",
    arrange: async () => {
      const slug = await createApproved(db, staff);
      const said = await send(slug, "officers", { publish: "no" });
      await answer(db, staff, slug, [said.number], { outcome: "explained", reason: "说明。", gist: "要点" });
      await publishOutcomeOf(db, staff, slug);
      await decideMatter(db, staff, slug);
      const people = [
        "林嘉敏",
        "周启明",
        "梁文海",
        staff.handler.username,
        staff.handler.accountId,
        staff.reviewer.accountId,
      ];
      return { ...said, markers: [...people, "内部审查意见不对外公开"], slug, now: at("2026-09-10") };
    },
  },
];

describe("what must stay inside", () => {
  it.each(CASES)(
    "leaves by no way: $title",
    async ({ arrange }) => {
      const socket = await listen();
      const { slug, markers, now, codes = [] } = await arrange();
      site.setNow(now);
      const topic = await socket.watch(slug);
      const waysOut = await everyWayOut(slug, codes);
      waysOut.set("socket", JSON.stringify([topic, socket.stop()]));
      for (const [way, text] of waysOut) {
        for (const marker of markers) expect(text.includes(marker), `${marker} by ${way}`).toBe(false);
        expect(text, way).not.toMatch(/PrismaClient|node_modules|at \w+ \(/);
      }
      for (const marker of markers) {
        const { text } = await site.get(`/api/v1/consultations?q=${encodeURIComponent(marker)}`);
        expect(JSON.parse(text).total, marker).toBe(0);
      }
    },
    60_000,
  );

  it("would be seen if it left: what is public is found by every way that carries words", async () => {
    const slug = await createApproved(db, staff, { title: "zqpublictitle", summary: "zqpublicsummary" });
    const said = await send(slug, "shown", { publish: "yes" });
    await reveal(said.number);
    await answer(db, staff, slug, [said.number], { outcome: "adopted", clause: "c2", reason: "zqpublicreason" });
    await revise(db, staff, slug, CHANGED);
    await publishOutcomeOf(db, staff, slug, { releaseRevisedDraft: true });
    await decideMatter(db, staff, slug);
    site.setNow(at("2026-09-10"));
    const waysOut = await everyWayOut(slug, said.codes);
    const carriers = ["", "/outcome", "/changes", "/outcome.xlsx", "/outcome.docx", "/outcome.csv", "/outcome.json"];
    for (const page of carriers) {
      const text = waysOut.get(`/consultations/${slug}${page}`)!;
      for (const word of ["zqbodyshown", "zqpublicreason"])
        expect(text.includes(word), `${word} by ${page}`).toBe(true);
    }
    for (const way of ["comments", "outcome"])
      expect(waysOut.get(`/api/v1/consultations/${slug}/${way}`)).toContain("zqbodyshown");
    for (const way of ["/", "/consultations", "/feed.xml", "/api/v1/consultations"])
      expect(waysOut.get(way)).toContain("zqpublictitle");
    expect(waysOut.get("/sitemap.xml")).toContain(`/consultations/${slug}/changes`);
    // The name is masked even there, and contact and file stay inside.
    for (const [way, text] of waysOut)
      for (const marker of ["zqnameshown", "zqcontactshown", "zqfileshown"])
        expect(text.includes(marker), `${marker} by ${way}`).toBe(false);
  }, 60_000);
});

const CHANGED = WRITTEN.map((clause, index) => ({
  ...clause,
  clauseId: `c${index + 1}`,
  text: index === 1 ? "全面公开。逐条答复。增加座椅。" : clause.text,
}));

const WORDS = ["body", "suggestion", "name", "contact", "file"];

interface Sent {
  number: number;
  codes: string[];
  markers: string[];
}

/** A post of the public form, as a browser sends it, with a marker in everything a person can fill in. */
async function send(slug: string, marker: string, fields: Record<string, string>): Promise<Sent> {
  site.setNow(JULY);
  const form = new FormData();
  const said = {
    clause: "c2",
    body: `zqbody${marker}`,
    suggestion: `zqsuggestion${marker}`,
    submitter: "person",
    name: `zqname${marker}`,
    contact: `zqcontact${marker}@example.org`,
    ...fields,
  };
  for (const [name, value] of Object.entries(said)) form.append(name, value);
  form.append("attachment", new File([`zqfile${marker}`], `zqfile${marker}.txt`, { type: "text/plain" }));
  const answer = await fetch(`${site.url}/consultations/${slug}/comments`, {
    method: "POST",
    body: form,
    headers: { origin: site.url },
    redirect: "manual",
  });
  expect(answer.status).toBe(303);
  const code = answer.headers.get("location")!.split("/").at(-1)!;
  const { number } = await db.client.comment.findFirstOrThrow({ orderBy: { number: "desc" } });
  return { number, codes: [code], markers: WORDS.map((word) => `zq${word}${marker}`) };
}

async function reveal(number: number): Promise<void> {
  const words = { body: null, suggestion: null, name: null };
  await publishComment(staff.handler, { number, version: null, ...words }, { db, now: at("2026-07-11") });
}

/** Lets every page be kept before what was public becomes hidden. */
async function warm(slug: string, now: Date): Promise<void> {
  site.setNow(now);
  await everyWayOut(slug, []);
}

function secretTexts(marker: string) {
  return {
    title: `zqtitle${marker}`,
    titleEn: `zqtitleen${marker}`,
    summary: `zqsummary${marker}`,
    explanatoryNote: `zqnote${marker}`,
    contactName: `zqperson${marker}`,
  };
}

function secret(marker: string) {
  const words = ["title", "titleen", "summary", "note", "person"];
  return { markers: words.map((word) => `zq${word}${marker}`), now: at("2026-07-10") };
}

/** What each way out says to a visitor without any cookie: address and status, headers, and all text inside. */
async function everyWayOut(slug: string, codes: string[]): Promise<Map<string, string>> {
  const at = `/consultations/${slug}`;
  const ofConsultation = ["", "?page=2", "/comments/new?clause=c2", "/outcome", "/changes", "/nothing"].map(
    (rest) => at + rest,
  );
  const files = ["xlsx", "docx", "csv", "json"].map((format) => `${at}/outcome.${format}`);
  const data = ["", "/comments", "/outcome"].map((rest) => `/api/v1/consultations/${slug}${rest}`);
  const lists = ["/", "/consultations", "/feed.xml", "/sitemap.xml", "/timeline", "/metrics", "/healthz", "/track"];
  const listsOfData = ["", "/consultations", "/statistics", "/timeline/heads", "/openapi.json"].map(
    (rest) => `/api/v1${rest}`,
  );
  const states = ["open", "closed", "in_review", "preparing", "withdrawn"].map(
    (state) => `/consultations?state=${state}`,
  );
  const streams = [`${at}.data`, `${at}/outcome.data`, `${at}/changes.data`, "/consultations.data", "/_root.data"];
  const receipts = codes.flatMap((code) => [`/receipts/${code}`, `/receipts/${code}.data`]);
  const attachments = await db.client.attachment.findMany({ select: { id: true } });
  const addresses = [
    ...ofConsultation,
    ...files,
    ...data,
    ...lists,
    ...listsOfData,
    ...states,
    ...streams,
    ...receipts,
  ];
  addresses.push(...attachments.map(({ id }) => `/attachments/${id}`));
  const english = [...ofConsultation, ...lists].map(
    (address) => `${address}${address.includes("?") ? "&" : "?"}lang=en`,
  );
  const found = new Map<string, string>();
  for (const address of [...addresses, ...english]) found.set(address, await said(address));
  found.set("timeline rows", JSON.stringify(await db.client.timelineEvent.findMany({ where: { actorKind: "guest" } })));
  found.set("timeline payloads", JSON.stringify(await db.client.timelineEvent.findMany({ select: { payload: true } })));
  found.set("notices", JSON.stringify(await db.client.notice.findMany({ select: { kind: true, params: true } })));
  return found;
}

async function said(address: string): Promise<string> {
  const { status, headers, bytes } = await site.get(address);
  expect(status, address).toBeLessThan(500);
  const isArchive = bytes.subarray(0, 2).toString("latin1") === "PK";
  const text = isArchive ? await textOfArchive(bytes) : bytes.toString("utf8");
  return [status, JSON.stringify([...headers]), text].join("\n");
}

/** Everything inside a Word or Excel file: names of its parts and all their text, properties included. */
function textOfArchive(bytes: Buffer): Promise<string> {
  return new Promise((done, failed) => {
    const parts: string[] = [];
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, archive) => {
      if (error) return failed(error);
      archive.on("error", failed);
      archive.on("end", () => done(parts.join("\n")));
      archive.on("entry", (entry: yauzl.Entry) => {
        archive.openReadStream(entry, async (problem, stream) => {
          if (problem) return failed(problem);
          const chunks: Buffer[] = [];
          for await (const chunk of stream) chunks.push(chunk as Buffer);
          parts.push(entry.fileName, Buffer.concat(chunks).toString("utf8"));
          archive.readEntry();
        });
      });
      archive.readEntry();
    });
  });
}

/** A visitor who watches every consultation that exists, and keeps all that is sent. */
async function listen() {
  const socket: Socket = io(site.url, { transports: ["websocket"], reconnection: false });
  const heard: unknown[] = [];
  socket.onAny((...event) => heard.push(event));
  await new Promise((done, failed) => socket.once("connect", () => done(null)).once("connect_error", failed));
  const watch = (slug: string) => socket.emitWithAck("watch", `consultation:${slug}`) as Promise<unknown>;
  for (const { slug } of await db.client.consultation.findMany({ select: { slug: true } })) await watch(slug);
  return {
    watch,
    stop: () => {
      socket.disconnect();
      return heard;
    },
  };
}
