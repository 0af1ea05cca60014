import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { expectNoConsoleErrors, openPage } from "../setup/browser";
import { startServer, type RunningServer } from "../setup/server";
import { ask } from "./client";

const FILM = "/interpretations/open-government-plan-video";
const DESK = "/desk/policies/riverside-noise-rules/materials/riverside-noise-rules-video";
const MOST_MS = 240_000;

let server: RunningServer;

beforeAll(async () => {
  server = await startServer({}, { engine: "sqlite" });
});

const given = (name: string, as: string, mimeType: string) => ({
  name: as,
  mimeType,
  buffer: readFileSync(join(import.meta.dirname, "../../prisma/seeds/media", name)),
});

const stateOf = (page: Page) =>
  page.locator("video").evaluate((video: HTMLVideoElement) => {
    const { paused, currentTime, poster, autoplay } = video;
    return { paused, currentTime, autoplay, poster: new URL(poster).pathname };
  });

describe("a film that explains a document", () => {
  it("waits to be started, has captions, and can be read in full without script", { timeout: MOST_MS }, async () => {
    const page = await openPage({ baseURL: server.url });
    await page.goto(FILM);
    const film = /src="(\/media\/[0-9a-z]{16})"/.exec(await page.content())?.[1] ?? "";
    await page.waitForFunction(() => (document.querySelector("video")?.textTracks[0]?.cues?.length ?? 0) > 0);
    expect(await stateOf(page)).toEqual({ paused: true, currentTime: 0, autoplay: false, poster: `${film}/still` });
    expectNoConsoleErrors(page);
    await page.context().close();

    const plain = await openPage({ baseURL: server.url, javaScript: false, width: 360 });
    await plain.goto(FILM);
    await plain.locator(".media-words summary").click();
    expect(await plain.locator(".media-words").innerText()).toContain("最多 20 个工作日。内容新出来或者变了");
    const part = await ask(server.url, film, { headers: { Range: "bytes=0-99" } });
    expect([part.status, part.headers.get("Content-Length")]).toEqual([206, "100"]);
    await plain.context().close();
  });

  it(
    "is put into its material at the desk, and nobody outside sees it before the document",
    { timeout: MOST_MS },
    async () => {
      const page = await openPage({ baseURL: server.url });
      await page.goto("/sign-in?next=%2Fdesk");
      await page.locator("input[name=username]").fill("handler.housing");
      await page.locator("input[name=password]").fill(server.password);
      await page.locator("main form button[type=submit]").click();
      await page.waitForURL("**/desk");
      await page.goto(DESK);
      await page.locator("input[name=file]").setInputFiles(given("plan-film.mp4", "噪声.mp4", "video/mp4"));
      await page.locator("input[name=still]").setInputFiles(given("plan-film.jpg", "封面.jpg", "image/jpeg"));
      await page.locator("input[name=captions]").setInputFiles(given("plan-film.vtt", "字幕.vtt", "text/vtt"));
      await page.locator("textarea[name=transcript]").fill("晚上十点以后不能施工。");
      await page.locator('button[value="edit"]').click();
      await page.waitForSelector("#preview video");
      expect(await page.locator("#check").innerText()).toContain("完整");
      const film = await page.locator("#preview video source").getAttribute("src");
      expect((await ask(server.url, film ?? "")).status).toBe(404);
      expect((await ask(server.url, DESK.replace(/.*materials/, "/interpretations"))).status).toBe(404);
      expectNoConsoleErrors(page);
      await page.context().close();
    },
  );
});
