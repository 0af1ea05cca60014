import type { Reason } from "~/platform/refusal";
import type { CheckKind, Stage } from "./release-sheet";
import type { PaperAct } from "./paper-signature";
import type { Hit } from "./screened-term";
import type { StageState } from "./stages";

export interface PaperLine {
  id: number;
  part: string;
  act: PaperAct;
  number: string;
  statedOn: string;
  signer: string;
  enteredBy: string;
  settledBy: string | null;
  /** Null while it waits for a second person. */
  isVerified: boolean | null;
  reason: string | null;
  scans: { id: string; name: string }[];
}

/** Signatures on paper as the page of what they sign shows them. */
export interface ShownPapers {
  lines: PaperLine[];
  /** Null when this person may enter none. */
  signers: Partial<Record<PaperAct, { id: string; name: string }[]>> | null;
  /** What may be signed now; null when nothing waits for its signature. */
  part: string | null;
  accept: string;
  maxBytes: number;
}

/** One of the three reviews, and who did it. */
export interface SheetStage {
  stage: Stage;
  state: StageState["state"];
  by: string | null;
}

/** A release sheet as its page shows it. */
export interface SheetView {
  /** Empty: it may be signed. */
  reasons: Reason[];
  checks: { kind: CheckKind; isCleared: boolean; note: string | null; isOutdated: boolean; by: string; at: string }[];
  hits: (Hit & { key: string; isOpen: boolean; reason: string | null; by: string | null })[];
  /** Null when no outside checker is set. */
  outside: { isCurrent: boolean; failure: string | null; key: string } | null;
  papers: PaperLine[];
}
