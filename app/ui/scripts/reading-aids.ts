/**
 * Text size and contrast beyond what the server keeps pages for: chosen here, kept on this device, set as attributes
 * that the style sheet knows. The switch appears only with this script; without it large text is the way.
 */
export function offerReadingAids(): void {
  const panel = document.getElementById("reading-aids");
  const item = document.querySelector<HTMLElement>("[data-aids-switch]");
  const button = item?.querySelector("button");
  if (!panel || !item || !button) return;
  item.classList.remove("aids-waiting");
  button.addEventListener("click", () => {
    panel.hidden = !panel.hidden;
    button.setAttribute("aria-expanded", String(!panel.hidden));
  });
  for (const choice of panel.querySelectorAll<HTMLButtonElement>("[data-aid]")) {
    choice.addEventListener("click", () => choose(choice.dataset.aid ?? "", choice.value));
  }
  for (const name of NAMES) show(name, document.documentElement.dataset[name] ?? "");
}

const NAMES = ["size", "contrast"];

function choose(name: string, value: string): void {
  try {
    localStorage.setItem(`aid:${name}`, value);
  } catch {
    // Not allowed here: the choice lasts as long as the page.
  }
  show(name, value);
}

function show(name: string, value: string): void {
  if (value) document.documentElement.dataset[name] = value;
  else delete document.documentElement.dataset[name];
  for (const choice of document.querySelectorAll<HTMLButtonElement>(`[data-aid="${name}"]`)) {
    choice.setAttribute("aria-pressed", String(choice.value === value));
  }
}
