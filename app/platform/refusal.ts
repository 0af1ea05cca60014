/** Why something is refused: a code whose text stands in app/i18n, the field it belongs to, and what the text needs. */
export interface Reason {
  code: string;
  field?: string;
  params?: Record<string, string | number>;
}

export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429;

/** An expected failure. Verbs throw it; routes answer with the same page, its reasons and this status. */
export class Refused extends Error {
  constructor(
    readonly reasons: Reason[],
    readonly status: RefusalStatus = 422,
  ) {
    super(reasons.map((reason) => reason.code).join(", "));
    this.name = "Refused";
  }
}

/** What does not exist and what this person may not know of get the same answer. */
export function refuseAsNotFound(): Refused {
  return new Refused([{ code: "not_found" }], 404);
}

export function requireNone(reasons: Reason[], status: RefusalStatus = 422): void {
  if (reasons.length > 0) throw new Refused(reasons, status);
}
