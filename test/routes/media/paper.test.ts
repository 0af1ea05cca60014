import { beforeAll, expect, it } from "vitest";
import { GUEST, type Person } from "~/accounts/actor";
import { changeWords, refuseWords } from "~/media/change-words.server";
import { mediaAgenda } from "~/media/media-agenda.server";
import { readableCaptions } from "~/media/queries.server";
import type { Database } from "~/platform/db.server";
import { placeOfMaterial } from "~/policies/shown-media.server";
import * as attachments from "~/routes/attachments.$id";
import * as media from "~/routes/desk.media.$id/route";
import { historyOf } from "~/timeline/queries.server";
import { createStaff, type Staff } from "../../factories/desk";
import { at } from "../../setup/clock";
import { freshDatabase, freshFolder } from "../../setup/database";
import { siteOf, type Site } from "../../setup/pages";

const ID = "film000000paper1";
const ADDRESS = `/desk/media/${ID}`;
const NOW = at("2026-07-10");
const vtt = (words: string) => `WEBVTT\n\n00:00:00.000 --> 00:00:04.000\n${words}\n`;

let db: Database;
let staff: Staff;
let site: Site;

beforeAll(async () => {
  process.env.STORAGE_URL = `file:${freshFolder()}`;
  db = await freshDatabase();
  staff = await createStaff(db);
  const unitCode = staff.handler.rights[0]!.unit;
  await db.client.mediaFile.create({
    data: {
      ...{ id: ID, unitCode, kind: "video", title: "一分钟看懂", fileName: "一分钟.mp4", mediaType: "video/mp4" },
      ...{ size: 10, sha256: "0", stillId: `${ID}s`, stillType: "image/png", stillSize: 1, isPublic: true },
      ...{ captions: vtt("十日内修好。"), transcript: "十日内修好。", uploadedById: staff.handler.accountId },
      createdAt: at("2026-07-01"),
    },
  });
  site = siteOf(db, {
    media: { path: "desk/media/:id", module: media },
    attachments: { path: "attachments/:id", module: attachments },
  });
});

function propose(day: string): Promise<void> {
  const words = { captions: vtt("十个工作日内修好。"), transcript: "十个工作日内修好。", textAlternative: null };
  const input = { id: ID, ...words, note: "“十日”应为“十个工作日”。" };
  return changeWords(staff.handler, input, placeOfMaterial, { db, now: at(day) });
}

function entry(signer: Person, more: Record<string, string> = {}): FormData {
  const form = new FormData();
  const given = {
    ...{ act: "enter_paper", paperAct: "approve", signer: signer.accountId, number: "更正签〔2026〕3号" },
    ...{ statedOn: "2026-07-09", attachment: new File(["%PDF-1.7\n%%EOF\n"], "更正签批件.pdf"), ...more },
  };
  for (const [name, value] of Object.entries(given)) form.append(name, value);
  return form;
}

async function waitingId(): Promise<string> {
  return String((await db.client.paperSignature.findFirst({ orderBy: { id: "desc" } }))!.id);
}

async function asked(actor: Person): Promise<string[]> {
  const filter = { q: "", unit: "", module: null, task: "verify_paper" as const, clock: null };
  const { entries } = await mediaAgenda({ actor, filter, first: 9, today: "2026-07-10", deps: { db, now: NOW } });
  return entries.map(({ href }) => href);
}

it("a correction of captions signed on paper is entered and verified by two people of the unit, and becomes public", async () => {
  expect((await site.post(ADDRESS, staff.allround, NOW, entry(staff.approver))).status).toBe(422);
  await propose("2026-07-08");
  expect((await site.post(ADDRESS, null, NOW, entry(staff.approver))).status).toBe(401);
  for (const person of [staff.otherHandler, staff.resident])
    expect((await site.post(ADDRESS, person, NOW, entry(staff.approver))).status).toBe(404);
  const refused = await site.post(ADDRESS, staff.allround, NOW, entry(staff.reviewer, { statedOn: "2027-01-01" }));
  expect(refused.status).toBe(422);
  for (const part of ["请选择签批人", "签批日期不能晚于今天", "更正签〔2026〕3号", "更正签批件.pdf"])
    expect(refused.html).toContain(part);
  expect((await site.post(ADDRESS, staff.allround, NOW, entry(staff.approver))).status).toBe(303);
  const old = await waitingId();
  // The correction is refused and written again: what was signed before signs another text.
  await refuseWords(staff.approver, ID, placeOfMaterial, { db, now: NOW });
  await propose("2026-07-11");
  const now = at("2026-07-12");
  const verify = (id: string) => ({ act: "verify_paper", paper: id, words: "" });
  expect((await site.post(ADDRESS, staff.reviewer, now, verify(old))).html).toContain("签的不是现在的内容");
  expect((await site.post(ADDRESS, staff.allround, now, entry(staff.approver))).status).toBe(303);
  const id = await waitingId();
  expect(await asked(staff.reviewer)).toEqual([`${ADDRESS}#papers`]);
  for (const person of [staff.allround, staff.otherHandler]) expect(await asked(person)).toEqual([]);
  expect((await site.post(ADDRESS, staff.allround, now, verify(id))).status).toBe(422);
  expect((await site.get(ADDRESS, staff.reviewer, now)).html).toContain("核对编号 更正签〔2026〕3号 的签批件");
  expect(await readableCaptions(GUEST, ID, { db, now })).toContain("十日内");
  expect((await site.post(ADDRESS, staff.reviewer, now, verify(id))).status).toBe(303);
  expect(await readableCaptions(GUEST, ID, { db, now })).toContain("十个工作日内");
  expect(await asked(staff.handler)).toEqual([]);
  const events = await historyOf({ db }, { kind: "media", id: ID });
  expect(events.at(-1)).toMatchObject({
    ...{ kind: "media.corrected", happenedOn: "2026-07-09", actorId: staff.reviewer.accountId },
    payload: { paper: Number(id), signer: staff.approver.accountId },
  });
  const scan = (await db.client.attachment.findFirst({ where: { paperId: Number(id) } }))!.id;
  expect((await site.get(`/attachments/${scan}`, staff.handler, now)).status).toBe(200);
  for (const person of [staff.otherHandler, staff.resident, null])
    expect((await site.get(`/attachments/${scan}`, person, now)).status).toBe(404);
});
