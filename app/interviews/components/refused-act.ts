import type { ReasonToTell } from "~/i18n/reasons";

/** A form of the desk that was refused: which one, why, and what was typed. */
export interface RefusedAct {
  act: string;
  /** The question it was about; empty for the interview itself. */
  number: string;
  reasons: ReasonToTell[];
  errors: Record<string, string>;
  values: Record<string, string | undefined>;
}
