import type { Reason } from "~/platform/refusal";
import type { PaperAct } from "~/reviews/paper-signature";
import type { PaperLine, SheetStage, SheetView } from "~/reviews/sheet-view";
import type { MaterialKind, MaterialState } from "./material";
import type { PaperPlace } from "./paper-place";
import type { PlanFields, PolicyFields } from "./policy-fields";
import type { Act, PackageState, Stage, Turn } from "./policy-package";
import type { ReleaseClock } from "./release-clock";
import type { HistoryLine } from "~/reviews/history-line";

/** An act that this person has the right to now, and every reason why it cannot be done yet. */
export interface PolicyOffer {
  act: Act;
  reasons: Reason[];
}

export interface PlanLine {
  id: number;
  kind: MaterialKind;
  dueOn: string | null;
  origin: string;
  /** Days to the day; null without one, or once it is done. */
  left: number | null;
  state: "done" | "ready" | "missing";
}

export interface DeskMaterial {
  slug: string;
  title: string;
  kind: MaterialKind;
  state: MaterialState;
  missing: number;
  isStale: boolean;
}

export interface ShownPapers {
  lines: PaperLine[];
  /** Null when this person may enter none. */
  signers: Partial<Record<PaperAct, { id: string; name: string }[]>> | null;
  /** What may be signed now; null when nothing waits for a signature. */
  part: string | null;
  what: PaperPlace["what"];
  accept: string;
}

/** All that the workbench shows of one package. */
export interface PackageBench {
  policy: PolicyFields &
    PlanFields & {
      slug: string;
      version: number;
      state: PackageState;
      unit: { name: string };
      determinedAttribute: PolicyFields["proposedAttribute"] | null;
      exception: { reason: string; promisedOn: string; isSigned: boolean } | null;
      change: { kind: "correct" | "amend" | "repeal" | "expire"; reason: string; effectiveOn: string } | null;
      text: { number: number } | null;
    };
  stage: Stage;
  turn: Turn | null;
  clauseCount: number;
  /** Every reason why the gate does not open. */
  gate: Reason[];
  /** Not released yet, nor registered without text. */
  isBefore: boolean;
  releasedOn: string | null;
  clock: ReleaseClock | null;
  offers: PolicyOffer[];
  /** 初审、复审、终审 of the package. */
  stages: SheetStage[];
  /** Null when there is nothing to be signed. */
  sheet: { sheet: SheetView; mayFill: boolean } | null;
  /** What a change that waits does to the text, for whoever signs it. */
  proposed: { label: string; before: string; after: string }[];
  /** Signatures on paper; null when there are none and this person may enter none. */
  papers: ShownPapers | null;
  plan: PlanLine[];
  materials: DeskMaterial[];
  /** Titles of what goes public in the same instant as the document. */
  together: string[];
  attachments: { id: string; name: string }[];
  waitingQuestions: number;
  history: HistoryLine[];
}
