import { toast } from "./toast";
import { href } from "~/ui/href";

/**
 * Keeps what is typed into a form marked `data-keep="name"` on this device until it is sent, for people whose
 * connection or battery ends first. Only long texts and their title: name, contact and files are never kept, as the
 * computer may be shared.
 */
export function keepDrafts(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-keep]")) {
    const name = `draft:${form.dataset.keep}`;
    restore(form, name);
    form.addEventListener("input", () => save(form, name));
    form.addEventListener("submit", () => sessionStorage.setItem("sent", name));
  }
  forgetSent();
}

function keptFields(form: HTMLFormElement): (HTMLTextAreaElement | HTMLInputElement)[] {
  return [...form.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>("textarea, input[name=title]")];
}

function save(form: HTMLFormElement, name: string): void {
  const values = Object.fromEntries(keptFields(form).map((field) => [field.name, field.value]));
  try {
    localStorage.setItem(name, JSON.stringify(values));
  } catch {
    // No room or not allowed: the form works all the same.
  }
}

function restore(form: HTMLFormElement, name: string): void {
  const text = localStorage.getItem(name);
  if (!text) return;
  const values = JSON.parse(text) as Record<string, string>;
  for (const field of keptFields(form)) {
    const value = values[field.name];
    if (field.value !== "" || !value) continue;
    field.value = value;
    toast("restored");
  }
}

/** A receipt proves that the words arrived; only then are they forgotten here. */
function forgetSent(): void {
  const sent = sessionStorage.getItem("sent");
  if (!sent || !location.pathname.startsWith(href("/receipts/"))) return;
  localStorage.removeItem(sent);
  sessionStorage.removeItem("sent");
}
