import type { CDPSession, Page } from "playwright-core";

/** A day has three stops inside, a film a stop for each of its buttons. */
const MOST_INNER_STOPS = 60;
const FEW = 4;

/**
 * Somebody with a keyboard before a page that runs no script. What the test looks with lives in a world of its own,
 * where chromium runs it all the same; the page's own scripts stay off.
 */
export class KeyboardReader {
  private knowsFrame = false;

  private constructor(
    private readonly page: Page,
    private readonly tools: CDPSession,
  ) {}

  static async at(page: Page): Promise<KeyboardReader> {
    return new KeyboardReader(page, await page.context().newCDPSession(page));
  }

  /**
   * What cannot be reached, seen or used on the page at this address with nothing but a keyboard. The frame, which is
   * the same on all of them, is walked through on the first.
   */
  async faultsOf(address: string): Promise<string[]> {
    await this.page.goto(address);
    const ask = await this.lookout();
    const closed = await this.openEverything(ask);
    const count = await ask(this.knowsFrame ? "beginInside" : "begin");
    this.knowsFrame = true;
    await this.press("Tab", count as number);
    for (let more = 0; more < MOST_INNER_STOPS && (await ask("isAtEnd")) !== true; more += FEW) {
      await this.press("Tab", FEW);
    }
    return [...closed, ...((await ask("faults")) as string[])];
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }

  /** What is folded opens by Enter, and what is folded inside of it. */
  private async openEverything(ask: Asking): Promise<string[]> {
    const closed: string[] = [];
    for (let fold = await ask("nextFold"); typeof fold === "string"; fold = await ask("nextFold")) {
      await this.press("Enter");
      if ((await ask("isOpened")) !== true) closed.push(`is not opened by Enter: ${fold}`);
    }
    return closed;
  }

  /** The keys are not waited for one by one: the browser takes them in their order. */
  private async press(key: "Tab" | "Enter", times = 1): Promise<void> {
    const stroke = { key, code: key, ...(key === "Tab" ? { windowsVirtualKeyCode: 9 } : ENTER) };
    const strokes = Array.from({ length: times }, () => [
      this.tools.send("Input.dispatchKeyEvent", { type: key === "Tab" ? "rawKeyDown" : "keyDown", ...stroke }),
      this.tools.send("Input.dispatchKeyEvent", { type: "keyUp", ...stroke }),
    ]);
    await Promise.all(strokes.flat());
  }

  private async lookout(): Promise<Asking> {
    const { frameTree } = await this.tools.send("Page.getFrameTree");
    const frameId = frameTree.frame.id;
    const { executionContextId: contextId } = await this.tools.send("Page.createIsolatedWorld", { frameId });
    const evaluate = async (expression: string) => {
      const answer = await this.tools.send("Runtime.evaluate", { expression, contextId, returnByValue: true });
      if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description);
      return answer.result.value as unknown;
    };
    await evaluate(`globalThis.look = (${lookout.toString()})()`);
    return (question) => evaluate(`look.${question}()`);
  }
}

const ENTER = { windowsVirtualKeyCode: 13, text: "\r" };

type Asking = (question: keyof ReturnType<typeof lookout>) => Promise<unknown>;

