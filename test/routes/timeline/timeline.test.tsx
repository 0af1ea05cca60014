import type { AppLoadContext } from "@remix-run/server-runtime";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LanguageProvider } from "~/i18n/strings";
import { setDatabase, type Database } from "~/platform/db.server";
import { loader } from "~/routes/timeline/route";
import { DailyHeads } from "~/timeline/components/daily-heads";
import { HowToVerify } from "~/timeline/components/how-to-verify";
import { transact } from "~/timeline/transact.server";
import { freshDatabase } from "../../setup/database";

const NOW = new Date("2026-12-31T15:59:59.000Z");

let db: Database;

beforeAll(async () => {
  db = await freshDatabase();
  setDatabase(db);
  for (let day = 1; day <= 31; day++) {
    const now = new Date(Date.UTC(2026, 11, day, 4));
    await transact({ db, now }, async (_tx, record) =>
      record({ kind: "notice.sent", subject: { kind: "notice", id: "1" }, actor: { kind: "guest" }, payload: {} }),
    );
  }
});
afterAll(async () => {
  await db.close();
});

function context(): AppLoadContext {
  return { now: NOW, address: "127.0.0.1", requestId: "test", page: { keep: null } };
}

function load(query = "", visit = context()) {
  return loader({ request: new Request(`http://127.0.0.1:3000/timeline${query}`), context: visit, params: {} });
}

describe("the public record", () => {
  it("lists the days, newest first, thirty to a page", async () => {
    const first = await load();
    expect(first.items).toHaveLength(30);
    expect(first.items[0]).toMatchObject({ day: "2026-12-31", seq: 31 });
    expect((await load("?page=2")).items).toMatchObject([{ day: "2026-12-01", seq: 1 }]);
    expect((await load("?page=２")).page).toBe(1);
  });

  it("has no page behind the last", async () => {
    const answer: unknown = await load("?page=3").catch((error: unknown) => error);
    expect(answer).toBeInstanceOf(Response);
    expect((answer as Response).status).toBe(404);
  });

  it("is kept until the next event or the next midnight in Shanghai", async () => {
    const visit = context();
    await load("", visit);
    expect(visit.page.keep).toEqual({
      tags: ["everything", "timeline"],
      validUntil: new Date("2026-12-31T16:00:00.000Z"),
    });
  });

  it.each([
    ["zh-CN", "每日留痕", "今天，还会变化"],
    ["en", "Day by day", "today, still moving"],
  ] as const)("shows number, whole hash and the command in %s", async (language, title, today) => {
    const { genesis, ...heads } = await load();
    const html = renderToStaticMarkup(
      <LanguageProvider language={language}>
        <DailyHeads {...heads} />
        <HowToVerify genesis={genesis} example={heads.items[0]} />
      </LanguageProvider>,
    );
    expect(html).toContain(title);
    expect(html.split(today)).toHaveLength(2);
    for (const { hash } of heads.items) expect(html).toContain(`<code>${hash}</code>`);
    expect(html).toContain(`npm run timeline:verify -- --head 31:${heads.items[0]?.hash}`);
    expect(html).toContain(genesis);
  });
});
