import mammoth from "mammoth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSession } from "~/accounts/session.server";
import { sessionCookie } from "~/accounts/session-cookie.server";
import type { Person } from "~/accounts/actor";
import { returnNomination, submitNomination } from "~/nominations/change-nomination.server";
import { nameAssessors, returnSelection, setScoring, submitSelection } from "~/nominations/change-round.server";
import { scoreNomination } from "~/nominations/judge-nomination.server";
import type { Database } from "~/platform/db.server";
import { createStaff, type Staff } from "../factories/desk";
import {
  AUGUST,
  beginCase,
  createJudges,
  decideCase,
  JULY,
  nominateCase,
  publishList,
  ROUND,
  type Judges,
} from "../factories/nominations";
import { freshDatabase } from "../setup/database";
import { openSite, type Site } from "../setup/site";

// Every way out of the house against what nominations hold before a list is published, and against scores for ever. A
// marker stands nowhere else.

let db: Database;
let staff: Staff;
let judges: Judges;
let site: Site;
const numbers: Record<string, number> = {};

beforeAll(async () => {
  db = await freshDatabase();
  staff = await createStaff(db);
  judges = await createJudges(db);
  site = await openSite(db, JULY);
}, 120_000);
afterAll(() => db.close());

const secret = (name: string) => ({
  title: `zqtitle${name}`,
  statement: `zqstatement${name}`,
  contact: `zqcontact${name}`,
});
const round = { round: ROUND, version: null };
const august = () => ({ db, now: AUGUST });

/** 83.7 and 41.7 stand nowhere else either. */
const SCORES = [
  { marks: [83, 84], remark: "zqremarkone" },
  { marks: [41, 42], remark: "zqremarktwo" },
];
const CRITERIA = [
  { name: "zqcriterionone", weight: 30 },
  { name: "zqcriteriontwo", weight: 70 },
];
const INSIDE_FOR_EVER = [
  ...["zqcontact", "zqremark", "zqcriterion", "83.7", "41.7", "zqstatementrejected", "zqtitlerejected"],
  ...["zqwhynot", "zqreturned", "zqlistback", "zqtitledraft", "zqstatementdraft", "林嘉敏", "周启明"],
];

describe("what was nominated", () => {
  it("leaves by no way while it is drafted, in review, passed, selected or waiting for a signature", async () => {
    numbers.draft = (await beginCase(db, staff, secret("draft"))).number;
    await submitNomination(staff.handler, { number: numbers.draft, version: null }, { db, now: JULY });
    const back = { number: numbers.draft, version: null, reason: "zqreturned" };
    await returnNomination(staff.reviewer, back, { db, now: JULY });
    numbers.chosen = (await nominateCase(db, staff, secret("chosen"))).number;
    numbers.rejected = (await nominateCase(db, staff, secret("rejected"))).number;
    await nothingLeaves();
    site.setNow(AUGUST);
    await setScoring(staff.office, { ...round, isScored: true, criteria: CRITERIA }, august());
    const assessors = [staff.otherReviewer, staff.otherApprover];
    const ids = assessors.map(({ accountId }) => accountId);
    await nameAssessors(staff.office, { ...round, assessors: ids }, august());
    for (const number of [numbers.chosen, numbers.rejected])
      for (const [index, score] of SCORES.entries())
        await scoreNomination(assessors[index]!, { number, ...score }, august());
    await decideCase(db, staff, numbers.chosen, true, "zqwhy");
    await decideCase(db, staff, numbers.rejected, false, "zqwhynot");
    await submitSelection(staff.office, round, august());
    await nothingLeaves();
    await returnSelection(judges.leader, { ...round, reason: "zqlistback" }, august());
    await nothingLeaves();
  }, 120_000);

  it("is not counted either: before the list is published a round with nominations reads like one without", async () => {
    const { text } = await site.get(`/api/v1/cases/${ROUND}`);
    expect(JSON.parse(text)).toMatchObject({ state: "selecting", cases: null, selected: [] });
    const list = JSON.parse((await site.get("/api/v1/cases")).text) as { items: { cases: number | null }[] };
    expect(list.items.map(({ cases }) => cases)).toEqual([null]);
    for (const file of [`/cases/${ROUND}/booklet.docx`, `/cases/${ROUND}/1/form.docx`])
      expect([file, (await site.get(file)).status]).toEqual([file, 404]);
  });

  it("stays with its unit, the office and its assessors at the desk too", async () => {
    const seen = async (person: Person, path: string) => {
      const cookie = await cookieOf(person);
      return site.get(path, { cookie });
    };
    for (const path of [`/desk/nominations/${numbers.rejected}`, `/desk/nominations/${numbers.rejected}/form.docx`])
      expect((await seen(staff.otherHandler, path)).status).toBe(404);
    for (const path of [
      "/office/nominations",
      `/office/nominations/${ROUND}`,
      `/office/nominations/${ROUND}/booklet.docx`,
    ])
      for (const person of [staff.handler, staff.otherReviewer]) expect((await seen(person, path)).status).toBe(404);
    const own = await seen(staff.handler, `/desk/nominations/${numbers.rejected}`);
    expect(own.status).toBe(200);
    for (const word of ["zqwhynot", "zqremark", "zqcriterion", "83.7"]) expect(own.text).not.toContain(word);
    const assessor = await seen(staff.otherReviewer, `/desk/nominations/${numbers.rejected}`);
    expect(assessor.text).toContain("zqremarkone");
    for (const word of ["zqremarktwo", "zqwhynot", "41.7"]) expect(assessor.text).not.toContain(word);
  });

  it("is seen by every way when the list is published, with nothing of scores and of what was not selected", async () => {
    await everyWayOut(); // what is kept of it before says nothing, and must not stay
    await publishList(db, staff, judges);
    const waysOut = await everyWayOut();
    for (const way of [
      `/cases/${ROUND}`,
      `/api/v1/cases/${ROUND}`,
      `/cases/${ROUND}/booklet.docx`,
      `/cases/${ROUND}/1/form.docx`,
    ])
      for (const word of ["zqtitlechosen", "zqstatementchosen", "zqwhy"]) expect(waysOut.get(way), way).toContain(word);
    expect(waysOut.get("/feed.xml")).toContain(`/cases/${ROUND}`);
    expect(waysOut.get("/sitemap.xml")).toContain(`/cases/${ROUND}`);
    for (const [way, text] of waysOut)
      // Among the figures of the process any number can stand.
      for (const word of way === "/metrics" ? [] : INSIDE_FOR_EVER)
        expect(text.includes(word), `${word} by ${way}`).toBe(false);
    expect((await site.get(`/cases/${ROUND}/2/form.docx`)).status).toBe(404);
  }, 60_000);
});

