import { deskAids } from "~/i18n/zh-CN/desk-aids";
import type { UnitWord } from "~/messages/suggest-unit";
import { readUnitWords } from "~/messages/unit-words-text";
import lines from "./unit-words.txt?raw";
import { demonstrationUnits } from "./units";

/** The words by which the demonstration suggests units; read from unit-words.txt as the office would enter them. */
export function demonstrationUnitWords(): UnitWord[] {
  const { words, reasons } = readUnitWords(lines, demonstrationUnits(), deskAids.words.columns);
  if (reasons.length > 0) throw new Error(`unit-words.txt: line ${reasons[0]?.params?.line}`);
  return words;
}
