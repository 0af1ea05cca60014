/** A refused form comes back with its list of errors: whoever listens or uses the keyboard is led there at once. */
export function leadToErrors(): void {
  document.getElementById("error-summary")?.focus();
}
