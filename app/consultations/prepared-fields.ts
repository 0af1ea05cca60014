import type { PlainDate } from "~/calendar/plain-date";
import type { DecisionKind } from "./period";

/** What the officer enters. Half of it may be saved; submitting asks for the rest. */
export interface PreparedFields {
  title: string;
  titleEn: string | null;
  summary: string;
  summaryEn: string | null;
  decisionKind: DecisionKind;
  explanatoryNote: string;
  legalBasis: string;
  opensOn: PlainDate | null;
  closesOn: PlainDate | null;
  shortenedReason: string | null;
  resultsPlan: string | null;
  contactName: string;
  contactPhone: string;
  contactEmail: string | null;
  contactAddress: string | null;
  meetingNote: string | null;
  showComments: "during" | "after";
  askStance: boolean;
}
