import type { Criterion } from "./scoring";

/** A name, then its weight: 通俗易懂 20. */
const LINE = /^(.*?)[\s:：,，]+(\d{1,3})$/u;

/** Criteria as they are typed, one in a line. A line without its weight weighs nothing, for the rules to refuse. */
export function readCriteria(text: string): Criterion[] {
  const lines = text.split("\n").map((line) => line.trim());
  return lines
    .filter((line) => line !== "")
    .map((line) => {
      const [, name = line, weight = "0"] = LINE.exec(line) ?? [];
      return { name, weight: Number(weight) };
    });
}

export function writeCriteria(criteria: readonly Criterion[]): string {
  return criteria.map(({ name, weight }) => `${name} ${weight}`).join("\n");
}
