import type { Actor } from "~/accounts/actor";
import { maskPersonalData } from "~/privacy/masking";
import { maySeeSender } from "./permissions";

/** The words as this person may read them: numbers and addresses are masked for all but those who handle it. */
export function readable(message: Parameters<typeof maySeeSender>[1], actor: Actor, text: string): string {
  return maySeeSender(actor, message) ? text : maskPersonalData(text).masked;
}
