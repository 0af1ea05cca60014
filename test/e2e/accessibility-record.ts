import { writeFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { format, resolveConfig } from "prettier";
import { axeReport } from "../setup/browser";

const FILE = new URL("../../app/routes/accessibility/results.json", import.meta.url);

interface Checked {
  found: number;
  widths: Set<number>;
  languages: Set<string>;
}

/** What one run of the browser test found, page by page; `/accessibility` shows the committed copy. */
export class AccessibilityRecord {
  private readonly pages = new Map<string, Checked>();
  private readonly rules = new Set<string>();
  private version = "";

  /** Asks axe of the page as it is open now. `address` is that of the list of routes. */
  async check(page: Page, address: string, language: string): Promise<string[]> {
    const { found, rules, version } = await axeReport(page);
    for (const rule of rules) this.rules.add(rule);
    this.version = version;
    const checked = this.pages.get(address) ?? { found: 0, widths: new Set(), languages: new Set() };
    checked.found += found.length;
    checked.widths.add(page.viewportSize()?.width ?? 0);
    checked.languages.add(language);
    this.pages.set(address, checked);
    return found;
  }

  async write(now: Date): Promise<void> {
    // Pages are looked at in several tabs at once: which comes first is chance.
    const inOrder = [...this.pages].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const pages = inOrder.map(([address, { found, widths, languages }]) => ({
      address,
      found,
      widths: [...widths].toSorted((a, b) => b - a),
      languages: [...languages],
    }));
    const date = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    const results = { date, tool: `axe-core ${this.version}`, rules: [...this.rules].toSorted(), pages };
    const style = await resolveConfig(FILE);
    writeFileSync(FILE, await format(JSON.stringify(results), { ...style, parser: "json" }));
  }
}