/** Runs in the page, and knows nothing but the page. */
function lookout() {
  const CONTROLS = "a[href], button, input, select, textarea, summary, [tabindex], video[controls], audio[controls]";
  /**
   * For paper or for the script alone, or said elsewhere on the same page: the menu is open where there is room for it,
   * the trail repeats header and title, the demonstration's footer says who is invented, of a filter no part is needed.
   */
  const NOT_SHOWN = `.print-only, [hidden], .aids-waiting, script, style, template, noscript, svg, option,
    .menu, .breadcrumbs, .strip-more, .filter-bar .label-note`;
  const controls: HTMLElement[] = [];
  const seen: HTMLElement[] = [];
  const unseen = new Set<HTMLElement>();
  const tried = new Set<HTMLDetailsElement>();
  let opening: HTMLDetailsElement | undefined;

  document.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    seen.push(target);
    const { outlineStyle, outlineWidth } = getComputedStyle(target);
    if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) unseen.add(target);
  });

  const all = <T extends Element>(selector: string) => [...document.querySelectorAll<T>(selector)];
  const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  const said = (what: string, elements: Element[]) =>
    elements.map((element) => {
      const words = element.textContent?.trim() || element.getAttribute("name") || "";
      return `${what}: ${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} ${words.slice(0, 30)}`;
    });

  function isStop(element: HTMLElement): boolean {
    if (element.tabIndex < 0 || element.matches(":disabled, [type=hidden]") || !isShown(element)) return false;
    return !(element instanceof HTMLInputElement && element.type === "radio") || element === stopOf(element);
  }

  /** Of a group of radio buttons the chosen one, or else the first; the arrow keys lead to the others. */
  function stopOf({ form, name }: HTMLInputElement): HTMLInputElement | undefined {
    const group = all<HTMLInputElement>("input[type=radio]:enabled").filter(
      (radio) => radio.form === form && radio.name === name && isShown(radio),
    );
    return group.find(({ checked }) => checked) ?? group[0];
  }

  function hiddenText(): Element[] {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const hidden = new Set<Element>();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent && node.textContent?.trim() && !isShown(parent) && !parent.closest(NOT_SHOWN)) hidden.add(parent);
    }
    return [...hidden];
  }

  /** What came after the last control began a second round. */
  function reached(): { never: Element[]; early: Element[] } {
    const end = seen.indexOf(controls.at(-1)!);
    const stops = end === -1 ? seen : seen.slice(0, end + 1);
    const order = stops.map((stop) => controls.indexOf(stop)).filter((place) => place !== -1);
    return {
      never: controls.filter((control) => !stops.includes(control)),
      early: order.filter((place, at) => at > 0 && place < order[at - 1]!).map((place) => controls[place]!),
    };
  }

  function unusable(): string[] {
    const buttons = all<HTMLButtonElement>("button:enabled").filter(isShown);
    const forms = all<HTMLFormElement>("form").filter(isShown);
    const links = all<HTMLAnchorElement>("a[href*='#']").filter(
      ({ hash, pathname, search }) => hash !== "" && pathname + search === location.pathname + location.search,
    );
    return [
      ...said(
        "does nothing without script",
        buttons.filter(({ type, form }) => type !== "submit" || !form),
      ),
      ...said(
        "is never sent without script",
        forms.filter(({ elements }) => ![...elements].some((part) => part.matches("button, [type=submit]"))),
      ),
      ...said("is a control for the script alone", all(":is([role=button], [role=tab]):not(a[href])").filter(isShown)),
      ...said(
        "leads nowhere",
        links.filter(({ hash }) => !document.getElementById(decodeURIComponent(hash.slice(1)))),
      ),
    ];
  }

  function lostWithImages(): string[] {
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
    return [
      ...said(
        "is a picture without words",
        all<HTMLImageElement>("img:not([aria-hidden=true] *)").filter(({ alt }) => alt.trim() === ""),
      ),
      ...said(
        "is a drawing without words",
        all("svg:not([aria-hidden=true], [aria-hidden=true] *)").filter(
          (drawing) => !drawing.matches("[role=img]:is([aria-label], [aria-labelledby], :has(> title))"),
        ),
      ),
      ...rules.filter(({ cssText }) => cssText.includes("url(")).map(({ cssText }) => `is painted: ${cssText}`),
    ];
  }

  function stopsIn(part: Element): number {
    controls.push(...[...part.querySelectorAll<HTMLElement>(CONTROLS)].filter(isStop));
    const start = document.createElement("span");
    start.tabIndex = -1;
    part.prepend(start);
    start.focus();
    start.remove();
    seen.length = 0;
    unseen.clear();
    return controls.length;
  }

  return {
    /** Puts the focus on what opens the next fold, and says its words. */
    nextFold() {
      opening = all<HTMLDetailsElement>("details:not([open])").find((fold) => !tried.has(fold) && isShown(fold));
      if (!opening) return null;
      tried.add(opening);
      const summary = opening.querySelector("summary");
      summary?.focus();
      return summary?.textContent ?? "";
    },
    isOpened: () => opening?.open === true,
    /** Stands before the first control, as whoever comes from the address bar; says how many there are. */
    begin: () => stopsIn(document.body),
    beginInside: () => stopsIn(document.querySelector("main .page") ?? document.querySelector("main")!),
    isAtEnd: () => controls.length === 0 || seen.includes(controls.at(-1)!),
    faults() {
      const { never, early } = reached();
      return [
        ...said("is never reached", never),
        ...said("is reached after what follows it", early),
        ...said("does not show the focus", [...unseen]),
        ...said("stays hidden", hiddenText()),
        ...unusable(),
        ...lostWithImages(),
      ];
    },
  };
}
