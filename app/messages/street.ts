import { normalise } from "~/wording/bigrams";
import type { UnitWord } from "./suggest-unit";

/**
 * The street (街道) a message is about: the one whose places its words name. Null when they name none, or places of
 * several: then the office says it when it assigns. The names are data of the district, those that dispatch uses.
 */
export function streetOf(
  { title, body }: { title: string; body: string },
  words: readonly UnitWord[],
  streets: ReadonlySet<string>,
): string | null {
  const text = normalise(`${title}\n${body}`);
  const named = words.filter(({ unit, sort, messageKind, word }) => {
    const plain = normalise(word);
    return sort === "street" && messageKind === null && streets.has(unit) && plain !== "" && text.includes(plain);
  });
  const found = new Set(named.map(({ unit }) => unit));
  return found.size === 1 ? [...found][0]! : null;
}
