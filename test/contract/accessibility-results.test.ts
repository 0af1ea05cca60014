import { describe, expect, it } from "vitest";
import results from "~/routes/accessibility/results.json";
import { pageAddresses } from "../e2e/route-list";

const addresses = pageAddresses();

describe("what /accessibility says was tested", () => {
  it("names every page of the list of routes and none that is gone: `npm run accessibility:record` renews it", () => {
    const recorded = results.pages.map(({ address }) => address);
    expect(recorded.toSorted()).toEqual([...new Set([...addresses.public, ...addresses.staff])].toSorted());
  });

  it("covers public pages at both widths and in both languages, and found nothing", () => {
    for (const { address, found, widths, languages } of results.pages) {
      expect([address, found]).toEqual([address, 0]);
      if (!addresses.public.includes(address)) continue;
      expect([address, widths, languages]).toEqual([address, [1280, 360], ["zh-CN", "en"]]);
    }
  });

  it("says when, with what, and by which rules", () => {
    expect(results.date).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(results.tool).toMatch(/^axe-core \d/);
    expect(results.rules.length).toBeGreaterThan(80);
    expect(results.rules).toContain("color-contrast");
  });
});
