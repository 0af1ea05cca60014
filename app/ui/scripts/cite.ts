/** Puts values into a text of the page with gaps such as {clause}; what is put in is not searched for gaps again. */
export function filled(template: string | undefined, values: Record<string, string | number>): string {
  return (template ?? "").replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));
}

/** Today as the reader writes it, by the clock of the place where the document is valid. */
export function today(language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "Asia/Shanghai" }).format(Date.now());
}

/** Whether the words reached the clipboard. The older way serves pages without TLS, where the newer one is missing. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyFromField(text);
  }
}

function copyFromField(text: string): boolean {
  const field = document.createElement("textarea");
  const focused = document.activeElement;
  field.value = text;
  field.className = "visually-hidden";
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return isCopied;
}
