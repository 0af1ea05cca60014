import { beforeAll, describe, expect, it } from "vitest";
import { Keyboard } from "../setup/keyboard";
import { startServer, type RunningServer } from "../setup/server";
import { findPlaces, signIn } from "./client";
import { KeyboardReader } from "./keyboard-reader";
import { examplesOf, ROUTES, type Places } from "./route-list";

const MOST_MS = 240_000;
const TABS = 2;
const WIDE = 1280;
const PHONE = 390;

let server: RunningServer;
let places: Places;

const pages = Object.values(ROUTES).filter(({ kind }) => kind === "page");

beforeAll(async () => {
  server = await startServer({}, { engine: "sqlite" });
  places = await findPlaces(server.url);
});

/** One page stands for all of its kind; those for everyone as on a phone, where more is folded. */
describe("By keyboard alone, without JavaScript and without images", () => {
  const visitors = [...new Set(pages.map(({ as }) => as))].map((as) => ({ as, name: as ?? "everyone" }));

  it.each(visitors)(
    "all controls on the pages of $name are reached in order and show the focus, none is dead, and no text stays hidden",
    { timeout: MOST_MS },
    async ({ as }) => {
      const cookie = as && (await signIn(server, as));
      const left = pages.filter((entry) => entry.as === as).map((entry) => examplesOf(entry, places)[0] ?? "");
      const found: string[] = [];
      const tab = async () => {
        const reader = await readerOf(as ? WIDE : PHONE, cookie);
        for (let address = left.shift(); address !== undefined; address = left.shift()) {
          found.push(...(await reader.faultsOf(address)).map((fault) => `${address} ${fault}`));
        }
        await reader.leave();
      };
      await Promise.all(Array.from({ length: Math.min(TABS, left.length) }, tab));
      expect(found).toEqual([]);
    },
  );
});

async function readerOf(width: number, cookie: string | undefined): Promise<KeyboardReader> {
  const { page } = await Keyboard.alone({ baseURL: server.url, width });
  if (cookie) {
    const pairs = cookie.split("; ").map((pair) => pair.split(/=(.*)/s));
    await page.context().addCookies(pairs.map(([name = "", value = ""]) => ({ name, value, url: server.url })));
  }
  return KeyboardReader.at(page);
}
