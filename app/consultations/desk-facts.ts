import type { Act, ProposedAct, ShownState, Turn } from "./consultation";
import type { OutcomeClock, PeriodLength } from "./period";
import type { PreparedFields } from "./prepared-fields";
import type { Reason } from "~/platform/refusal";
import type { SheetView } from "~/reviews/sheet-view";
import type { HistoryLine } from "~/reviews/history-line";

/** An act that this person has the right to now, and every reason why it cannot be done yet. */
export interface Offer {
  act: Act;
  reasons: Reason[];
  /** What does not stop it, but should be looked at before. */
  advice: Reason[];
}

/** All that the workbench shows of one consultation. */
export interface WorkbenchFacts {
  consultation: Omit<PreparedFields, "decisionKind" | "showComments"> & {
    decisionKind: string;
    showComments: string;
    slug: string;
    version: number;
    unit: { name: string };
    draftId: string | null;
    revisedDraftId: string | null;
    drafts: { id: string; number: number }[];
    extensions: { fromClosesOn: string; toClosesOn: string; reason: string }[];
    withdrawnReason: string | null;
    previousRoundSlug: string | null;
    nextRoundSlug: string | null;
  };
  state: ShownState;
  /** Whose work it is at present; null for what was imported. */
  preparedBy: string | null;
  turn: Turn | null;
  proposal: { act: ProposedAct; closesOn: string | null; reason: string; by: string | null; isLapsed: boolean } | null;
  offers: Offer[];
  clocks: {
    state: ShownState;
    opensOn: string | null;
    closesOn: string | null;
    daysLeft: number | null;
    period: PeriodLength | null;
    outcomeDays: number;
    outcome: OutcomeClock | null;
    overdue: { sinceClosing: number; overdue: number } | null;
    outcomePublishedOn: string | null;
  };
  late: { sinceClosing: number; overdue: number } | null;
  counts: { received: number; inquired: number; undecided: number; published: number };
  clauseCount: number;
  /** Null when nothing waits for a signature. */
  sheet: SheetView | null;
  attachments: { id: string; name: string }[];
  history: HistoryLine[];
}
