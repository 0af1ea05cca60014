import { beforeAll, describe, expect, it } from "vitest";
import { changeWords, refuseWords, signWords } from "~/media/change-words.server";
import { mediaAgenda } from "~/media/media-agenda.server";
import { deskMedia, readableCaptions } from "~/media/queries.server";
import { GUEST, type Person } from "~/accounts/actor";
import type { Database } from "~/platform/db.server";
import { publicMaterial } from "~/policies/public-materials.server";
import { releasePolicy } from "~/policies/release-policy.server";
import { placeOfMaterial } from "~/policies/shown-media.server";
import { submitPolicy, returnPolicy } from "~/policies/sign-policy.server";
import { tagsOf } from "../../../server/page-tags";
import { createStaff, type Staff } from "../../factories/desk";
import { createPackage, signAndIssue } from "../../factories/policies";
import { at } from "../../setup/clock";
import { freshDatabase } from "../../setup/database";
import { refusalOf } from "../../setup/refusal";

let db: Database;
let staff: Staff;

beforeAll(async () => {
  db = await freshDatabase();
  staff = await createStaff(db);
});

const vtt = (words: string) => `WEBVTT\n\n00:00:00.000 --> 00:00:04.000\n${words}\n`;
const on = (day: string) => ({ db, now: at(day) });

/** A film of the housing bureau, shown by this material. */
async function film(id: string, material: string | null = null): Promise<string> {
  await db.client.mediaFile.create({
    data: {
      ...{
        id,
        unitCode: "housing",
        kind: "video",
        title: "一分钟看懂",
        fileName: "一分钟.mp4",
        mediaType: "video/mp4",
      },
      ...{
        size: 10,
        sha256: "0",
        stillId: `${id}s`,
        stillType: "image/png",
        stillSize: 1,
        captions: vtt("十日内修好。"),
      },
      ...{ transcript: "十日内修好。", uploadedById: staff.handler.accountId, createdAt: at("2026-06-20") },
      ...(material && { subjectKind: "interpretation", subjectId: material }),
    },
  });
  return id;
}

const NEW = {
  captions: vtt("十个工作日内修好。"),
  transcript: "十个工作日内修好。",
  textAlternative: null,
  note: null,
};

function change(actor: Person, id: string, more: Partial<typeof NEW> | { note: string } = {}, day = "2026-06-20") {
  return changeWords(actor, { id, ...NEW, ...more }, placeOfMaterial, on(day));
}

function agendaOf(actor: Person) {
  const filter = { q: "", unit: "", module: null, task: null, clock: null };
  return mediaAgenda({ actor, filter, first: 50, today: "2026-06-26", deps: on("2026-06-26") });
}

describe("the words of a stored film", () => {
  it("are written anew by its unit, at once while nobody outside reads them, and the earlier ones are kept", async () => {
    const id = await film("film0000000free1");
    for (const person of [staff.reviewer, staff.otherHandler, staff.resident])
      expect(await refusalOf(change(person, id))).toMatchObject({ status: 404 });
    const wrong = "WEBVTT\n\n00:00:04.000 --> 00:00:01.000\n倒着走\n";
    expect((await refusalOf(change(staff.handler, id, { captions: wrong }))).codes).toEqual(["captions_time"]);
    const empty = refusalOf(change(staff.handler, id, { captions: null, transcript: null } as never));
    expect((await empty).codes).toEqual(["captions_missing", "transcript_missing"]);
    await change(staff.handler, id);
    expect((await refusalOf(change(staff.handler, id))).codes).toEqual(["words_unchanged"]);
    const { captions, versions, corrections } = await deskMedia(staff.reviewer, id, on("2026-06-20"));
    expect(captions).toBe(NEW.captions);
    expect(corrections).toEqual([]);
    expect(versions.map(({ number, transcript, isSigned }) => [number, transcript, isSigned])).toEqual([
      [2, "十个工作日内修好。", true],
      [1, "十日内修好。", true],
    ]);
  });

  it("do not change while the package is signed, and once public only by a signed correction that says so", async () => {
    const policy = await createPackage(db, staff);
    const slug = `${policy}-text`;
    const id = await film("film00000packed1", slug);
    await submitPolicy(staff.handler, { slug: policy, version: null }, on("2026-06-20"));
    expect((await refusalOf(change(staff.handler, id))).codes).toEqual(["words_under_review"]);
    await returnPolicy(staff.reviewer, { slug: policy, version: null, reason: "补" }, on("2026-06-20"));
    await signAndIssue(db, staff, policy);
    expect((await refusalOf(change(staff.handler, id))).codes).toEqual(["words_under_review"]);
    await releasePolicy(staff.handler, { slug: policy, version: null }, on("2026-06-25"));

    expect((await refusalOf(change(staff.handler, id, {}, "2026-06-26"))).codes).toEqual(["words_note_missing"]);
    await change(staff.allround, id, { note: "“十日”应为“十个工作日”。" }, "2026-06-26");
    expect((await refusalOf(change(staff.handler, id, { note: "再改" }, "2026-06-26"))).codes).toEqual(["words_wait"]);
    expect(await readableCaptions(GUEST, id, on("2026-06-26"))).toContain("十日内");
    const asked = async (actor: Person) => (await agendaOf(actor)).entries.map(({ subject, href }) => [subject, href]);
    expect(await asked(staff.approver)).toEqual([[id, `/desk/media/${id}#correction`]]);
    for (const person of [staff.allround, staff.handler, staff.otherApprover]) expect(await asked(person)).toEqual([]);
    const sign = (actor: Person) => signWords(actor, { id }, placeOfMaterial, on("2026-06-29"));
    for (const person of [staff.handler, staff.reviewer, staff.otherApprover])
      expect(await refusalOf(sign(person))).toMatchObject({ status: 404 });
    expect((await refusalOf(sign(staff.allround))).codes).toEqual(["correction_same_person"]);
    await sign(staff.approver);
    expect(await asked(staff.approver)).toEqual([]);
    expect(await readableCaptions(GUEST, id, on("2026-06-29"))).toBe(NEW.captions);
    const { media } = (await publicMaterial(on("2026-06-29"), slug))!;
    expect(media).toMatchObject({
      transcript: NEW.transcript,
      corrections: [{ on: "2026-06-29", note: "“十日”应为“十个工作日”。" }],
    });
    const event = await db.client.timelineEvent.findFirst({ where: { kind: "interpretation.media_corrected" } });
    expect(event!.payload).not.toContain("工作日");
    const { kind, subjectId } = event!;
    const tags = tagsOf([
      { kind, subject: { kind: "interpretation", id: subjectId }, payload: JSON.parse(event!.payload) } as never,
    ]);
    expect([...tags]).toEqual(expect.arrayContaining([`interpretation:${slug}`, `policy:${policy}`]));
    expect((await refusalOf(sign(staff.approver))).codes).toEqual(["no_words_waiting"]);
  });

  it("stay as they are when the correction is refused", async () => {
    const id = await film("film0000refused1");
    await db.client.mediaFile.update({ where: { id }, data: { isPublic: true } });
    await change(staff.handler, id, { note: "更正" });
    await refuseWords(staff.approver, id, placeOfMaterial, on("2026-06-21"));
    const { transcript, versions, corrections } = await deskMedia(staff.handler, id, on("2026-06-21"));
    expect([transcript, corrections]).toEqual(["十日内修好。", []]);
    expect(versions[0]).toMatchObject({ number: 2, isSigned: false, decidedBy: "梁文海" });
  });
});
