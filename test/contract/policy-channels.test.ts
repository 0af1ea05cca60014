import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changePolicyFiles } from "~/policies/change-policy-files.server";
import { stageUploads } from "~/attachments/keep-attachments.server";
import type { Database } from "~/platform/db.server";
import { askQuestion } from "~/policies/ask-question.server";
import { proposePolicyChange, signPolicyChange } from "~/policies/change-policy.server";
import { rateMaterial } from "~/policies/rate-material.server";
import { releasePolicy } from "~/policies/release-policy.server";
import { recordFinding } from "~/inspections/act-on-sample.server";
import { reviewPage } from "~/inspections/attribute-review-pages.server";
import { approveAttributes, decideAttribute } from "~/inspections/decide-attribute.server";
import { drawSpotCheck } from "~/inspections/draw-spot-check.server";
import { openAttributeReview, publishAttributeReview } from "~/inspections/open-attribute-review.server";
import { spotCheckPage } from "~/inspections/spot-check-pages.server";
import { beginAnswer } from "~/quality/order-reinterpretation.server";
import { actOnMaterial } from "~/policies/sign-material.server";
import { returnPolicy, submitPolicy } from "~/policies/sign-policy.server";
import { createRegistered } from "../factories/attributes";
import { createStaff, WRITTEN, type Staff } from "../factories/desk";
import {
  createIssued,
  createPackage,
  createPolicy,
  createReleased,
  signAndIssue,
  textMaterial,
  WORDS,
  writeMaterial,
} from "../factories/policies";
import { createOffice, createOrder } from "../factories/quality";
import { at } from "../setup/clock";
import { freshDatabase, freshFolder } from "../setup/database";
import { openSite, type Site } from "../setup/site";

// Every way out of the house against what a package holds before it is released. A marker stands nowhere else.

const JULY = at("2026-07-10");

let db: Database;
let staff: Staff;
let site: Site;

beforeAll(async () => {
  process.env.STORAGE_URL = `file:${freshFolder()}`;
  db = await freshDatabase();
  staff = await createStaff(db);
  site = await openSite(db, JULY);
}, 120_000);
afterAll(() => db.close());

interface Case {
  title: string;
  /** Makes the situation; names the document and the words that nobody outside may read. */
  arrange: () => Promise<{ slug: string; markers: string[]; keepsPage?: boolean }>;
}

function secretFields(marker: string) {
  return { title: `zqtitle${marker}`, titleEn: `zqtitleen${marker}`, summary: `zqsummary${marker}` };
}

async function secretMaterial(slug: string, marker: string): Promise<string> {
  return writeMaterial(db, staff, slug, textMaterial(`zqbody${marker}${WORDS}`), { title: `zqmaterial${marker}` });
}

function wordsOf(marker: string): string[] {
  return ["title", "titleen", "summary", "body", "material"].map((word) => `zq${word}${marker}`);
}

