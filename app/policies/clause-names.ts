import type { Reason } from "~/platform/refusal";
import { because } from "./reasons";

interface Named {
  clauseId: string;
  number: string;
  heading: string;
}

/**
 * Reads the clauses that an officer names as people do: by number (第三条, (九)), by heading or by id, parted by commas
 * or blanks. Refusals: `clause_unknown` with what was not found, at the field.
 */
export function readClauseNames(
  typed: string,
  clauses: readonly Named[],
  field: string,
): { ids: string[]; reasons: Reason[] } {
  const names = typed.split(/[\s、,，;；]+/).filter((name) => name !== "");
  const found = names.map((name) => ({ name, id: idOf(name, clauses) }));
  const unknown = found.filter(({ id }) => id === null).map(({ name }) => name.slice(0, 30));
  return {
    ids: [...new Set(found.flatMap(({ id }) => id ?? []))],
    reasons: unknown.length > 0 ? [because("material_clause_unknown", field, { clauses: unknown.join("、") })] : [],
  };
}

/** The ids as an officer reads them: the clause's number, else its id. A number that two clauses have says nothing. */
export function writeClauseNames(ids: readonly string[], clauses: readonly Named[]): string {
  return ids.map((id) => nameOf(id, clauses)).join("、");
}

function nameOf(id: string, clauses: readonly Named[]): string {
  const name = plain(clauses.find(({ clauseId }) => clauseId === id)?.number ?? "");
  const isClear = name !== "" && clauses.filter(({ number }) => plain(number) === name).length === 1;
  return isClear ? name : id;
}

function idOf(name: string, clauses: readonly Named[]): string | null {
  const wanted = plain(name);
  const byId = clauses.find(({ clauseId }) => clauseId === name);
  if (byId) return byId.clauseId;
  const byNumber = clauses.filter(({ number }) => plain(number) === wanted && wanted !== "");
  if (byNumber.length === 1) return byNumber[0]!.clauseId;
  const byHeading = clauses.filter(({ heading }) => plain(heading) === wanted && wanted !== "");
  return byHeading.length === 1 ? byHeading[0]!.clauseId : null;
}

/** Brackets and the comma after a number (一、) make no difference. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s、．.]/g, "")
    .replace(/[（【〔[]/g, "(")
    .replace(/[）】〕\]]/g, ")");
}
