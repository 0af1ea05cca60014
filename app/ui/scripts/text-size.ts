const NAME = "text-size";

/** Buttons that make the letters of the document smaller or larger; the choice stays on this device. */
export function setTextSize(section: HTMLElement): void {
  const buttons = [...section.querySelectorAll<HTMLButtonElement>("button[data-size]")];
  for (const button of buttons) button.addEventListener("click", () => choose(button.dataset.size ?? ""));
  choose(kept());

  function choose(size: string): void {
    const known = buttons.find((button) => button.dataset.size === size);
    if (!known) return;
    section.dataset.text = size;
    for (const button of buttons) button.setAttribute("aria-pressed", String(button === known));
    try {
      localStorage.setItem(NAME, size);
    } catch {
      // Not allowed to keep it: it holds for this page.
    }
  }
}

function kept(): string {
  try {
    return localStorage.getItem(NAME) ?? "standard";
  } catch {
    return "standard";
  }
}
