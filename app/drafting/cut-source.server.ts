import { readFile } from "node:fs/promises";
import type { PostedFile } from "~/platform/posted-form.server";
import { Refused, type Reason } from "~/platform/refusal";
import { cutMarkdown, type CutDraft } from "./clauses";
import type { WrittenClause } from "./draft-text";
import { importDraft } from "./import-draft.server";
import { keepIds } from "./keep-ids";

export interface CutSource {
  title: string;
  clauses: WrittenClause[];
  /** How many clauses were found again in the version before. */
  kept: number;
  /** What the drafter should look at before confirming. */
  warnings: Reason[];
}

/**
 * Cuts a file or a pasted text into clauses for the drafter to confirm, with the ids of the clauses they were before.
 * Nothing is saved. Refusals: `draft_source_missing`, those of `importDraft`.
 */
export async function cutSource(
  { source, file }: { source: string | null; file: PostedFile | undefined },
  previous: readonly (WrittenClause & { clauseId: string; position: number })[],
): Promise<CutSource> {
  const { title, clauses, warnings } = await read(source, file);
  const before = previous.map(({ clauseId, ...clause }) => ({ ...clause, id: clauseId }));
  const written = keepIds(before, clauses, () => "").map(({ id, level, number, heading, text }) => ({
    clauseId: id || null,
    ...{ level, number, heading, text },
    note: previous.find(({ clauseId }) => clauseId === id)?.note ?? null,
  }));
  return { title, clauses: written, kept: written.filter(({ clauseId }) => clauseId !== null).length, warnings };
}

async function read(source: string | null, file: PostedFile | undefined): Promise<CutDraft & { warnings: Reason[] }> {
  if (file) return importDraft({ fileName: file.fileName, bytes: await readFile(file.path) });
  if (source === null) throw new Refused([{ code: "draft_source_missing", field: "source" }]);
  return { ...cutMarkdown(source), warnings: [] };
}