/** Whole markers alone: random keys and digests may hold any two letters. */
const MARKER = /zq(title|statement|contact|remark|criterion|why|returned|listback)/;

async function nothingLeaves(): Promise<void> {
  for (const [way, text] of await everyWayOut()) expect(MARKER.exec(text)?.[0] ?? null, way).toBeNull();
}

async function cookieOf(person: Person): Promise<string> {
  const plain = new Request(site.url);
  return sessionCookie(await openSession(db.client, plain, person, new Date()), plain).split(";")[0] ?? "";
}

/** What each way out says to a visitor without any cookie; of a Word file, its text. */
async function everyWayOut(): Promise<Map<string, string>> {
  const own = Object.values(numbers);
  const places = [...new Set([1, 2, 3, ...own])];
  const addresses = [
    ...["/", "/cases", `/cases/${ROUND}`, "/cases?lang=en", `/cases/${ROUND}?lang=en`, "/interpretations", "/policies"],
    ...["/cases.data", `/cases/${ROUND}.data`, "/feed.xml", "/sitemap.xml", "/timeline", "/statistics", "/metrics"],
    ...["/api/v1/cases", `/api/v1/cases/${ROUND}`, "/api/v1/timeline/heads", "/api/v1/interpretations"],
    ...["/api/v1/policies", "/api/v1/openapi.json", `/cases/${ROUND}/booklet.docx`, "/desk/nominations"],
    ...["/office/nominations", `/office/nominations/${ROUND}`, `/office/nominations/${ROUND}/booklet.docx`],
    ...places.map((number) => `/cases/${ROUND}/${number}/form.docx`),
    ...own.flatMap((number) => [`/desk/nominations/${number}`, `/desk/nominations/${number}/form.docx`]),
  ];
  const found = new Map<string, string>();
  for (const address of addresses) {
    const { status, headers, text, bytes } = await site.get(address);
    expect(status, address).toBeLessThan(500);
    const isWord = headers.get("content-type")?.includes("wordprocessingml") === true;
    found.set(address, [status, JSON.stringify([...headers]), isWord ? await wordsOf(bytes) : text].join("\n"));
  }
  const payloads = await db.client.timelineEvent.findMany({
    where: { subjectKind: { in: ["nomination", "nomination_round"] } },
    select: { payload: true },
  });
  found.set("timeline payloads", JSON.stringify(payloads));
  return found;
}

async function wordsOf(bytes: Buffer): Promise<string> {
  return (await mammoth.extractRawText({ buffer: bytes })).value;
}
