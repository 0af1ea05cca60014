import { writeTable } from "./chart-table";
import { writeClauseNames } from "./clause-names";
import type { MaterialContent } from "./material-content";

export type MaterialValues = Record<string, string[]>;

interface Named {
  clauseId: string;
  number: string;
  heading: string;
}

/** A material as its form shows it again: one value for each field, several where a field stands several times. */
export function valuesOf(content: MaterialContent, clauses: readonly Named[]): MaterialValues {
  const names = (ids: readonly string[]) => writeClauseNames(ids, clauses);
  switch (content.kind) {
    case "qa":
      return {
        question: content.items.map(({ question }) => question),
        answer: content.items.map(({ answer }) => answer),
        questionClauses: content.items.map((item) => names(item.clauses)),
      };
    case "case":
      return {
        ...singles({ situation: content.situation, rule: content.rule, result: content.result }),
        ...singles({ clauses: names(content.clauses), guideEnd: content.guideEnd }),
        guideQuestion: content.guide.map(({ question }) => question),
        guideNeeded: content.guide.map(({ needed }) => needed),
        guideOtherwise: content.guide.map(({ otherwise }) => otherwise),
        guideClauses: content.guide.map((step) => names(step.clauses)),
      };
    case "chart":
      return singles({
        ...{ form: content.form, table: writeTable(content.table), note: content.note },
        clauses: names(content.clauses),
      });
    default: {
      const { kind: _kind, clauses: ids, ...words } = content;
      return singles({ ...words, clauses: names(ids) });
    }
  }
}

function singles(words: Record<string, string>): MaterialValues {
  return Object.fromEntries(Object.entries(words).map(([name, value]) => [name, [value]]));
}
