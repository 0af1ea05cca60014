import { sha256 } from "~/platform/ids.server";
import { canonicalJson } from "~/timeline/event";
import type { NamedClause } from "./written-clauses";

/** Of the whole text, under the version's own random id, so that the published text can be shown to be this one. */
export function digestOf(versionId: string, clauses: readonly NamedClause[]): string {
  const text = canonicalJson(
    clauses.map(({ clauseId, level, number, heading, text }) => [clauseId, level, number, heading, text]),
  );
  return sha256(`${versionId}\n${text}`);
}
