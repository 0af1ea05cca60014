import { describe, expect, it } from "vitest";
import { violations } from "./import-rule";
import { sources } from "./sources";

describe("the import rule", () => {
  it("holds in every file of app and server", () => {
    const files = sources(["app", "server"], /\.(ts|tsx|js)$/);
    expect(files.size).toBeGreaterThan(0);
    expect(violations(files)).toEqual([]);
  });

  it.each(badSamples())("refuses that %s", (rule, file, text) => {
    expect(violations(new Map([[file, `// first line\n${text}`]]))).toEqual([`${file}:2: ${rule}`]);
  });

  it.each(goodSamples())("allows %s to say %s", (file, text) => {
    expect(violations(new Map([[file, text]]))).toEqual([]);
  });

  it("refuses domains that import each other, and names the ring", () => {
    const files = new Map([
      ["app/search/index.server.ts", 'import { listUnits } from "~/units/queries.server";'],
      ["app/units/queries.server.ts", 'import { tell } from "~/notifications/tell.server";'],
      ["app/notifications/tell.server.ts", 'import { find } from "../search/index.server";'],
    ]);
    expect(violations(files)).toEqual([
      "app/notifications/tell.server.ts:1: domains import each other: search → units → notifications → search",
    ]);
  });

  it("does not take a type for a tie between domains", () => {
    const files = new Map([
      ["app/timeline/transact.server.ts", 'import type { Actor } from "~/accounts/actor";'],
      ["app/accounts/sign-in.server.ts", 'import { transact } from "~/timeline/transact.server";'],
    ]);
    expect(violations(files)).toEqual([]);
  });
});

/** rule, file, its second line */
function badSamples(): [string, string, string][] {
  const pure = "app/consultations/period.ts";
  const route = "app/routes/consultations._index/route.tsx";
  const component = "app/consultations/components/comment-list.tsx";
  const verb = "app/consultations/post-comment.server.ts";
  return [
    ["a pure file never imports node:", pure, 'import { createHash } from "node:crypto";'],
    ["a pure file never imports Prisma", pure, 'import { PrismaClient } from "@prisma/client";'],
    ["a pure file never imports React", pure, 'import { useState } from "react";'],
    ["a pure file never imports Remix", pure, 'import { json } from "@remix-run/node";'],
    ["a pure file never imports a .server file", pure, 'import { find } from "./store.server";'],
    ["a pure file never imports a .server file", pure, 'import type { Db } from "~/platform/db.server";'],
    ["a pure file imports types only from platform", pure, 'import { Refused } from "~/platform/refusal";'],
    ["a pure file imports types only from another domain", pure, 'import { mask } from "~/privacy/mask";'],
    ["a pure file imports types only from i18n", pure, 'import { strings } from "~/i18n/strings";'],
    ["a pure file never calls new Date()", pure, "export const today = () => new Date();"],
    ["a pure file never calls Date.now", pure, "export const at = Date.now();"],
    ["a pure file never calls Math.random", pure, "export const die = () => Math.random();"],
    ["a pure file never calls process.env", pure, "export const zone = process.env.TZ;"],
    ["a pure file never calls new Date()", component, "export const Today = () => <p>{String(new Date())}</p>;"],
    ["a route never imports the database", route, 'import { getDatabase } from "~/platform/db.server";'],
    ["a route never imports the database", route, 'import type { Tx } from "~/platform/db.server";'],
    ["a route never imports the database", route, 'import { Prisma } from "~/platform/prisma.server/client";'],
    ["a route never imports the database", route, 'export { x } from "~/platform/prisma-postgresql.server/client";'],
    ["a store is imported in its own domain only", route, 'import { find } from "~/consultations/store.server";'],
    ["a store is imported in its own domain only", route, 'const s = await import("~/units/unit-store.server");'],
    [
      "only stores, timeline, search and platform import Prisma",
      route,
      'import { PrismaPg } from "@prisma/adapter-pg";',
    ],
    ["a component never imports a .server file", component, 'import { list } from "../queries.server";'],
    ["a component never imports a .server file", component, 'import { transact } from "~/timeline/transact.server";'],
    ["component never imports node:", component, 'import { join } from "node:path";'],
    [
      "a component imports its own domain, the domains underneath, ui and i18n only",
      component,
      'import { states } from "~/messages/message";',
    ],
    [
      "platform imports packages and platform only",
      "app/platform/http.server.ts",
      'import { day } from "~/calendar/plain-date";',
    ],
    ["ui imports i18n, packages and ui only", "app/ui/clock.tsx", 'import { formatDay } from "~/calendar/plain-date";'],
    ["ui imports i18n, packages and ui only", "app/ui/page.tsx", 'import { env } from "../platform/env.server";'],
    ["i18n imports pure files only", "app/i18n/strings.tsx", 'import { find } from "~/units/queries.server";'],
    ["i18n imports pure files only", "app/i18n/strings.tsx", 'import { Page } from "~/ui/page";'],
    ["a store is imported in its own domain only", verb, 'import { insertMessage } from "~/messages/store.server";'],
    ["a domain never imports routes", verb, 'import { loader } from "~/routes/home/route";'],
    [
      "only stores, timeline and search import the Prisma client",
      verb,
      'import { PrismaClient } from "~/platform/prisma.server/client";',
    ],
    ["app never imports server/", verb, 'import { serve } from "../../server/index";'],
    [
      "reviews never imports messages",
      "app/reviews/pass.server.ts",
      'import { reply } from "~/messages/reply.server";',
    ],
    [
      "timeline never imports consultations",
      "app/timeline/event.ts",
      'import type { State } from "~/consultations/consultation";',
    ],
    ["server/ never imports routes", "server/index.ts", 'import { loader } from "../app/routes/home/route";'],
    ["server/ never imports components", "server/http.ts", 'import { List } from "~/units/components/list";'],
    [
      "a store is imported in its own domain only",
      "server/jobs.ts",
      'import { due } from "~/consultations/store.server";',
    ],
  ];
}

/** file, text */
function goodSamples(): [string, string][] {
  const pure = "app/consultations/period.ts";
  return [
    [pure, 'import type { Reason } from "~/platform/refusal";'],
    [pure, 'import { type Reason } from "~/platform/refusal";'],
    [pure, 'import { addDays } from "~/calendar/plain-date";'],
    [pure, 'import { holds } from "~/accounts/actor";'],
    [pure, 'import type { Language } from "~/i18n/language";'],
    [pure, 'import { z } from "zod";'],
    [pure, "export const day = (now: Date) => new Date(now.getTime());"],
    [pure, '// import { x } from "node:fs"\nexport const text = \'import "node:fs"\';'],
    ["app/consultations/queries.server.ts", 'import { find } from "./store.server";\nexport const at = new Date();'],
    ["app/consultations/components/list.tsx", 'import { Table } from "~/ui/table";\nimport "~/ui/list.css";'],
    ["app/consultations/store.server.ts", 'import type { Prisma } from "~/platform/prisma.server/client";'],
    ["app/routes/home/route.tsx", 'import { list } from "~/consultations/queries.server";'],
    ["app/i18n/zh-CN/consultations.ts", 'import type { State } from "~/consultations/consultation";'],
    ["app/platform/db.server.ts", 'import { PrismaClient } from "./prisma.server/client";'],
    ["server/index.ts", 'import { openDatabase } from "~/platform/db.server";'],
  ];
}
