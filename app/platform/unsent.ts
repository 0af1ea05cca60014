import { createContext, useContext } from "react";

/** What somebody wrote into the form of a post that was not taken: known even when no page of the form can be shown. */
const Unsent = createContext<string[]>([]);

export const UnsentProvider = Unsent.Provider;

export function useUnsent(): string[] {
  return useContext(Unsent);
}

/** What stands in such a field is never shown again, whatever it looks like. */
const SECRET = /password|token|secret|code|key/i;
/** These begin as the words of whoever wrote to the office: they may be somebody's who is not to be seen any more. */
const OF_OTHERS = /^public(Title|Body)$/;
const IS_SENTENCE = /\p{Script=Han}|\s/u;
const SHORTEST = 10;

/**
 * The sentences of a form, which are hard to write a second time. Choices, marks of the form and whatever else is a word
 * for the machine are left out, and so are secrets and the words of others.
 */
export function wordsIn(fields: Record<string, string[]>): string[] {
  const open = Object.entries(fields).filter(([name]) => !SECRET.test(name) && !OF_OTHERS.test(name));
  const texts = open.flatMap(([, values]) => values.map((value) => value.trim()));
  return [...new Set(texts.filter((text) => text.length >= SHORTEST && IS_SENTENCE.test(text)))];
}
