import { HtmlValidate } from "html-validate";
import { beforeAll, describe, expect, it } from "vitest";
import { LANGUAGES } from "~/i18n/language";
import { startServer, type RunningServer } from "../setup/server";
import { ask, findPlaces, PLAN, post, signIn } from "./client";
import { examplesOf, ROUTES, type Places } from "./route-list";

/** What the HTML standard asks for; how attributes are written and void elements closed is React's choice. */
const validator = new HtmlValidate({ root: true, extends: ["html-validate:standard"] });

let server: RunningServer;
let places: Places;

const pages = Object.entries(ROUTES).filter(([, { kind }]) => kind === "page");

beforeAll(async () => {
  server = await startServer({}, { engine: "sqlite" });
  places = await findPlaces(server.url);
});

/** One line for each place where a page departs from the standard. */
async function departures(address: string, text: string): Promise<string[]> {
  const { results } = await validator.validateString(text);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${address} ${ruleId}: ${message} ${selector ?? ""}`),
  );
}

describe("The HTML of every page", () => {
  it.each(LANGUAGES)("is valid for everyone in %s", async (language) => {
    const found: string[] = [];
    for (const address of pages.filter(([, { as }]) => !as).flatMap(([, entry]) => examplesOf(entry, places))) {
      const { text } = await ask(server.url, address, { cookie: `lang=${language}` });
      expect([address, text.slice(0, 15)]).toEqual([address, "<!DOCTYPE html>"]);
      found.push(...(await departures(address, text)));
    }
    expect(found).toEqual([]);
  });

  it("is valid for staff", async () => {
    const found: string[] = [];
    for (const as of new Set(pages.flatMap(([, entry]) => entry.as ?? []))) {
      const cookie = await signIn(server, as);
      const own = pages.filter(([, entry]) => entry.as === as);
      for (const address of own.flatMap(([, entry]) => examplesOf(entry, places))) {
        const { status, text } = await ask(server.url, address, { cookie });
        expect([address, status]).toEqual([address, 200]);
        found.push(...(await departures(address, text)));
      }
    }
    expect(found).toEqual([]);
  });

  it("is valid when a form was refused", async () => {
    const refused = [
      await post(server.url, `${PLAN}/comments`, { clause: "c2", body: "", submitter: "nobody", unknown: "1" }),
      await post(server.url, "/sign-in", { username: "", password: "" }),
      await post(server.url, "/track", { code: "", tail: "" }),
    ];
    const found: string[] = [];
    for (const { status, text } of refused) {
      expect(status).toBe(422);
      found.push(...(await departures("refused", text)));
    }
    expect(found).toEqual([]);
  });
});