const CASES: Case[] = [
  {
    title: "a document and its materials in preparing, with a file",
    arrange: async () => {
      const slug = await createPolicy(db, staff, secretFields("prepared"));
      await secretMaterial(slug, "prepared");
      await attach(slug, "zqfileprepared");
      return { slug, markers: [...wordsOf("prepared"), "zqfileprepared"] };
    },
  },
  {
    title: "a package in review",
    arrange: async () => {
      const slug = await createPackage(db, staff, secretFields("review"));
      await secretMaterial(slug, "review");
      await submitPolicy(staff.handler, { slug, version: null }, { db, now: at("2026-06-22") });
      return { slug, markers: wordsOf("review") };
    },
  },
  {
    title: "a package signed and issued, the moment before it is released",
    arrange: async () => {
      const slug = await createIssued(db, staff, secretFields("issued"));
      return { slug, markers: [...wordsOf("issued"), WORDS.slice(0, 20)] };
    },
  },
  {
    title: "a package that came back after it was signed, with the reason",
    arrange: async () => {
      const slug = await createPackage(db, staff, secretFields("returned"));
      await secretMaterial(slug, "returned");
      await signAndIssue(db, staff, slug);
      await returnPolicy(
        staff.approver,
        { slug, version: null, reason: "zqreasonreturned" },
        { db, now: at("2026-06-25") },
      );
      return { slug, markers: [...wordsOf("returned"), "zqreasonreturned"] };
    },
  },
  {
    title: "an entry of the register",
    arrange: async () => {
      const fields = { ...secretFields("register"), proposedAttribute: "withheld" as const };
      const grounds = { attributeGround: "deliberation", attributeReason: "zqwhyregister" };
      return {
        slug: await createPolicy(db, staff, { ...fields, ...grounds }),
        markers: [...wordsOf("register"), "zqwhyregister"],
      };
    },
  },
  {
    title: "a material written after the release that nobody has signed, and one that was taken down",
    arrange: async () => {
      const slug = await createReleased(db, staff);
      await secretMaterial(slug, "later");
      const down = await secretMaterial(slug, "down");
      const act = { slug: down, version: null };
      await actOnMaterial(staff.handler, "submit_material", act, { db, now: at("2026-06-26") });
      await actOnMaterial(staff.reviewer, "pass_material", act, { db, now: at("2026-06-27") });
      await actOnMaterial(staff.approver, "approve_material", act, { db, now: at("2026-06-28") });
      await everyWayOut(slug); // kept now, and to be dropped
      await actOnMaterial(
        staff.approver,
        "take_down_material",
        { ...act, reason: "有误。" },
        { db, now: at("2026-07-09") },
      );
      const markers = ["zqbodylater", "zqmateriallater", "zqbodydown", "zqmaterialdown"];
      return { slug, markers, keepsPage: true };
    },
  },
  {
    title: "a change that is not signed, and a reader's own words",
    arrange: async () => {
      const slug = await createReleased(db, staff);
      const clauses = WRITTEN.map((clause, index) => ({
        ...clause,
        clauseId: `c${index + 1}`,
        text: index === 1 ? "zqnewtext" : clause.text,
      }));
      const change = {
        change: "amend" as const,
        reason: "zqwhychange",
        effectiveOn: "2026-07-08",
        successor: null,
        clauses,
      };
      await proposePolicyChange(staff.handler, { slug, version: null, ...change }, { db, now: at("2026-07-08") });
      const guest = { kind: "guest" } as const;
      const question = { policy: slug, material: null, clause: "c2", text: "zqquestion", key: "0123456789abcdef" };
      await askQuestion(guest, question, { db, now: at("2026-07-08") });
      const rating = { slug: `${slug}-text`, answer: "no" as const, reason: "zqratingreason", key: null };
      await rateMaterial(guest, rating, { db, now: at("2026-07-08") });
      return { slug, markers: ["zqnewtext", "zqwhychange", "zqquestion", "zqratingreason"], keepsPage: true };
    },
  },
  {
    title: "the sheet of a check, the report to the leader and the words of an order of a released document",
    arrange: async () => {
      const slug = await createReleased(db, staff);
      const office = await createOffice(db);
      await createOrder(db, office, slug, "zqsheet");
      const draft = { slug, kind: "text" as const, title: "zqanswer" };
      await beginAnswer(staff.handler, draft, { db, now: at("2026-07-06") });
      return { slug, markers: ["zqsheet", "zqanswer"], keepsPage: true };
    },
  },
  {
    title: "what stays closed, in a published review of its attribute, and what a spot check found",
    arrange: async () => {
      const office = await createOffice(db);
      const slug = await createRegistered(db, staff, { title: "zqregister" }, "2023-05-01");
      const deps = { db, now: at("2026-07-06") };
      await openAttributeReview(office.first, { year: 2026, basis: "signed_on" }, deps);
      const { items } = await reviewPage(office.first, 2026, deps);
      const none = { toAttribute: null, ground: null, effectiveOn: null, decision: "keep" as const };
      for (const { id } of items) await decideAttribute(staff.handler, { item: id, ...none, reason: "zqwhy" }, deps);
      await approveAttributes(office.leader, { items: items.map(({ id }) => id) }, deps);
      await publishAttributeReview(office.first, { year: 2026 }, deps);
      const period = { fromOn: "2023-01-01", toOn: "2023-12-31", perUnit: 9, workingDays: 10 };
      const drawn = await drawSpotCheck(office.first, { unitCode: null, seed: "zqseed", ...period }, deps);
      const [item] = (await spotCheckPage(office.first, drawn, deps)).items;
      await recordFinding(office.first, { item: item!.id, finding: "other", note: "zqfinding" }, deps);
      return { slug, markers: ["zqregister", "zqwhy", "zqfinding"] };
    },
  },
];

