// A person who has no mouse: everything is reached by Tab or Shift+Tab, and done by Space, Enter, arrows and typing.
import type { Page } from "playwright-core";

const FEW_TABS = 300;

export class Keyboard {
  constructor(readonly page: Page) {}

  /** Tab until the focus stands on the element, or Shift+Tab from the end of the page. */
  async to(selector: string, { backwards = false } = {}): Promise<void> {
    const key = backwards ? "Shift+Tab" : "Tab";
    // Where it is looked for is not where it must be: whether the focus came there is asked after each of the last steps.
    const far = backwards ? 0 : await this.page.evaluate(stepsTo, selector);
    await Promise.all(Array.from({ length: far }, () => this.page.keyboard.press(key)));
    for (let count = 0; count < FEW_TABS; count += 1) {
      await this.page.keyboard.press(key);
      if (await this.page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    }
    throw new Error(`No way by keyboard to ${selector} on ${this.page.url()}`);
  }

  async type(selector: string, text: string): Promise<void> {
    await this.to(selector);
    await this.page.keyboard.press("Control+A");
    await this.page.keyboard.type(text);
  }

  /** One of a group of radio buttons: Space takes the one that has the focus, arrows the next. */
  async pick(group: string, value: string): Promise<void> {
    await this.to(group);
    await this.page.keyboard.press("Space");
    await this.arrowsTo(value, "ArrowDown");
  }

  async choose(select: string, value: string): Promise<void> {
    await this.to(select);
    await this.page.keyboard.press("Home");
    await this.arrowsTo(value, "ArrowDown");
  }

  /** Follows a link, or presses a button, and waits for the page that it leads to. */
  async enter(selector: string, towards: { backwards?: boolean } = {}): Promise<void> {
    await this.to(selector, towards);
    await Promise.all([this.page.waitForNavigation(), this.page.keyboard.press("Enter")]);
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

  private async arrowsTo(value: string, key: string): Promise<void> {
    for (let count = 0; count < FEW_TABS; count += 1) {
      const at = await this.page.evaluate(() => (document.activeElement as HTMLInputElement | HTMLSelectElement).value);
      if (at === value) return;
      await this.page.keyboard.press(key);
    }
    throw new Error(`No way by arrows to ${value} on ${this.page.url()}`);
  }
}

/** About how many times Tab can be pressed without passing the element; runs in the page. */
function stepsTo(selector: string): number {
  const all = [...document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary")];
  const stops = all.filter((element) => {
    if (!element.checkVisibility() || element.matches("[type=hidden], :disabled")) return false;
    if (!(element instanceof HTMLInputElement) || element.type !== "radio") return true;
    const group = all.filter((other): other is HTMLInputElement => {
      return other instanceof HTMLInputElement && other.name === element.name && other.form === element.form;
    });
    return element === (group.find(({ checked }) => checked) ?? group[0]);
  });
  const from = stops.indexOf(document.activeElement as HTMLElement);
  const to = stops.findIndex((element) => element.matches(selector));
  return Math.max(0, to - from - 2);
}
