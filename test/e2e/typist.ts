import type { Page } from "playwright-core";

const FEW_TABS = 400;

/** Somebody whose only tool is the keyboard, on a page that runs no script. */
export class Typist {
  constructor(readonly page: Page) {}

  /** Opens the address, and leaves the header behind by the first link of the page. */
  async open(address: string): Promise<void> {
    await this.page.goto(address);
    await this.goTo(".skip-link");
    await this.press("Enter");
  }

  /** Presses Tab until the focus stands on the element; whoever has no mouse gets there this way or not at all. */
  async goTo(selector: string): Promise<void> {
    for (let count = 0; count < FEW_TABS; count += 1) {
      await this.press("Tab");
      if (await this.page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    }
    throw new Error(`No way by keyboard to ${selector}`);
  }

  async write(selector: string, text: string): Promise<void> {
    await this.goTo(selector);
    await this.page.keyboard.insertText(text);
  }

  /** A day has three parts, in the order of the machine's own language. */
  async writeDay(selector: string, day: string): Promise<void> {
    const [year = "", month = "", date = ""] = day.split("-");
    await this.goTo(selector);
    for (const keys of [
      [...month, ...date, ...year],
      [...year, "ArrowRight", ...month, ...date],
    ]) {
      await this.pressAll([
        "ArrowLeft",
        "ArrowLeft",
        "Backspace",
        "ArrowRight",
        "Backspace",
        "ArrowRight",
        "Backspace",
      ]);
      await this.pressAll(["ArrowLeft", "ArrowLeft", ...keys]);
      if ((await this.focusedValue()) === day) return;
    }
    throw new Error(`No way by keyboard to write ${day}`);
  }

  /** Of a list or of a group of radio buttons. */
  async choose(selector: string, value: string): Promise<void> {
    await this.goTo(selector);
    if (await this.page.evaluate(() => (document.activeElement as HTMLInputElement).type === "radio")) {
      await this.press("Space");
    }
    for (let count = 0; count < FEW_TABS; count += 1) {
      if ((await this.focusedValue()) === value) return;
      await this.press("ArrowDown");
    }
    throw new Error(`No way by keyboard to ${value} of ${selector}`);
  }

  async tick(selector: string): Promise<void> {
    await this.goTo(selector);
    await this.press("Space");
  }

  /** Waits for the page that answers, which must not be a refusal. */
  async send(selector: string): Promise<void> {
    await this.goTo(selector);
    await Promise.all([this.page.waitForEvent("load"), this.press("Enter")]);
    const refusals = await this.page.locator("#error-summary").allInnerTexts();
    if (refusals.length > 0) throw new Error(`${selector} was refused: ${refusals.join(" ")}`);
  }

  words(): Promise<string> {
    return this.page.locator("main").innerText();
  }

  private focusedValue(): Promise<string> {
    return this.page.evaluate(() => (document.activeElement as HTMLInputElement).value);
  }

  private async pressAll(keys: string[]): Promise<void> {
    for (const key of keys) await this.press(key);
  }

  private press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }
}
