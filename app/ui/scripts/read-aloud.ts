import { passagesOf, type Passage } from "./passages";

/**
 * Reads a page out with the browser's own voice, clause by clause, and marks where it is. The button is offered only
 * where there is such a voice; the player is made of plain buttons, and Escape stops it.
 */
export function offerReadingAloud(): void {
  const group = document.querySelector<HTMLElement>("[data-reader]");
  const player = document.querySelector<HTMLElement>("[data-reader-player]");
  if (!group || !player || !("speechSynthesis" in window)) return;
  const start = group.querySelector<HTMLButtonElement>("[data-reader-start]");
  const toggle = player.querySelector<HTMLButtonElement>("[data-reader-toggle]");
  if (!start || !toggle) return;
  group.hidden = false;
  const reader = new Reader(player, toggle, start);
  start.addEventListener("click", () => reader.begin());
  toggle.addEventListener("click", () => reader.toggle());
  player.querySelector("[data-reader-stop]")?.addEventListener("click", () => reader.stop());
  for (const step of player.querySelectorAll<HTMLElement>("[data-reader-step]")) {
    step.addEventListener("click", () => reader.step(Number(step.dataset.readerStep)));
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !player.hidden) reader.stop();
  });
  // A voice that reads on after its page is gone would be somebody else's noise.
  addEventListener("pagehide", () => speechSynthesis.cancel());
}

class Reader {
  private passages: Passage[] = [];
  private at = 0;
  private sentence = 0;
  private isPaused = false;
  private readonly pauseText: string;
  private readonly resumeText: string;

  constructor(
    private readonly player: HTMLElement,
    private readonly button: HTMLButtonElement,
    private readonly start: HTMLButtonElement,
  ) {
    this.pauseText = button.textContent ?? "";
    this.resumeText = button.dataset.resume ?? "";
  }

  begin(): void {
    const main = document.querySelector("main");
    this.passages = main ? passagesOf(main) : [];
    if (this.passages.length === 0) return;
    this.player.hidden = false;
    document.documentElement.dataset.speaking = "";
    this.button.focus();
    this.go(0);
  }

  toggle(): void {
    if (this.isPaused) this.speak();
    else this.rest();
  }

  step(by: number): void {
    this.go(Math.min(Math.max(this.at + by, 0), this.passages.length - 1));
  }

  stop(): void {
    this.rest();
    this.unmark();
    this.player.hidden = true;
    delete document.documentElement.dataset.speaking;
    this.start.focus();
  }

  private go(to: number): void {
    this.unmark();
    this.at = to;
    this.sentence = 0;
    const element = this.passages[to]?.element;
    element?.classList.add("read-now");
    element?.scrollIntoView({ block: "center" });
    this.speak();
  }

  private speak(): void {
    speechSynthesis.cancel();
    this.isPaused = false;
    this.button.textContent = this.pauseText;
    const passage = this.passages[this.at];
    const text = passage?.sentences[this.sentence];
    if (!passage || text === undefined) return this.stop();
    const said = new SpeechSynthesisUtterance(text);
    said.lang = passage.language;
    const [at, sentence] = [this.at, this.sentence];
    // What was cancelled also ends; only the sentence that is due leads to the next.
    said.onend = () => {
      if (!this.isPaused && this.at === at && this.sentence === sentence) this.next();
    };
    said.onerror = ({ error }) => {
      if (error !== "canceled" && error !== "interrupted") this.stop();
    };
    speechSynthesis.speak(said);
  }

  private next(): void {
    const passage = this.passages[this.at];
    if (passage && this.sentence + 1 < passage.sentences.length) {
      this.sentence += 1;
      this.speak();
    } else if (this.at + 1 < this.passages.length) this.go(this.at + 1);
    else this.stop();
  }

  /** Begins the sentence again when going on: browsers differ too much in what they remember of a pause. */
  private rest(): void {
    this.isPaused = true;
    this.button.textContent = this.resumeText;
    speechSynthesis.cancel();
  }

  private unmark(): void {
    this.passages[this.at]?.element.classList.remove("read-now");
  }
}
