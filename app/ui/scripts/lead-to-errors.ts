/** A refused form comes back with its list of errors above it: whoever listens or uses the keyboard is led there at once. */
export function leadToErrors(): void {
  document.querySelector<HTMLElement>("#error-summary:not(form *)")?.focus();
}
