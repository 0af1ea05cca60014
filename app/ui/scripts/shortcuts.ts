const SWITCH = "shortcuts";

/**
 * Single keys for what staff do all day, on pages marked `data-shortcuts="address of their list"`. A link or button says
 * its own key in `aria-keyshortcuts`; `j` `k` `x` walk the list of the page. They can be switched off (WCAG 2.1.4).
 */
export function listenForShortcuts(): void {
  const list = document.querySelector<HTMLElement>("[data-shortcuts]")?.dataset.shortcuts;
  if (list === undefined) return;
  offerSwitch();
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target) || isOff())
      return;
    if (event.key === "?" ? showList(list) : act(event.key)) event.preventDefault();
  });
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.matches("textarea, select, input:not([type=checkbox], [type=radio])") || target.closest("dialog") !== null
  );
}

function act(key: string): boolean {
  switch (key) {
    case "/":
      return focus(document.querySelector<HTMLElement>("form[role=search] input:not([type=hidden])"));
    case "j":
      return step(1);
    case "k":
      return step(-1);
    case "x":
      return toggle();
  }
  const target = [...document.querySelectorAll<HTMLElement>("[aria-keyshortcuts]")].find(
    (element) => element.getAttribute("aria-keyshortcuts") === key,
  );
  target?.click();
  return target !== undefined;
}

// ---- The list of the page -----------------------------------------------------------------------------------------

const ROWS = "main tbody tr, main article";

function step(by: number): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>(ROWS)].filter((row) => handleOf(row));
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const row = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by];
  return row !== undefined && focus(handleOf(row));
}

function handleOf(row: HTMLElement): HTMLElement | null {
  return row.querySelector("input[type=checkbox], a");
}

function toggle(): boolean {
  const box = document.activeElement?.closest(ROWS)?.querySelector<HTMLInputElement>("input[type=checkbox]");
  box?.click();
  return box !== undefined && box !== null;
}

function focus(element: HTMLElement | null): boolean {
  element?.focus();
  element?.scrollIntoView({ block: "nearest" });
  return element !== null;
}

// ---- The list of shortcuts ----------------------------------------------------------------------------------------

/** Shows the page of shortcuts above this one, so that nothing typed is left. */
function showList(address: string): boolean {
  if (!document.getElementById("shortcuts")) void openList(address);
  return true;
}

async function openList(address: string): Promise<void> {
  const answer = await fetch(address);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const list = page.getElementById("shortcuts");
  if (!answer.ok || !list) return location.assign(address);
  const dialog = document.createElement("dialog");
  dialog.className = "shortcuts-dialog";
  dialog.setAttribute("aria-labelledby", "shortcuts");
  dialog.append(document.importNode(list, true));
  const close = document.createElement("button");
  close.className = "button button-plain";
  close.textContent = list.dataset.close ?? "×";
  close.addEventListener("click", () => dialog.close());
  dialog.append(close);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

// ---- Switching them off -------------------------------------------------------------------------------------------

function isOff(): boolean {
  try {
    return localStorage.getItem(SWITCH) === "off";
  } catch {
    return false;
  }
}

/** The switch does nothing without this script, so it is shown by it. */
function offerSwitch(): void {
  const part = document.querySelector<HTMLElement>("[data-shortcuts-switch]");
  const box = part?.querySelector<HTMLInputElement>("input");
  if (!part || !box) return;
  part.hidden = false;
  box.checked = !isOff();
  box.addEventListener("change", () => localStorage.setItem(SWITCH, box.checked ? "on" : "off"));
}
