/** A printed page says by itself which address it came from and when it was printed. */
export function recordPrinting(): void {
  addEventListener("beforeprint", () => {
    const address = document.querySelector("[data-print-address]");
    const time = document.querySelector<HTMLElement>("[data-print-time]");
    if (address) address.textContent = location.href;
    const at = time?.querySelector("span");
    if (!time || !at) return;
    at.textContent = new Intl.DateTimeFormat(document.documentElement.lang, {
      dateStyle: "long",
      timeStyle: "short",
      timeZone: "Asia/Shanghai",
    }).format(new Date());
    time.hidden = false;
  });
}
