import { isSamePerson, type Actor } from "~/accounts/actor";
import type { Reason } from "~/platform/refusal";
import { mediaRefusals, type MediaFacts } from "./media-file";
import { because } from "./reasons";

/** What stands beside a file for people who do not hear or see it. */
export interface Words {
  captions: string | null;
  transcript: string | null;
  textAlternative: string | null;
}

export interface WordsFacts extends MediaFacts {
  isPublic: boolean;
  /** Whether what shows the file may be written now; a file that nothing shows is open. */
  isOpen: boolean;
  /** The correction that nobody has signed or refused yet. */
  waiting: { writtenById: string } | null;
}

export const MAX_NOTE = 500;

/**
 * Why the words of a file cannot be changed. What is public is only corrected: by a new version with a 更正说明, which
 * another person signs. What is being signed with its material stays as it is until then.
 */
export function wordsRefusals(facts: WordsFacts, words: Words, note: string | null): Reason[] {
  const isSame = (["captions", "transcript", "textAlternative"] as const).every((name) => facts[name] === words[name]);
  return [
    ...(facts.isPublic || facts.isOpen ? [] : [because("words_under_review")]),
    ...(facts.waiting ? [because("words_wait")] : []),
    ...(isSame ? [because("words_unchanged")] : []),
    ...(facts.isPublic && !note ? [because("words_note_missing", "note")] : []),
    ...mediaRefusals({ ...facts, ...words }).filter(({ field }) => field !== undefined && field in words),
  ];
}

/** Why this person cannot sign or refuse a correction: two pairs of eyes, also across principal and deputy. */
export function correctionRefusals({ waiting }: Pick<WordsFacts, "waiting">, actor: Actor): Reason[] {
  if (!waiting) return [because("no_words_waiting")];
  return isSamePerson(actor, waiting.writtenById) ? [because("correction_same_person")] : [];
}
