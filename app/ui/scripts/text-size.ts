const NAME = "text-size";

/** Buttons that make the letters of the document smaller or larger; the choice stays on this device. */
export function setTextSize(section: HTMLElement): void {
  const buttons = [...section.querySelectorAll<HTMLButtonElement>("button[data-size]")];
  for (const button of buttons) button.addEventListener("click", () => choose(button.dataset.size ?? ""));
  show(document.documentElement.dataset.text ?? "standard");

  function choose(size: string): void {
    document.documentElement.dataset.text = size;
    show(size);
    try {
      localStorage.setItem(NAME, size);
    } catch {
      // Not allowed to keep it: it holds for this page.
    }
  }

  function show(size: string): void {
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.size === size));
  }
}
