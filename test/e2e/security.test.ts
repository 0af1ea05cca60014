import { beforeAll, describe, expect, it } from "vitest";
import { freshDatabaseUrl } from "../setup/database";
import { startServer, type RunningServer } from "../setup/server";
import {
  messageNumberOf,
  ask,
  encoded,
  numberOf,
  PLAN,
  post,
  raw,
  signIn,
  type Answer,
  type Asking,
  type Fields,
  filmOf,
} from "./client";
import { examplesOf, ROUTES } from "./route-list";

const STRONG = "k3Vn8Qw1Zr6Tb0Ym5Hs9Lc2Pd7Xf4Gj-of-a-test";
const words = "电话号码请不要外传，门牌太旧。";
const comment = { body: words, submitter: "person", publish: "no", contact: "13800004321" };

let server: RunningServer;
let office: string;
let receipt: Answer;

beforeAll(async () => {
  server = await startServer({ LOG_LEVEL: "debug" }, { engine: "sqlite" });
  office = await signIn(server, "office");
  receipt = await post(server.url, `${PLAN}/comments`, comment);
});

describe("Every answer", () => {
  const kinds: [string, number, () => Promise<Answer>][] = [
    ["a public page", 200, () => ask(server.url, "/consultations")],
    ["a kept page", 200, () => ask(server.url, PLAN)],
    ["an unchanged page", 304, async () => unchanged(await ask(server.url, PLAN))],
    ["only its headers", 200, () => ask(server.url, PLAN, { method: "HEAD" })],
    ["a staff page", 200, () => ask(server.url, "/desk", { cookie: office })],
    ["the way to sign in", 303, () => ask(server.url, "/desk")],
    ["a post without a session", 401, () => post(server.url, "/desk/consultations/new", {})],
    ["a receipt", 200, () => ask(server.url, receipt.location ?? "")],
    ["a post that succeeded", 303, () => post(server.url, `${PLAN}/comments`, comment)],
    ["a refused form", 422, () => post(server.url, `${PLAN}/comments`, { body: "" })],
    ["a form that is too large", 413, () => post(server.url, "/track", { code: "x".repeat(2_000_000) })],
    [
      "what is not a form",
      400,
      () => post(server.url, "/track", {}, { body: "{}", headers: { "Content-Type": "application/json" } }),
    ],
    ["another site's post", 403, () => post(server.url, "/track", {}, { origin: "http://evil.example" })],
    ["nothing", 404, () => ask(server.url, "/nothing")],
    ["no file", 404, () => ask(server.url, "/assets/nothing.js")],
    ["a broken address", 400, () => ask(server.url, "/%")],
    ["data", 200, () => ask(server.url, "/api/v1/consultations")],
    ["no data", 404, () => ask(server.url, "/api/v1/nothing")],
    ["the picture of the site", 200, () => ask(server.url, "/favicon.svg")],
    [
      "a verb that nobody knows",
      405,
      () => ask(server.url, "/consultations", { method: "DELETE", origin: server.url }),
    ],
  ];

  it.each(kinds)("carries the headers that protect its reader: %s", async (_name, status, get) => {
    const answer = await get();
    expect(answer.status).toBe(status);
    expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(answer.headers.get("Referrer-Policy")).toBe("same-origin");
    expect(answer.headers.get("X-Frame-Options")).toBe("DENY");
    expect(answer.headers.get("X-Powered-By")).toBeNull();
    expect(answer.headers.get("Content-Security-Policy")).toBe(
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'none'; " +
        "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    );
    expect(answer.text).not.toMatch(/\bat .*\.(js|ts|tsx):\d+|node_modules|SELECT |SQLITE|PrismaClient/);
  });

  it("is private to whoever is signed in, and a receipt is kept and indexed by nobody", async () => {
    const signedIn = await ask(server.url, "/desk", { cookie: office });
    expect(signedIn.headers.get("Cache-Control")).toBe("private, no-store");
    const { headers, text } = await ask(server.url, receipt.location ?? "", { cookie: receipt.cookie });
    expect(headers.get("Cache-Control")).toContain("no-store");
    expect(headers.get("X-Robots-Tag")).toBe("noindex");
    expect(text).toContain(words);
    const links = [...text.matchAll(/(?:href|src|action)="([a-z]+:[^"]*|\/\/[^"]*)"/gi)].map(([, link]) => link);
    expect(links.filter((link) => !/^(mailto|tel):/.test(link ?? ""))).toEqual([]);
  });

  it("of a public page is the same for whoever is signed in", async () => {
    for (const path of ["/", "/consultations", PLAN]) {
      const [guest, staff] = [await ask(server.url, path), await ask(server.url, path, { cookie: office })];
      expect([path, staff.text === guest.text]).toEqual([path, true]);
    }
  });
});

describe("A connection", () => {
  it("serves on after a post that was refused before it was read", async () => {
    const { host } = new URL(server.url);
    const refused =
      `POST /desk/consultations/new HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${server.url}\r\n` +
      "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 200000\r\n\r\n" +
      "x".repeat(200_000);
    const next = `GET /healthz HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
    const statuses = [...(await raw(server.url, refused + next)).matchAll(/HTTP\/1.1 (\d+) /g)].map(
      ([, status]) => status,
    );
    expect(statuses).toEqual(["401", "200"]);
  });
});

describe("A post", () => {
  const origins: [string | null, number][] = [
    [null, 403],
    ["null", 403],
    ["http://evil.example", 403],
    ["https://SITE", 303],
    ["http://SITE.evil.example", 403],
    ["http://evil.example?http://SITE", 403],
    ["http://evil.example@SITE", 303],
    ["not an address", 403],
    ["http://SITE", 303],
  ];

  it.each(origins)("from the Origin %s is answered %i", async (origin, status) => {
    const site = new URL(server.url).host;
    const asking: Asking = { origin: origin?.replace("SITE", site) ?? null };
    expect((await post(server.url, `${PLAN}/comments`, comment, asking)).status).toBe(status);
  });

  it("takes no field that its form does not have, and none twice", async () => {
    const extras: Fields[] = [
      { state: "approved" },
      { unitId: "office" },
      { role: "approver" },
      { receivedAt: "2020-01-01" },
    ];
    for (const extra of extras) {
      expect((await post(server.url, `${PLAN}/comments`, { ...comment, ...extra })).status).toBe(422);
    }
    expect((await post(server.url, `${PLAN}/comments`, { ...comment, publish: ["no", "yes"] })).status).toBe(422);
  });
});

describe("The demonstration", () => {
  const hosts: [string, number][] = [
    ["evil.example", 403],
    ["127.0.0.1.evil.example", 403],
    ["localhost.evil.example:80", 403],
    ["", 403],
    ["localhost", 200],
    ["127.0.0.1", 200],
    ["[::1]:3000", 200],
  ];

  it.each(hosts)("asked for as %s answers %i", async (host, status) => {
    const answer = await raw(server.url, `GET /consultations HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });

  const refused: [string, Record<string, string>, RegExp][] = [
    ["on an address that others reach", { HOST: "0.0.0.0" }, /DEMO_PUBLIC/],
    ["without throttles on such an address", { HOST: "0.0.0.0", DEMO_PUBLIC: "1", RATE_LIMIT: "off" }, /RATE_LIMIT/],
    ["as the real thing without a secret", { DEMO: "0", SESSION_SECRET: "" }, /SESSION_SECRET: required/],
    [
      "as the real thing with a known secret",
      { DEMO: "0", SESSION_SECRET: "changeme-changeme-changeme-changeme" },
      /SESSION_SECRET/,
    ],
    ["as the real thing under another clock", { DEMO: "0", SESSION_SECRET: STRONG, NOW: "+P1D" }, /NOW/],
    ["as the real thing on its own database", { DEMO: "0", SESSION_SECRET: STRONG }, /demonstration/],
  ];

  it.each(refused)("does not start %s", async (_how, settings, reason) => {
    await expect(startServer(settings, { engine: "sqlite" })).rejects.toThrow(reason);
  });

  it("is left behind: an empty database asks for its first administrator", async () => {
    const settings = { DEMO: "0", SESSION_SECRET: STRONG, DATABASE_URL: await freshDatabaseUrl() };
    await expect(startServer(settings)).rejects.toThrow(/npm run admin/);
  });
});

describe("Pages of staff", () => {
  const staffRoutes = Object.entries(ROUTES).filter(([, { as, kind }]) => as && kind === "page");

  it.each(staffRoutes)(
    "%s sends a guest to sign in, and does not exist for those without the right",
    async (route, entry) => {
      const { as, takesPosts } = entry;
      const comment = await numberOf(server.url, receipt.location);
      const message = await messageNumberOf(server.url);
      const media = await filmOf(server.url);
      const example = examplesOf(entry, { code: "", comment, message, media })[0] ?? "";
      const guest = await ask(server.url, example);
      expect([guest.status, guest.location]).toEqual([303, `/sign-in?next=${encodeURIComponent(example)}`]);
      if (takesPosts) expect((await post(server.url, example, { act: "edit" })).status).toBe(401);
      if (as === "resident") return;
      const resident = await signIn(server, "resident");
      expect((await ask(server.url, example, { cookie: resident })).status).toBe(404);
      if (takesPosts) expect((await post(server.url, example, { act: "edit" }, { cookie: resident })).status).toBe(404);
      const right = await ask(server.url, example, { cookie: await signIn(server, as ?? "") });
      expect([route, right.status]).toEqual([route, 200]);
    },
  );

  it("of one unit do not exist for another's staff, nor for the three administrators", async () => {
    const desk = "/desk/consultations/basic-level-open-government-plan";
    for (const who of ["handler.justice", "approver.housing", "admin", "security", "audit"]) {
      const cookie = await signIn(server, who);
      expect([who, (await ask(server.url, desk, { cookie })).status]).toEqual([who, 404]);
      expect([who, (await post(server.url, desk, { act: "complete" }, { cookie })).status]).toEqual([who, 404]);
      expect([who, (await ask(server.url, `${desk}.data`, { cookie })).status]).toEqual([who, 404]);
    }
  });
});

describe("Signing in", () => {
  const elsewhere = [
    "//evil.example",
    "/\\evil.example",
    "http://evil.example",
    "/.//evil.example",
    "javascript:alert(1)",
    "/\t/evil.example",
  ];

  it.each(elsewhere)("never leads to another site: next=%s", async (next) => {
    const fields = { username: "office", password: server.password };
    const { status, location } = await post(server.url, `/sign-in?next=${encodeURIComponent(next)}`, fields);
    expect([status, location]).toEqual(next.includes("\t") ? [400, null] : [303, "/desk"]);
  });

  it("gives a new session, whatever the browser came with, and ends the old one", async () => {
    const planted = `session=${"A".repeat(43)}`;
    const fields = { username: "office", password: server.password };
    const first = await post(server.url, "/sign-in", fields, { cookie: planted });
    expect(first.headers.get("Set-Cookie")).toMatch(/; Path=\/; HttpOnly; SameSite=Lax/);
    expect(first.cookie).not.toContain(planted);
    expect((await ask(server.url, "/desk", { cookie: planted })).status).toBe(303);
    const second = await post(server.url, "/sign-in", fields, { cookie: first.cookie });
    expect(second.cookie).not.toBe(first.cookie);
    expect((await ask(server.url, "/desk", { cookie: first.cookie })).status).toBe(303);
    await post(server.url, "/sign-out", {}, { cookie: second.cookie });
    expect((await ask(server.url, "/desk", { cookie: second.cookie })).status).toBe(303);
  });

  it("tells nothing of which names exist, and is slowed down with the time to wait", async () => {
    const throttled = await startServer({ RATE_LIMIT: "on" }, { engine: "sqlite" });
    const tryAs = (username: string) => post(throttled.url, "/sign-in", { username, password: "wrong" });
    const [known, unknown] = [await tryAs("office"), await tryAs("nobody.here")];
    expect([known.status, unknown.status]).toEqual([422, 422]);
    expect(known.text.replaceAll("office", "X")).toBe(unknown.text.replaceAll("nobody.here", "X"));
    const statuses = [];
    for (let count = 0; count < 12; count += 1) statuses.push(await tryAs("office"));
    const last = statuses.at(-1);
    expect(last?.status).toBe(429);
    expect(Number(last?.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect((await post(throttled.url, "/sign-in", { username: "office", password: throttled.password })).status).toBe(
      429,
    );
    const guesses = [];
    for (let count = 0; count < 40; count += 1)
      guesses.push(await post(throttled.url, "/track", { code: "0".repeat(16), tail: "" }));
    expect(new Set(guesses.map(({ status }) => status))).toEqual(new Set([422, 429]));
    expect(Number(guesses.at(-1)?.headers.get("Retry-After"))).toBeGreaterThan(0);
  });
});

describe("Receipts and the log", () => {
  it("a wrong code and a wrong tail get one answer", async () => {
    const code = (receipt.location ?? "").split("/")[2] ?? "";
    const answers = [
      await post(server.url, "/track", { code, tail: "9999" }),
      await post(server.url, "/track", { code: "0".repeat(16), tail: "4321" }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([422, 422]);
    const [wrongTail, wrongCode] = answers.map(({ text }) => text.replaceAll(code, "").replaceAll("0".repeat(16), ""));
    expect(wrongTail?.replaceAll(/9999|4321/g, "")).toBe(wrongCode?.replaceAll(/9999|4321/g, ""));
    expect(await post(server.url, "/track", { code, tail: "4321" })).toMatchObject({ status: 303 });
  });

  it("the log has no words, no telephone number and no whole code", async () => {
    const code = (receipt.location ?? "").split("/")[2] ?? "";
    await ask(server.url, `/receipts/${code}?q=${encodeURIComponent(words)}`);
    await post(server.url, `/receipts/${code}`, { act: "nothing", text: words });
    for (const secret of [words, comment.contact, code]) expect(server.output()).not.toContain(secret);
  });
});

describe("A file sent with a comment", () => {
  const PDF = "%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n";
  const hostileFiles: [string, string, string][] = [
    ["a page that says it is a PDF", "a.pdf", "<html><script>alert(1)</script></html>"],
    ["a picture with a script", "a.svg", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ["a page", "a.html", "<script>alert(1)</script>"],
    ["a program", "a.exe", "MZ\u0090\u0000"],
    ["a program that says it is a picture", "a.png", "MZ\u0090\u0000"],
    ["a double ending", "a.pdf.exe", PDF],
    ["an archive that says it is a document", "a.docx", "PK\u0003\u0004rubbish"],
    ["a page that says it is text", "a.txt", "\u0000\u0001\u0002\u0003binary"],
  ];

  it.each(hostileFiles)("is refused beside the words, which stay: %s", async (_name, fileName, content) => {
    const answer = await sendFiles([[fileName, content]]);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(words);
  });

  it("keeps the last part of its name and is only ever saved, for whoever may read the comment", async () => {
    const sent = await sendFiles([["../../etc/\u202efdp.证明<b>.pdf", PDF]]);
    expect(sent.status).toBe(303);
    const { text } = await ask(server.url, sent.location ?? "", { cookie: sent.cookie });
    const [, file = ""] = /href="(\/attachments\/[^"]+)"/.exec(text) ?? [];
    expect(text).not.toMatch(/etc\/|<b>\.pdf|\u202e/);
    const { status, headers } = await ask(server.url, file, { cookie: sent.cookie });
    expect(status).toBe(200);
    expect(headers.get("Content-Disposition")).toMatch(/^attachment;/);
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Cache-Control")).toContain("no-store");
    expect((await ask(server.url, file)).status).toBe(404);
    expect((await ask(server.url, file, { cookie: await signIn(server, "handler.justice") })).status).toBe(404);
  });

  it("is one of five at most, and of 20 MiB at most", async () => {
    expect(
      (await sendFiles(Array.from({ length: 6 }, (_, index): [string, string] => [`${index}.pdf`, PDF]))).status,
    ).toBe(422);
    expect((await sendFiles([["large.pdf", PDF + "x".repeat(20 * 1024 * 1024)]])).status).toBe(422);
  });

  it("that breaks off, or claims to be endless, is answered and forgotten", async () => {
    const { host } = new URL(server.url);
    const head = (length: number) =>
      `POST ${PLAN}/comments HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${server.url}\r\nConnection: close\r\n` +
      `Content-Type: multipart/form-data; boundary=b\r\nContent-Length: ${length}\r\n\r\n`;
    const part = '--b\r\nContent-Disposition: form-data; name="attachment"; filename="a.pdf"\r\n\r\n%PDF-1.7';
    await raw(server.url, head(10_000_000_000) + part, { hangUp: true });
    expect(await raw(server.url, head(part.length) + part)).toMatch(/^HTTP\/1.1 400 /);
    expect((await ask(server.url, PLAN)).status).toBe(200);
    expect(server.output()).not.toMatch(/"level":[56]0/);
  });
});

function unchanged(first: Answer): Promise<Answer> {
  return ask(server.url, PLAN, { headers: { "If-None-Match": first.headers.get("ETag") ?? "" } });
}

function sendFiles(files: [name: string, content: string][]): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of encoded(comment)) form.append(name, value);
  for (const [name, content] of files) form.append("attachment", new Blob([content]), name);
  return ask(server.url, `${PLAN}/comments`, { method: "POST", origin: server.url, body: form });
}
