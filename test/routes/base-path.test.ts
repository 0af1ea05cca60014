import { io } from "socket.io-client";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { belowBasePath } from "~/ui/href";
import type { Database } from "~/platform/db.server";
import { parseEnv } from "~/platform/env.server";
import { attachSockets } from "../../server/sockets";
import { createApproved, createStaff } from "../factories/desk";
import { at } from "../setup/clock";
import { freshDatabase, freshFolder } from "../setup/database";
import { openSite, type Site } from "../setup/site";

// The path is fixed by the build. Here the variable that the build writes into the code is set, on the code itself.

const BASE = "/yishiting";

let db: Database;
let site: Site;
let slug: string;

const stub = () => vi.stubEnv("BASE_URL", `${BASE}/`);

beforeEach(() => void stub());
beforeAll(async () => {
  stub();
  process.env.STORAGE_URL = `file:${freshFolder()}`;
  process.env.RATE_LIMIT = "off";
  db = await freshDatabase();
  slug = await createApproved(db, await createStaff(db));
  site = await openSite(db, at("2026-07-10"));
  attachSockets(site.server, parseEnv({}));
});
afterAll(() => db.close());

const post = (address: string, fields: Record<string, string>) =>
  fetch(site.url + address, {
    method: "POST",
    headers: { Origin: site.url },
    body: new URLSearchParams(fields),
    redirect: "manual",
  });

describe("A site served below a path of its host", () => {
  it("has no address in any page that leads out of it", async () => {
    const places = [
      "",
      "/",
      "/consultations",
      `/consultations/${slug}`,
      `/consultations/${slug}/comments/new?clause=c2`,
    ];
    for (const place of [...places, "/sign-in?next=%2Fdesk", "/track", "/timeline", "/privacy", "/nothing"]) {
      const { text, status } = await site.get(`${BASE}${place}`);
      expect([place, status]).toEqual([place, place === "/nothing" ? 404 : 200]);
      const addresses = [...text.matchAll(/\s(?:href|src|action|formaction)="(\/[^"]*)"/g)].map(
        ([, address]) => address,
      );
      expect(addresses.length).toBeGreaterThan(5);
      // Files of the build get the path from Vite; the addresses of this test's are made up.
      const outside = addresses.filter((address) => !/^\/(yishiting(\/|$|\?)|assets\/|app\/)/.test(address ?? ""));
      expect([place, outside]).toEqual([place, []]);
    }
  });

  it("is nowhere else on the host", async () => {
    for (const address of ["/", "/consultations", `${BASE}-2/consultations`, "/assets/x.js"]) {
      expect([address, (await site.get(address)).status]).toEqual([address, 404]);
    }
  });

  it("keeps its pages, and says which language was chosen to its own pages alone", async () => {
    const [one, two] = [await site.get(`${BASE}/consultations`), await site.get(`${BASE}/consultations`)];
    expect(one.headers.get("ETag")).toBeTruthy();
    expect(two.headers.get("ETag")).toBe(one.headers.get("ETag"));
    const english = await site.get(`${BASE}/consultations?lang=en`);
    expect(english.headers.get("Set-Cookie")).toMatch(/^lang=en; Path=\/yishiting;/);
  });

  it("takes a comment and leads to its receipt, which the cookie opens", async () => {
    const taken = await post(`${BASE}/consultations/${slug}/comments`, { body: "支持。", submitter: "person" });
    const receipt = taken.headers.get("Location") ?? "";
    expect([taken.status, receipt]).toEqual([303, expect.stringMatching(/^\/yishiting\/receipts\/[0-9a-z]{16}$/)]);
    const cookie = taken.headers.get("Set-Cookie") ?? "";
    expect(cookie).toContain("; Path=/yishiting;");
    const { text } = await site.get(receipt, { Cookie: cookie.split(";")[0] ?? "" });
    expect(text).toContain("支持。");
  });

  it("sends a guest to sign in, and back to where they were going", async () => {
    const guest = await site.get(`${BASE}/desk/consultations?page=2`);
    const signIn = guest.headers.get("Location") ?? "";
    expect([guest.status, signIn]).toEqual([
      303,
      `${BASE}/sign-in?next=${encodeURIComponent("/desk/consultations?page=2")}`,
    ]);
    const done = await post(signIn, { username: "handler", password: "wrong" });
    expect(done.status).toBe(422);
    expect(await done.text()).toContain(`${BASE}/sign-in`);
  });

  it("names itself in the feed and the sitemap", async () => {
    for (const file of ["/feed.xml", "/sitemap.xml"]) {
      const { text } = await site.get(BASE + file);
      const addresses = text.match(/http:\/\/127\.0\.0\.1:\d+[^<"]*/g) ?? [];
      expect(addresses.length).toBeGreaterThan(1);
      expect([file, addresses.filter((address) => !new URL(address).pathname.startsWith(BASE))]).toEqual([file, []]);
    }
  });

  it("speaks to open pages below its path", async () => {
    const options = {
      transports: ["websocket"],
      extraHeaders: { Origin: site.url },
      reconnection: false,
      forceNew: true,
    };
    const socket = io(site.url, { ...options, path: `${BASE}/socket.io` });
    expect(await socket.timeout(10_000).emitWithAck("watch", `consultation:${slug}`)).toEqual({ ok: true });
    socket.disconnect();
  });
});

describe("An address without the path", () => {
  it.each([
    ["/yishiting", "/"],
    ["/yishiting/", "/"],
    ["/yishiting?lang=en", "/?lang=en"],
    ["/yishiting/desk?page=2", "/desk?page=2"],
    ["/yishitings", null],
    ["/desk", null],
  ])("of %s is %s", (address, below) => {
    expect(belowBasePath(address)).toBe(below);
  });
});
