/**
 * What the holder of a receipt proves knowledge of: the last four digits of a phone number, of a mail address the last
 * four characters before @, of any other contact its last four characters; empty when no contact was left. Full-width
 * forms and capitals make no difference.
 */
export function contactTail(contact: string | null): string {
  const text = readTail(contact ?? "");
  const at = text.lastIndexOf("@");
  if (at >= 0) return lastFour(text.slice(0, at));
  const digits = text.replace(/\D/g, "");
  return lastFour(digits.length >= 4 ? digits : text);
}

/** A typed tail, as it is compared. */
export function readTail(typed: string): string {
  return typed.normalize("NFKC").replace(/\s/g, "").toLowerCase();
}

function lastFour(text: string): string {
  return [...text].slice(-4).join("");
}
