import type { PlainDate } from "~/calendar/plain-date";
import type { MaterialKind } from "~/policies/material";

/** 三同步: kept, excepted by a leader's public signature, or followed later where the rules leave it to the drafter. */
export const THREE_SYNC = ["kept", "exception", "later"] as const;
export type ThreeSync = (typeof THREE_SYNC)[number];

export interface EvidenceMaterial {
  slug: string;
  kind: MaterialKind;
  title: string;
  releasedOn: PlainDate;
}

/** What the record says of a case. It is frozen when the unit submits, so that everyone judges the same figures. */
export interface Evidence {
  policy: {
    slug: string;
    title: string;
    documentNumber: string | null;
    signedOn: PlainDate | null;
    releasedOn: PlainDate;
  };
  threeSync: ThreeSync;
  exceptionReason: string | null;
  materials: EvidenceMaterial[];
  /** Working days from 成文 to publication; null for a document without a day of signing. */
  workingDays: number | null;
  readings: number;
  ratings: { yes: number; partly: number; no: number };
  /** The day on which the record was read; readings are counted up to the evening before. */
  asOf: PlainDate;
}

/** The forms it was interpreted in, each once. */
export function formsOf({ materials }: Pick<Evidence, "materials">): MaterialKind[] {
  return [...new Set(materials.map(({ kind }) => kind))];
}
