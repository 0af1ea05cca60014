import { copyText, filled, today } from "./cite";
import { afterTap, between, oneFewer, oneMore, type Choice } from "./sentence-choice";

const SENTENCE = ".clause-text > [id]";
const STEPS: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/**
 * Lets a reader choose sentences of one clause: by touch or mouse, by the keyboard (each clause is one stop, arrow keys
 * move inside), and by the buttons of the bar that appears. The bar moves behind the clause, so that it is the next
 * thing after it for the keyboard and for screen readers.
 */
export function chooseSentences(section: HTMLElement): void {
  const bar = section.querySelector<HTMLElement>("[data-choice]");
  const status = section.querySelector<HTMLElement>("[data-status]");
  const what = bar?.querySelector<HTMLElement>("[data-what]");
  if (!bar || !status || !what) return;
  const texts = section.dataset;
  let choice: Choice | null = null;
  let anchor = 0;

  section.addEventListener("click", (event) => {
    const sentence = sentenceOf(event.target);
    if (sentence && getSelection()?.isCollapsed !== false) tap(sentence);
  });
  section.addEventListener("keydown", onKey);
  bar.addEventListener("click", (event) => {
    const act = event.target instanceof Element && event.target.closest<HTMLElement>("[data-act]")?.dataset.act;
    if (act === "more") choose(oneMore(choice!, sentencesOf(choice!.clause).length));
    if (act === "fewer") choose(oneFewer(choice!));
    if (act === "cancel") choose(null);
    if (act === "copy") void copy();
  });
  document.addEventListener("refreshed", () => {
    makeStops();
    show();
  });
  makeStops();

  function onKey(event: KeyboardEvent): void {
    if (event.key === "Escape" && choice) return choose(null);
    const sentence = sentenceOf(event.target);
    if (!sentence || event.ctrlKey || event.altKey || event.metaKey) return;
    const step = STEPS[event.key];
    if (step) move(sentence, step, event);
    else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      tap(sentence);
    }
  }

  function move(sentence: HTMLElement, step: number, event: KeyboardEvent): void {
    const all = [...section.querySelectorAll<HTMLElement>(SENTENCE)];
    const next = all[all.indexOf(sentence) + step];
    if (!next) return;
    event.preventDefault();
    const [here, there] = [placeOf(sentence), placeOf(next)];
    makeStop(next);
    next.focus();
    if (!event.shiftKey || here.clause !== there.clause) return;
    if (choice?.clause !== here.clause) anchor = here.sentence;
    choose(between(there.clause, anchor, there.sentence));
  }

  function tap(sentence: HTMLElement): void {
    const place = placeOf(sentence);
    makeStop(sentence);
    const next = afterTap(choice, place);
    if (next?.from === next?.to) anchor = place.sentence;
    choose(next);
  }

  function choose(next: Choice | null): void {
    const before = choice;
    const hadFocus = bar!.contains(document.activeElement);
    choice = next;
    show();
    status!.textContent = next ? what!.textContent : (texts.cancelled ?? "");
    if (!next && hadFocus && before) stopIn(before.clause)?.focus();
  }

  function show(): void {
    for (const marked of section.querySelectorAll("[data-chosen]")) marked.removeAttribute("data-chosen");
    const clause = choice && document.getElementById(choice.clause);
    const sentences = choice && clause ? sentencesOf(choice.clause).slice(choice.from - 1, choice.to) : [];
    if (!choice || !clause || sentences.length !== choice.to - choice.from + 1) choice = null;
    for (const sentence of sentences) sentence.dataset.chosen = "";
    for (const stop of section.querySelectorAll<HTMLElement>("[aria-pressed][data-stop]"))
      stop.setAttribute("aria-pressed", String(stop.dataset.chosen === ""));
    bar!.hidden = choice === null;
    if (!choice) return;
    if (!clause!.contains(bar!)) clause!.querySelector(".clause-main")!.append(bar!);
    what!.textContent = describe(texts.one, texts.many, choice);
    const count = sentencesOf(choice.clause).length;
    toggle("more", choice.to - choice.from + 1 < count);
    const { clause: id, from, to } = choice;
    const respond = bar!.querySelector<HTMLAnchorElement>("a[data-act=respond]");
    if (respond) respond.search = String(new URLSearchParams({ clause: id, from: String(from), to: String(to) }));
  }

  function toggle(act: string, isOffered: boolean): void {
    const button = bar!.querySelector<HTMLButtonElement>(`[data-act=${act}]`);
    if (button) button.disabled = !isOffered;
  }

  function describe(one: string | undefined, many: string | undefined, { clause, from, to }: Choice): string {
    const values = { clause: nameOf(clause), sentence: from, from, to };
    return filled(from === to ? one : many, values);
  }

  function nameOf(clause: string): string {
    const head = document.getElementById(clause)?.querySelector(".clause-head");
    const number = head?.querySelector(".clause-number")?.textContent?.trim();
    const name = number || head?.textContent?.trim() || texts.plain || "";
    const signs = [...name];
    return signs.length > 24 ? `${signs.slice(0, 24).join("")}…` : name;
  }

  async function copy(): Promise<void> {
    if (!choice) return;
    const { clause, from, to } = choice;
    const words = sentencesOf(clause)
      .slice(from - 1, to)
      .map((sentence) => sentence.textContent)
      .join("")
      .trim();
    const url = `${location.origin}${location.pathname}#${encodeURIComponent(clause)}-s${from}`;
    const place = describe(texts.citeOne, texts.citeMany, choice);
    const day = today(document.documentElement.lang);
    const isCopied = await copyText(filled(texts.citation, { words, title: texts.title ?? "", place, url, day }));
    status!.textContent = what!.textContent = (isCopied ? texts.copied : texts.notCopied) ?? "";
  }

  /** The keyboard stops once at every clause, at the sentence where it was last. */
  function makeStops(): void {
    for (const text of section.querySelectorAll(".clause-text")) {
      const first = text.querySelector<HTMLElement>(":scope > [id]");
      if (first) makeStop(first);
    }
    section.dataset.ready = "";
  }

  function makeStop(sentence: HTMLElement): void {
    const before = sentence.parentElement?.querySelector<HTMLElement>("[data-stop]");
    // Taken from the sentence that has the focus, the place in the tab order would take the focus with it.
    if (before !== sentence)
      for (const name of ["data-stop", "tabindex", "role", "aria-pressed", "aria-describedby"])
        before?.removeAttribute(name);
    sentence.dataset.stop = "";
    sentence.tabIndex = 0;
    sentence.setAttribute("role", "button");
    sentence.setAttribute("aria-pressed", String(sentence.dataset.chosen === ""));
    sentence.setAttribute("aria-describedby", texts.keys ?? "");
  }

  function stopIn(clause: string): HTMLElement | null {
    return document.getElementById(clause)?.querySelector<HTMLElement>("[data-stop]") ?? null;
  }
}

function sentenceOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(SENTENCE) : null;
}

function sentencesOf(clause: string): HTMLElement[] {
  return [...(document.getElementById(clause)?.querySelectorAll<HTMLElement>(SENTENCE) ?? [])];
}

/** `c3-s2` is the second sentence of the clause c3. */
function placeOf({ id }: HTMLElement): { clause: string; sentence: number } {
  const [, clause = "", number = ""] = /^(.*)-s(\d+)$/.exec(id) ?? [];
  return { clause, sentence: Number(number) };
}
