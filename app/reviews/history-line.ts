/** A line of the history of a subject as staff read it. */
export interface HistoryLine {
  seq: number;
  at: string;
  kind: string;
  happenedOn: string | null;
  /** With whom they acted for, of a deputy. Null when the platform did it. */
  by: string | null;
  remark: string | null;
  /** Signed on paper: its number, its stated day and who signed. */
  paper: { number: string; statedOn: string; signer: string } | null;
}
