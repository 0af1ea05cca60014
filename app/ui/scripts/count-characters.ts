const TELL_FROM = 0.8;

/** Says how much room is left once a text comes near its limit (`data-limit`); nothing is ever cut off. */
export function countCharacters(): void {
  for (const field of document.querySelectorAll<HTMLTextAreaElement>("textarea[data-limit]")) {
    const said = field.parentElement?.querySelector<HTMLElement>("[data-count]");
    if (!said) continue;
    const tell = () => say(said, field.value.length, Number(field.dataset.limit));
    field.addEventListener("input", tell);
    tell();
  }
}

function say(place: HTMLElement, length: number, limit: number): void {
  const left = limit - length;
  const text = left >= 0 ? place.dataset.left : place.dataset.over;
  place.classList.toggle("count-over", left < 0);
  place.textContent = length < limit * TELL_FROM ? "" : (text ?? "").replace("{count}", String(Math.abs(left)));
}
