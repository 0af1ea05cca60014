import { once } from "node:events";
import { connect } from "node:net";
import { beforeAll, describe, expect, it } from "vitest";
import type { Person } from "~/accounts/actor";
import { openSession } from "~/accounts/session.server";
import { sessionCookie } from "~/accounts/session-cookie.server";
import { attachMedia, detachMedia, mediaOf, showMedia } from "~/media/attach-media.server";
import type { Database } from "~/platform/db.server";
import { inTransaction } from "~/platform/db.server";
import { Refused } from "~/platform/refusal";
import { createStaff, type Staff } from "../../factories/desk";
import * as files from "../../factories/media-files";
import { freshDatabase, freshFolder } from "../../setup/database";
import { openSite, type Site } from "../../setup/site";

const NOW = new Date("2026-07-10T04:00:00Z");

let db: Database;
let staff: Staff;
let site: Site;

beforeAll(async () => {
  process.env.STORAGE_URL = `file:${freshFolder()}`;
  db = await freshDatabase();
  staff = await createStaff(db);
  site = await openSite(db, NOW);
});

async function cookieOf(person: Person): Promise<string> {
  const request = new Request(site.url);
  const id = await openSession(db.client, request, person, new Date());
  return sessionCookie(id, request).split(";")[0] ?? "";
}

async function send(person: Person, address: string, init: RequestInit): Promise<Response> {
  const headers = { ...(init.headers as Record<string, string>), Cookie: await cookieOf(person), Origin: site.url };
  return fetch(site.url + address, { ...init, headers, redirect: "manual" });
}

interface Given {
  file?: File;
  still?: File;
  captions?: File;
  [field: string]: string | File | undefined;
}

function video(more: Given = {}): FormData {
  const given: Given = {
    ...{ act: "add", unit: "housing", title: "提取公积金一分钟看懂", transcript: "第一句。", textAlternative: "" },
    file: new File([new Uint8Array(files.mp4())], "一分钟.mp4"),
    still: new File([new Uint8Array(files.png())], "封面.png"),
    captions: new File([files.VTT], "字幕.vtt"),
    ...{ fileUpload: "", stillUpload: "", captionsUpload: "" },
    ...more,
  };
  const form = new FormData();
  for (const [name, value] of Object.entries(given)) if (value !== undefined) form.append(name, value);
  return form;
}

async function added(more: Given = {}): Promise<string> {
  const answer = await send(staff.handler, "/desk/media", { method: "POST", body: video(more) });
  expect(answer.status).toBe(303);
  return answer.headers.get("Location")!.replace("/desk/media/", "");
}

