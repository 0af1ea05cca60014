import type { Reason } from "~/platform/refusal";
import { KINDS, type MessageKind } from "./message";
import type { UnitWord } from "./suggest-unit";

/** How the second column of a line is written: what the words stand for. */
export interface ColumnNames {
  topic: string;
  street: string;
  kinds: Record<MessageKind, string>;
}

const MOST_WORDS = 2_000;
const LONGEST_WORD = 30;

/**
 * Reads lines such as "区住建局 | 事项 | 加装电梯、物业": a unit by name or code, what the words stand for (a topic, a
 * place, or a kind of message in which alone they count), and the words. Every line that cannot be read is a reason.
 */
export function readUnitWords(
  text: string,
  units: readonly { code: string; name: string }[],
  names: ColumnNames,
): { words: UnitWord[]; reasons: Reason[] } {
  const words: UnitWord[] = [];
  const reasons: Reason[] = [];
  text.split("\n").forEach((line, index) => {
    if (line.trim() === "") return;
    const [unitText = "", sortText = "", wordText = "", ...more] = line.split(/[|｜]/).map((cell) => cell.trim());
    const unit = units.find(({ code, name }) => code === unitText || name === unitText);
    const sort = sortOf(sortText, names);
    const found = wordText.split(/[、，,;；\s]+/).filter((word) => word !== "");
    const isReadable = unit && sort && found.length > 0 && more.length === 0;
    if (!isReadable || found.some((word) => [...word].length > LONGEST_WORD)) {
      reasons.push({ code: "unit_words_line", field: "words", params: { line: index + 1 } });
    } else words.push(...found.map((word) => ({ unit: unit.code, word, ...sort })));
  });
  if (words.length > MOST_WORDS) {
    reasons.push({ code: "unit_words_too_many", field: "words", params: { maximum: MOST_WORDS } });
  }
  return { words, reasons };
}

/** The lines that `readUnitWords` reads the same words from. */
export function writeUnitWords(
  words: readonly UnitWord[],
  units: readonly { code: string; name: string }[],
  names: ColumnNames,
): string {
  const lines = new Map<string, string[]>();
  for (const { unit, sort, word, messageKind } of words) {
    const name = units.find(({ code }) => code === unit)?.name ?? unit;
    const column = messageKind === null ? names[sort] : names.kinds[messageKind as MessageKind];
    const start = `${name} | ${column}`;
    lines.set(start, [...(lines.get(start) ?? []), word]);
  }
  return [...lines].map(([start, found]) => `${start} | ${found.join("、")}`).join("\n");
}

function sortOf(text: string, names: ColumnNames): Pick<UnitWord, "sort" | "messageKind"> | null {
  if (text === names.topic) return { sort: "topic", messageKind: null };
  if (text === names.street) return { sort: "street", messageKind: null };
  const kind = KINDS.find((one) => names.kinds[one] === text);
  return kind ? { sort: "topic", messageKind: kind } : null;
}
