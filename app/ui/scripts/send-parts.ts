const PART_BYTES = 4 * 1024 * 1024;
const AGAIN_AFTER_MS = 3000;
const MOST_TRIES = 200;

interface State {
  id: string;
  size: number;
  offset: number;
}

/**
 * In a form marked `data-parts="address"`, a long file goes ahead in parts, with a bar that shows how far it is. When
 * the connection breaks, it goes on from where it broke, also after the page was closed and the same file chosen again.
 * Short files, and all files without this script, go with the form.
 */
export function sendParts(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-parts]")) {
    form.addEventListener("submit", (event) => {
      const fields = [...form.querySelectorAll<HTMLInputElement>("input[type=file]")].filter(isLong);
      if (fields.length === 0) return;
      event.preventDefault();
      void sendAhead(form, fields, (event as SubmitEvent).submitter as HTMLButtonElement | null);
    });
  }
}

function isLong(field: HTMLInputElement): boolean {
  return (field.files?.[0]?.size ?? 0) > PART_BYTES;
}

async function sendAhead(form: HTMLFormElement, fields: HTMLInputElement[], button: HTMLButtonElement | null) {
  if (button) button.disabled = true;
  for (const field of fields) {
    const bar = barAfter(field, form);
    const file = field.files![0]!;
    const id = await send(file, form, bar);
    if (id) {
      form.querySelector<HTMLInputElement>(`input[name="${field.name}Upload"]`)!.value = id;
      field.value = "";
    }
    bar.remove();
  }
  if (button) button.disabled = false;
  // What could not go ahead goes with the form; the server says what is wrong with it.
  const act = document.createElement("input");
  act.type = "hidden";
  act.name = button?.name ?? "act";
  act.value = button?.value ?? "";
  form.append(act);
  form.submit();
}

async function send(file: File, form: HTMLFormElement, bar: HTMLElement): Promise<string | null> {
  const address = form.dataset.parts!;
  const name = `upload:${file.name}:${file.size}:${file.lastModified}`;
  let state = await known(address, name, file.size);
  for (let tries = 0; state.offset < file.size && tries < MOST_TRIES;) {
    try {
      state = state.id ? await sendPart(address, state, file) : await begin(address, file);
      localStorage.setItem(name, state.id);
      show(bar, state.offset, file.size, "");
      tries = 0;
    } catch (error) {
      if (error instanceof Refused) return null;
      tries += 1;
      show(bar, state.offset, file.size, form.dataset.interrupted ?? "");
      await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
      state = state.id ? ((await ask(address, state.id)) ?? state) : state;
    }
  }
  localStorage.removeItem(name);
  return state.offset === file.size ? state.id : null;
}

class Refused extends Error {}

async function known(address: string, name: string, size: number): Promise<State> {
  const id = localStorage.getItem(name);
  const state = id ? await ask(address, id) : null;
  return state && state.size === size ? state : { id: "", size, offset: 0 };
}

async function ask(address: string, id: string): Promise<State | null> {
  const answer = await fetch(`${address}/${id}`).catch(() => null);
  return answer?.ok ? ((await answer.json()) as State) : null;
}

async function begin(address: string, file: File): Promise<State> {
  const body = new URLSearchParams({ fileName: file.name, size: String(file.size) });
  return stateIn(await fetch(address, { method: "POST", body }));
}

async function sendPart(address: string, { id, offset }: State, file: File): Promise<State> {
  const headers = { "Upload-Offset": String(offset), "Content-Type": "application/octet-stream" };
  const body = file.slice(offset, offset + PART_BYTES);
  return stateIn(await fetch(`${address}/${id}`, { method: "PUT", headers, body }));
}

/** 409 says where the next part begins; any other refusal is final. */
async function stateIn(answer: Response): Promise<State> {
  if (answer.ok || answer.status === 409) return (await answer.json()) as State;
  if (answer.status < 500) throw new Refused();
  throw new Error(String(answer.status));
}

function barAfter(field: HTMLInputElement, form: HTMLFormElement): HTMLElement {
  const box = document.createElement("div");
  box.className = "upload-progress";
  const bar = document.createElement("progress");
  bar.max = 100;
  bar.value = 0;
  bar.setAttribute("aria-label", form.dataset.progress ?? "");
  const words = document.createElement("p");
  words.setAttribute("role", "status");
  box.append(bar, words);
  field.after(box);
  return box;
}

function show(box: HTMLElement, sent: number, size: number, words: string): void {
  const percent = Math.floor((sent / size) * 100);
  box.querySelector("progress")!.value = percent;
  box.querySelector("p")!.textContent = words || `${percent}%`;
}
