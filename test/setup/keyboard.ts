// A person who has no mouse: everything is reached by Tab or Shift+Tab, and done by Space, Enter, arrows and typing.
import type { Page } from "playwright-core";
import { openPage, type PageOptions } from "./browser";

const FEW_TABS = 300;
/** Orders in which a browser lays out the parts of a day: by its own language, which is not the page's. */
const DAY_ORDERS = [
  (year: string, month: string, date: string) => [...month, ...date, ...year],
  (year: string, month: string, date: string) => [...year, "ArrowRight", ...month, ...date],
];

export class Keyboard {
  constructor(readonly page: Page) {}

  /** Somebody who has neither script nor pictures either. */
  static async alone(options: PageOptions): Promise<Keyboard> {
    const page = await openPage({ javaScript: false, ...options });
    await page.route("**/*", (route) =>
      route.request().resourceType() === "image" ? route.abort() : route.continue(),
    );
    // Each stop would otherwise wait for the page to have glided there.
    await page.emulateMedia({ reducedMotion: "reduce" });
    return new Keyboard(page);
  }

  /** Opens the address, and leaves the header behind by the first link of the page. */
  async open(address: string): Promise<void> {
    await this.page.goto(address);
    await this.to(".skip-link");
    await this.page.keyboard.press("Enter");
  }

  /** Tab until the focus stands on the element, or Shift+Tab from the end of the page. */
  async to(selector: string, { backwards = false } = {}): Promise<void> {
    const key = backwards ? "Shift+Tab" : "Tab";
    // Where it is looked for is not where it must be: whether the focus came there is asked after each of the last steps.
    const far = backwards ? 0 : await this.page.evaluate(stepsTo, selector);
    await Promise.all(Array.from({ length: far }, () => this.page.keyboard.press(key)));
    for (let count = 0; count < FEW_TABS; count += 1) {
      if (await this.isAt(selector)) return;
      await this.page.keyboard.press(key);
    }
    throw new Error(`No way by keyboard to ${selector} on ${this.page.url()}`);
  }

  /** Instead of what stands in the field. */
  async type(selector: string, text: string): Promise<void> {
    await this.to(selector);
    await this.page.keyboard.press("Control+A");
    await this.page.keyboard.insertText(text);
  }

  /** A day has three parts. */
  async typeDay(selector: string, day: string): Promise<void> {
    const [year = "", month = "", date = ""] = day.split("-");
    await this.to(selector);
    for (const keysOf of DAY_ORDERS) {
      await this.pressAll(["ArrowLeft", "ArrowLeft", "Backspace"]);
      await this.pressAll(["ArrowRight", "Backspace", "ArrowRight", "Backspace", "ArrowLeft", "ArrowLeft"]);
      await this.pressAll(keysOf(year, month, date));
      if ((await this.valueAtFocus()) === day) return;
    }
    throw new Error(`No way by keyboard to write ${day} on ${this.page.url()}`);
  }

  /** One of a group of radio buttons: Space takes the one that has the focus, arrows the next. */
  async pick(group: string, value: string): Promise<void> {
    await this.to(group);
    await this.page.keyboard.press("Space");
    await this.arrowsTo(value);
  }

  async choose(select: string, value: string): Promise<void> {
    await this.to(select);
    await this.page.keyboard.press("Home");
    await this.arrowsTo(value);
  }

  async tick(box: string): Promise<void> {
    await this.to(box);
    await this.page.keyboard.press("Space");
  }

  /** Follows a link, or presses a button, and waits for the page that it leads to. */
  async enter(selector: string, towards: { backwards?: boolean } = {}): Promise<void> {
    await this.to(selector, towards);
    await Promise.all([this.page.waitForEvent("load"), this.page.keyboard.press("Enter")]);
  }

  /** The same, where the answer must not be a refusal. */
  async send(button: string): Promise<void> {
    await this.enter(button);
    const refusals = await this.page.locator("#error-summary").allInnerTexts();
    if (refusals.length > 0) throw new Error(`${button} was refused: ${refusals.join(" ")}`);
  }

  async unfold(details: string): Promise<void> {
    await this.to(`${details} > summary`);
    await this.page.keyboard.press("Enter");
  }

  /** The file dialog opens by Enter, and is the browser's own. */
  async attach(file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.to("input[type=file]");
    const [dialog] = await Promise.all([this.page.waitForEvent("filechooser"), this.page.keyboard.press("Enter")]);
    await dialog.setFiles(file);
  }

  words(): Promise<string> {
    return this.page.locator("main").innerText();
  }

  private async arrowsTo(value: string): Promise<void> {
    for (let count = 0; count < FEW_TABS; count += 1) {
      if ((await this.valueAtFocus()) === value) return;
      await this.page.keyboard.press("ArrowDown");
    }
    throw new Error(`No way by arrows to ${value} on ${this.page.url()}`);
  }

  private isAt(selector: string): Promise<boolean> {
    return this.page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
  }

  private valueAtFocus(): Promise<string> {
    return this.page.evaluate(() => (document.activeElement as HTMLInputElement | HTMLSelectElement).value);
  }

  private async pressAll(keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }
}

/** About how many times Tab can be pressed without passing the element; runs in the page. */
function stepsTo(selector: string): number {
  const all = [...document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary")];
  const stops = all.filter((element) => {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.matches("[type=hidden], :disabled"))
      return false;
    if (!(element instanceof HTMLInputElement) || element.type !== "radio") return element.tabIndex >= 0;
    const group = all.filter((other): other is HTMLInputElement => {
      return other instanceof HTMLInputElement && other.name === element.name && other.form === element.form;
    });
    return element === (group.find(({ checked }) => checked) ?? group[0]);
  });
  const from = stops.indexOf(document.activeElement as HTMLElement);
  const to = stops.findIndex((element) => element.matches(selector));
  return Math.max(0, to - from - 2);
}