describe("the form for a film", () => {
  it("works as a plain form, and the unit then finds the film with poster, captions and transcript", async () => {
    const id = await added();
    const cookie = await cookieOf(staff.reviewer);
    const { status, text } = await site.get(`/desk/media/${id}`, { Cookie: cookie });
    expect(status).toBe(200);
    for (const part of [
      "<video controls",
      `/media/${id}/still`,
      `/media/${id}/captions.vtt`,
      "第一句。",
      "1 分 30 秒",
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain("autoplay");
    expect((await site.get("/desk/media", { Cookie: cookie })).text).toContain("提取公积金一分钟看懂");
  });

  it("comes back with what was typed and with the files that arrived, when something is missing", async () => {
    const broken = await send(staff.handler, "/desk/media", {
      method: "POST",
      body: video({ transcript: "", captions: undefined }),
    });
    const page = await broken.text();
    expect(broken.status).toBe(422);
    for (const part of [
      "请填写文字稿",
      "请附字幕文件",
      "提取公积金一分钟看懂",
      "已收到“一分钟.mp4”",
      "已收到“封面.png”",
    ]) {
      expect(page).toContain(part);
    }
    const idIn = (field: string) => new RegExp(`name="${field}Upload" value="([0-9a-z]{16})"`).exec(page)?.[1] ?? "";
    const kept = { fileUpload: idIn("file"), stillUpload: idIn("still"), file: undefined, still: undefined };
    const id = await added(kept);
    expect(await db.client.mediaFile.findUnique({ where: { id } })).toMatchObject({ fileName: "一分钟.mp4" });
  });

  it("refuses fields that it does not have, and people without the right", async () => {
    const strange = await send(staff.handler, "/desk/media", { method: "POST", body: video({ isPublic: "yes" }) });
    expect(strange.status).toBe(422);
    for (const person of [staff.reviewer, staff.resident]) {
      expect((await send(person, "/desk/media", { method: "POST", body: video() })).status).toBe(404);
    }
    const guest = await fetch(`${site.url}/desk/media`, {
      method: "POST",
      body: video(),
      headers: { Origin: site.url },
    });
    expect(guest.status).toBe(401);
  });
});

describe("a film that arrives in parts", () => {
  const whole = files.mp4(90, Buffer.alloc(300_000, "x"));

  async function begun(): Promise<string> {
    const body = new URLSearchParams({ fileName: "长.mp4", size: String(whole.length) });
    const answer = await send(staff.handler, "/desk/media/uploads", { method: "POST", body });
    expect(answer.status).toBe(201);
    const state = (await answer.json()) as { id: string; offset: number };
    expect(state.offset).toBe(0);
    return state.id;
  }

  async function put(id: string, offset: number, bytes: Buffer, person = staff.handler) {
    const headers = { "Upload-Offset": String(offset), "Content-Type": "application/octet-stream" };
    return send(person, `/desk/media/uploads/${id}`, { method: "PUT", headers, body: new Uint8Array(bytes) });
  }

  async function offsetOf(id: string): Promise<number> {
    const answer = await send(staff.handler, `/desk/media/uploads/${id}`, {});
    return ((await answer.json()) as { offset: number }).offset;
  }

  /** Promises the whole rest, sends a part of it, and is gone. */
  async function breakOff(id: string, offset: number, bytes: Buffer): Promise<void> {
    const { hostname, port, host } = new URL(site.url);
    const head = [
      `PUT /desk/media/uploads/${id} HTTP/1.1`,
      `Host: ${host}`,
      `Origin: ${site.url}`,
      `Cookie: ${await cookieOf(staff.handler)}`,
      `Upload-Offset: ${offset}`,
      `Content-Length: ${whole.length - offset}`,
    ];
    // A server that has not let go of the broken connection yet answers at once, and the part is sent again.
    while ((await offsetOf(id)) < offset + bytes.length) {
      const socket = connect(Number(port), hostname);
      let isAnswered = false;
      socket.once("data", () => (isAnswered = true)).on("error", () => undefined);
      socket.write(`${head.join("\r\n")}\r\n\r\n`);
      socket.write(bytes);
      const isOver = async () => isAnswered || (await offsetOf(id)) === offset + bytes.length;
      await expect.poll(isOver, { timeout: 10_000 }).toBe(true);
      socket.destroy();
      await once(socket, "close");
    }
  }

  it("goes on from where the connection broke, and is then what was sent", async () => {
    const id = await begun();
    await breakOff(id, 0, whole.subarray(0, 70_000));
    await breakOff(id, 70_000, whole.subarray(70_000, 150_000));
    expect((await put(id, 150_000, whole.subarray(150_000))).status).toBe(200);
    const media = await added({ file: undefined, fileUpload: id });
    const { bytes } = await site.get(`/media/${media}`, { Cookie: await cookieOf(staff.handler) });
    expect(bytes.equals(whole)).toBe(true);
  });

  it("is told where the next part begins when one comes twice or too early", async () => {
    const id = await begun();
    expect((await put(id, 0, whole.subarray(0, 1000))).status).toBe(200);
    for (const offset of [0, 5000]) {
      const answer = await put(id, offset, whole.subarray(0, 1000));
      expect([answer.status, await answer.json()]).toMatchObject([409, { offset: 1000 }]);
    }
    expect(await offsetOf(id)).toBe(1000);
  });

  it("is cut off where it was announced to end", async () => {
    const id = await begun();
    const state = (await (await put(id, 0, Buffer.concat([whole, Buffer.from("more")]))).json()) as { offset: number };
    expect(state.offset).toBe(whole.length);
  });

  it("is nobody else's", async () => {
    const id = await begun();
    expect((await put(id, 0, whole, staff.allround)).status).toBe(404);
    expect((await send(staff.otherHandler, `/desk/media/uploads/${id}`, {})).status).toBe(404);
    expect(
      (
        await send(staff.reviewer, "/desk/media/uploads", {
          method: "POST",
          body: new URLSearchParams({ fileName: "a.mp4", size: "1" }),
        })
      ).status,
    ).toBe(404);
    expect((await put("../../../../etc/x", 0, whole)).status).toBe(404);
  });
});

describe("the bytes of a film", () => {
  it("are sent whole, in the part that is asked for, or not at all when it begins behind the end", async () => {
    const whole = files.mp4();
    const id = await added();
    const ask = async (headers: Record<string, string>) =>
      site.get(`/media/${id}`, { ...headers, Cookie: await cookieOf(staff.approver) });
    const all = await ask({});
    expect([all.status, all.headers.get("Accept-Ranges"), all.headers.get("Content-Type")]).toEqual([
      200,
      "bytes",
      "video/mp4",
    ]);
    expect(all.headers.get("X-Content-Type-Options")).toBe("nosniff");
    const part = await ask({ Range: "bytes=4-7" });
    expect([part.status, part.text]).toEqual([206, "ftyp"]);
    expect(part.headers.get("Content-Range")).toBe(`bytes 4-7/${whole.length}`);
    expect(part.headers.get("Content-Length")).toBe("4");
    const behind = await ask({ Range: `bytes=${whole.length}-` });
    expect([behind.status, behind.headers.get("Content-Range")]).toEqual([416, `bytes */${whole.length}`]);
    const etag = all.headers.get("ETag")!;
    expect((await ask({ "If-None-Match": etag })).status).toBe(304);
    expect((await ask({ Range: "bytes=4-7", "If-Range": '"other"' })).status).toBe(200);
    expect((await ask({ Range: "bytes=4-7", "If-Range": etag })).status).toBe(206);
  });

  it("may be left in the middle, again and again, and the site serves on", async () => {
    const long = files.mp4(90, Buffer.alloc(16_000_000));
    const id = await added({ file: new File([new Uint8Array(long)], "长.mp4") });
    const cookie = await cookieOf(staff.approver);
    const { hostname, port, host } = new URL(site.url);
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise<void>((done) => {
        const socket = connect(Number(port), hostname);
        socket.write(`GET /media/${id} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n\r\n`);
        socket.once("data", () => socket.destroy());
        socket.once("close", () => done());
      });
    }
    const { bytes } = await site.get(`/media/${id}`, { Cookie: cookie });
    expect(bytes.equals(long)).toBe(true);
  });

  it("are there for the public only together with what shows them", async () => {
    const id = await added();
    const subject = { kind: "interpretation", id: "fund" };
    const parts = ["", "/still", "/captions.vtt"].map((part) => `/media/${id}${part}`);
    const statuses = async (headers = {}) =>
      Promise.all(parts.map(async (part) => (await site.get(part, headers)).status));
    expect(await statuses()).toEqual([404, 404, 404]);
    expect(await statuses({ Cookie: await cookieOf(staff.otherHandler) })).toEqual([404, 404, 404]);
    expect(await statuses({ Cookie: await cookieOf(staff.office) })).toEqual([200, 200, 200]);
    await inTransaction(db, (tx) => attachMedia(tx, [id], "housing", subject));
    expect(await statuses()).toEqual([404, 404, 404]);
    await inTransaction(db, (tx) => showMedia(tx, subject, true));
    expect(await statuses()).toEqual([200, 200, 200]);
    expect((await site.get(`/media/${id}/captions.vtt`)).text).toContain("住房公积金可以按月提取。");
    expect(await mediaOf({ db }, subject)).toMatchObject([{ id, kind: "video", hasStill: true, durationMs: 90_000 }]);
    await inTransaction(db, (tx) => detachMedia(tx, id, subject));
    expect(await statuses()).toEqual([404, 404, 404]);
  });

  it("belong to one unit and to one page at a time, and go only when no page shows them", async () => {
    const id = await added();
    const attach = (unit: string, slug: string) =>
      inTransaction(db, (tx) => attachMedia(tx, [id], unit, { kind: "interpretation", id: slug }));
    await expect(attach("justice", "a")).rejects.toBeInstanceOf(Refused);
    await attach("housing", "a");
    await expect(attach("housing", "b")).rejects.toBeInstanceOf(Refused);
    const remove = (person: Person) =>
      send(person, `/desk/media/${id}`, { method: "POST", body: new URLSearchParams({ act: "remove" }) });
    expect((await remove(staff.handler)).status).toBe(422);
    await inTransaction(db, (tx) => detachMedia(tx, id, { kind: "interpretation", id: "a" }));
    expect((await remove(staff.reviewer)).status).toBe(404);
    expect((await remove(staff.handler)).status).toBe(303);
    expect((await site.get(`/media/${id}`, { Cookie: await cookieOf(staff.handler) })).status).toBe(404);
  });
});