describe("what is not released", () => {
  it.each(CASES)(
    "leaves by no way: $title",
    async ({ arrange }) => {
      const { slug, markers, keepsPage = false } = await arrange();
      const waysOut = await everyWayOut(slug);
      for (const [way, text] of waysOut)
        for (const marker of markers) expect(text.includes(marker), `${marker} by ${way}`).toBe(false);
      expect(waysOut.get(`/policies/${slug}`)!.startsWith(keepsPage ? "200" : "404")).toBe(true);
      if (!keepsPage) expect(waysOut.get("/sitemap.xml")).not.toContain(slug);
      for (const marker of markers.slice(0, 2))
        for (const list of ["policies", "interpretations"]) {
          const { text } = await site.get(`/api/v1/${list}?q=${encodeURIComponent(marker)}`);
          expect(JSON.parse(text).total, marker).toBe(0);
        }
    },
    120_000,
  );

  it("is seen by every way in the instant in which it is released, and a signed change at once", async () => {
    const slug = await createPackage(db, staff, secretFields("shown"));
    await secretMaterial(slug, "shown");
    await attach(slug, "zqfileshown");
    await signAndIssue(db, staff, slug);
    await everyWayOut(slug); // what is kept of it before says nothing, and must not stay
    await releasePolicy(staff.handler, { slug, version: null }, { db, now: at("2026-06-25") });
    const waysOut = await everyWayOut(slug);
    for (const way of ["/policies", `/policies/${slug}`, "/feed.xml", "/api/v1/policies", `/api/v1/policies/${slug}`])
      expect(waysOut.get(way), way).toContain("zqtitleshown");
    for (const way of [`/policies/${slug}`, "/interpretations", "/feed.xml", "/api/v1/interpretations"])
      expect(waysOut.get(way), way).toContain("zqmaterialshown");
    expect(waysOut.get(`/policies/${slug}`)).toContain("zqfileshown");
    expect(waysOut.get("/sitemap.xml")).toContain(`/policies/${slug}`);
    const clauses = WRITTEN.map((clause, index) => ({
      ...clause,
      clauseId: `c${index + 1}`,
      text: index === 1 ? "zqamended" : clause.text,
    }));
    const change = { change: "amend" as const, reason: "zqbasis", effectiveOn: "2026-07-01", successor: null, clauses };
    await proposePolicyChange(staff.handler, { slug, version: null, ...change }, { db, now: at("2026-07-01") });
    await signPolicyChange(staff.approver, { slug, version: null }, { db, now: at("2026-07-02") });
    const { text } = await site.get(`/policies/${slug}`);
    expect(text).toContain("zqamended");
    expect(text).toContain("zqbasis");
    const material = await db.client.interpretation.findFirstOrThrow({ where: { title: "zqmaterialshown" } });
    expect((await site.get(`/interpretations/${material.slug}`)).text).toContain("文件已经变化");
  }, 120_000);
});

async function attach(slug: string, name: string): Promise<void> {
  const deps = { db, now: at("2026-06-20") };
  const { staged } = await stageUploads(deps, [postedFile(`${name}.txt`, name)]);
  await changePolicyFiles(
    staff.handler,
    { slug, version: null, uploads: staged.map(({ id }) => id), remove: [] },
    deps,
  );
}

/** A file as the reader of forms leaves it. */
function postedFile(fileName: string, text: string) {
  const file = path.join(freshFolder(), fileName);
  writeFileSync(file, text);
  const sha256 = createHash("sha256").update(text).digest("hex");
  return {
    field: "attachment",
    fileName,
    claimedType: "text/plain",
    path: file,
    size: Buffer.byteLength(text),
    sha256,
  };
}

/** What each way out says to a visitor without any cookie: status, headers and text. */
async function everyWayOut(slug: string): Promise<Map<string, string>> {
  const materials = await db.client.interpretation.findMany({ where: { policy: { slug } }, select: { slug: true } });
  const attachments = await db.client.attachment.findMany({ select: { id: true } });
  const ofMaterial = materials.flatMap(({ slug: one }) =>
    ["", "/guide", "/ratings", ".data"]
      .map((rest) => `/interpretations/${one}${rest}`)
      .concat(`/api/v1/interpretations/${one}`),
  );
  const addresses = [
    ...["", "/questions", ".data", "/questions.data"].map((rest) => `/policies/${slug}${rest}`),
    ...ofMaterial,
    ...[
      "/",
      "/policies",
      "/policies?state=in_force",
      "/policies.data",
      "/interpretations",
      "/interpretations?kind=text",
    ],
    ...["/feed.xml", "/sitemap.xml", "/timeline", "/metrics", "/healthz", "/desk/policies", `/desk/policies/${slug}`],
    ...["/office/quality", `/office/quality/${slug}`, `/desk/policies/${slug}/reinterpretation`],
    ...["/office/spot-checks/1", "/office/attribute-reviews/2026", "/desk/attributes/notices/1"],
    ...["/policies/disclosure-review/2026", "/policies/disclosure-review/2026?kind=keep"],
    ...["/api/v1/policies", `/api/v1/policies/${slug}`, "/api/v1/interpretations", "/api/v1/timeline/heads"],
    ...attachments.map(({ id }) => `/attachments/${id}`),
  ];
  const english = addresses.slice(0, 12).map((address) => `${address}${address.includes("?") ? "&" : "?"}lang=en`);
  const found = new Map<string, string>();
  for (const address of [...addresses, ...english]) {
    const { status, headers, text } = await site.get(address);
    expect(status, address).toBeLessThan(500);
    found.set(address, [status, JSON.stringify([...headers]), text].join("\n"));
  }
  found.set("timeline payloads", JSON.stringify(await db.client.timelineEvent.findMany({ select: { payload: true } })));
  return found;
}
