const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, th, td, blockquote, figcaption, legend, label, summary";
const SILENT = "nav, [hidden], .visually-hidden, .print-only, .clause-tools, .aids, .no-read";

export interface Passage {
  element: Element;
  sentences: string[];
  language: string;
}

/** What is read out of a page, in its order: a clause with its number as one passage, else paragraph by paragraph. */
export function passagesOf(main: Element): Passage[] {
  const found = [...main.querySelectorAll(`.clause-main, ${BLOCKS}`)];
  return found.filter(isRead).flatMap((element) => {
    const sentences = cut(textOf(element));
    const language = element.closest("[lang]")?.getAttribute("lang") ?? "zh-CN";
    return sentences.length > 0 ? [{ element, sentences, language }] : [];
  });
}

function isRead(element: Element): boolean {
  if (element.closest(SILENT) || element.getClientRects().length === 0) return false;
  if (element.matches(".clause-main")) return true;
  return !element.closest(".clause-main") && !element.querySelector(BLOCKS);
}

function textOf(element: Element): string {
  if (!element.matches(".clause-main")) return element.textContent ?? "";
  const parts = [...element.querySelectorAll(".clause-head, .clause-text, .clause-note")];
  return parts.map((part) => part.textContent ?? "").join(" ");
}

/** Sentence by sentence: some browsers fall silent in the middle of a long text. */
function cut(text: string): string[] {
  return (text.replace(/\s+/g, " ").match(/[^。！？；.!?;]+[。！？；.!?;]*/g) ?? [])
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}
