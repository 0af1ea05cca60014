import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "../..");
const PAGE = path.join(ROOT, "app/routes/accessibility_.components");

/** The frame around every page, what stands inside other components, and what only a script shows. */
const SEEN_ELSEWHERE = [
  ...["breadcrumbs", "error-page", "only-chinese", "page", "site-footer", "site-header", "site-mark", "toast"],
  ...["choice", "date-text", "field-frame", "mixed-text", "official-text", "title-text", "chart-frame", "chart-table"],
  ...[
    "patterns",
    "reading",
    "reading-aids",
    "sender-fields",
    "sentence-bar",
    "statement-page",
    "unit-link",
    "unsent-words",
    "whole-text",
  ],
];

describe("the page of components", () => {
  it("shows every component of the house style", () => {
    const shown = readdirSync(PAGE)
      .map((file) => readFileSync(path.join(PAGE, file), "utf8"))
      .join("\n");
    const components = ["app/ui", "app/ui/charts"].flatMap((folder) =>
      readdirSync(path.join(ROOT, folder))
        .filter((file) => file.endsWith(".tsx"))
        .map((file) => file.replace(".tsx", "")),
    );
    const missing = components.filter((name) => !SEEN_ELSEWHERE.includes(name) && !shown.includes(`/${name}"`));
    expect(missing).toEqual([]);
    expect(SEEN_ELSEWHERE.filter((name) => !components.includes(name))).toEqual([]);
  });
});
