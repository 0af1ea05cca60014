const SHOWN_FOR = 8000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says in passing that something happened; `name` is that of the text the page brought along (`data-refreshed`). */
export function toast(name: string): void {
  const place = document.querySelector<HTMLElement>("[data-toast]");
  const text = place?.dataset[name];
  if (!place || !text) return;
  place.textContent = text;
  clearTimeout(timer);
  timer = setTimeout(() => (place.textContent = ""), SHOWN_FOR);
}
