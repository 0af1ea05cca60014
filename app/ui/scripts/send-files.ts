import { formatFileSize } from "~/i18n/format";

/** Below this the browser's own sending is over before anyone could read a figure. */
const WORTH_SHOWING = 256 * 1024;

/**
 * Lists the files that were chosen, warns of those that are too large, and shows how far sending has come. The post is
 * the form's own; what the server answers becomes the page, so a refusal looks the same as without this script.
 */
export function sendFiles(renew: () => void): void {
  for (const input of document.querySelectorAll<HTMLInputElement>("input[type=file][data-max-bytes]")) {
    const form = input.form;
    const view = input.closest(".file-field")?.querySelector<HTMLElement>("[data-upload]");
    if (!form || !view) continue;
    input.addEventListener("change", () => list(input));
    // Such a form sends its files ahead in parts and shows that itself.
    if (form.dataset.parts !== undefined) continue;
    form.addEventListener("submit", (event) => {
      // A long file that goes ahead in parts shows how far it is by itself.
      if (event.defaultPrevented || totalOf(form) < WORTH_SHOWING) return;
      event.preventDefault();
      send(form, event.submitter, view, renew);
    });
  }
}

function list(input: HTMLInputElement): void {
  const place = input.closest(".file-field")?.querySelector<HTMLElement>("[data-chosen]");
  const most = Number(input.dataset.maxBytes);
  const lines = [...(input.files ?? [])].map(({ name, size }) => {
    const line = document.createElement("li");
    const isTooLarge = size > most;
    line.className = isTooLarge ? "chosen-too-large" : "";
    line.textContent = [name, formatFileSize(size), isTooLarge ? place?.dataset.tooLarge : ""]
      .filter(Boolean)
      .join(" · ");
    return line;
  });
  place?.replaceChildren(...lines);
}

function totalOf(form: HTMLFormElement): number {
  return [...new FormData(form).values()].reduce((sum, value) => sum + (value instanceof File ? value.size : 0), 0);
}

function send(form: HTMLFormElement, submitter: HTMLElement | null, view: HTMLElement, renew: () => void): void {
  const request = new XMLHttpRequest();
  const bar = view.querySelector("progress");
  const percent = view.querySelector("[data-upload-percent]");
  const buttons = form.querySelectorAll<HTMLButtonElement>("button:not([data-upload-cancel])");
  const end = (isFailed: boolean) => {
    buttons.forEach((button) => (button.disabled = false));
    view.dataset.upload = isFailed ? "failed" : "";
    view.hidden = !isFailed;
  };
  const data = new FormData(form, submitter);
  buttons.forEach((button) => (button.disabled = true));
  view.hidden = false;
  view.dataset.upload = "running";
  view.scrollIntoView({ block: "nearest" });
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    const value = Math.floor((loaded / total) * 100);
    if (bar) bar.value = value;
    if (percent) percent.textContent = `${value}%`;
  });
  request.addEventListener("error", () => end(true));
  request.addEventListener("abort", () => end(false));
  request.addEventListener("load", () => arrive(request, renew));
  view.querySelector("[data-upload-cancel]")?.addEventListener("click", () => request.abort(), { once: true });
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "text/html");
  request.send(data);
}

/** A redirect was followed: its page is where to go. Anything else is the answer itself, with all that was typed. */
function arrive(request: XMLHttpRequest, renew: () => void): void {
  if (request.status < 400) return location.assign(request.responseURL);
  const fresh = new DOMParser().parseFromString(request.responseText, "text/html");
  document.title = fresh.title;
  document.body.replaceWith(fresh.body);
  renew();
}
