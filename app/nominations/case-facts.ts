import type { PlainDate } from "~/calendar/plain-date";
import type { MaterialKind } from "~/policies/material";
import type { Evidence } from "./evidence";
import type { Half, PublicRoundState } from "./round";

/** A round as everyone may know it: the calendar, and the list once it is published. */
export interface ListedRound {
  key: string;
  year: number;
  half: Half;
  state: PublicRoundState;
  from: PlainDate;
  to: PlainDate;
  opensOn: PlainDate;
  lastDay: PlainDate;
  /** Why the office named another last day than the usual one. */
  lastDayReason: string | null;
  publishedOn: PlainDate | null;
  /** How many cases were selected; null before the list is published. */
  cases: number | null;
}

/** A selected case of a published round. */
export interface ShownCase {
  /** Its place in the list. */
  number: number;
  title: string;
  unit: { code: string; name: string; nameEn: string };
  statement: string;
  reason: string;
  evidence: Evidence;
  /** Those that everyone can still read. */
  materials: { slug: string; kind: MaterialKind; title: string }[];
}

/** How often a unit's cases were selected, in published rounds alone. */
export interface UnitRecord {
  unit: { code: string; name: string; nameEn: string };
  total: number;
  /** By the key of the round. */
  rounds: Record<string, number>;
}
