export type YearState = "built_in" | "saved" | "unpublished" | "unknown";

export interface YearSummary {
  year: number;
  state: YearState;
  rest: number;
  work: number;
  source: string;
  changedAt: string | null;
  changedBy: string | null;
}

/** The fields of the form that edits a year, as they are now. */
export interface YearDraft {
  year: number;
  rest: string;
  work: string;
  source: string;
  isPublished: boolean;
  savedAt: string;
}
