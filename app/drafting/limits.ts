/** What one text may hold. The clauses written out with their heads are longer than the source they were cut from. */
export const MAX_DRAFT = 300_000;
export const MAX_DRAFT_CLAUSES = 3_000;
export const MAX_WRITTEN_DRAFT = 2 * MAX_DRAFT;
