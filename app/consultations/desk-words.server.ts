import { maskName, maskPersonalData } from "~/privacy/masking";
import type { WordRun } from "./processing-facts";

/**
 * A person's words for the desk. The handling officer reads all, with what will be masked marked; everyone else reads
 * them masked. `most` cuts long words for lists; a cut ends with an ellipsis.
 */
export function deskWords(text: string, { isUnmasked, most }: { isUnmasked: boolean; most?: number }): WordRun[] {
  const { masked, found } = maskPersonalData(text);
  if (!isUnmasked) return cut([{ text: masked, isPersonal: false }], most);
  const runs: WordRun[] = [];
  let at = 0;
  for (const { from, to } of found) {
    runs.push({ text: text.slice(at, from), isPersonal: false }, { text: text.slice(from, to), isPersonal: true });
    at = to;
  }
  runs.push({ text: text.slice(at), isPersonal: false });
  return cut(
    runs.filter((run) => run.text !== ""),
    most,
  );
}

export function deskName(name: string | null, submitter: string, isUnmasked: boolean): string | null {
  if (name === null || isUnmasked) return name;
  return maskName(name, { isOrganisation: submitter !== "person" });
}

/** A contact as whoever does not handle it may see it: that there is one, and of what kind. */
export function deskContact(contact: string | null, isUnmasked: boolean): string | null {
  if (contact === null || isUnmasked) return contact;
  const characters = [...contact.trim()];
  return characters.length <= 4 ? "****" : `${characters[0]}****${characters.at(-1)}`;
}

function cut(runs: WordRun[], most: number | undefined): WordRun[] {
  if (most === undefined) return runs;
  const shown: WordRun[] = [];
  let left = most;
  for (const run of runs) {
    const characters = [...run.text];
    if (characters.length > left) return [...shown, { ...run, text: `${characters.slice(0, left).join("")}…` }];
    shown.push(run);
    left -= characters.length;
  }
  return shown;
}
