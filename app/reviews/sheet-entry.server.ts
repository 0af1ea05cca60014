import type { Actor } from "~/accounts/actor";
import type { Tx } from "~/platform/db.server";
import { parseForm } from "~/platform/http.server";
import type { PostedForm } from "~/platform/posted-form.server";
import type { Json } from "~/timeline/event";
import {
  askOutside,
  keepCheck,
  keepOutside,
  overrideHits,
  type CheckInput,
  type OutsideAnswer,
} from "./fill-sheet.server";
import { checkForm, outsideForm, overrideForm, SHEET_REPEATABLE } from "./forms";
import type { Reviewed } from "./read-sheet.server";
import type { TextPart } from "./screened-term";

/** What one form of a sheet says, wherever the sheet stands. */
export type SheetEntry =
  | { act: "check"; check: CheckInput }
  | { act: "override"; override: { hits: string[]; reason: string } }
  | { act: "outside" };

const ACTS = ["check_secrecy", "check_personal", "override", "check_outside"];

/** Whether a form of a page belongs to the sheet on it. */
export function isSheetAct(act: string): boolean {
  return ACTS.includes(act);
}

export function readEntry(form: PostedForm): SheetEntry {
  switch (form.fields.act?.[0]) {
    case "override": {
      const { hit: hits, reason } = parseForm(overrideForm, form, SHEET_REPEATABLE);
      return { act: "override", override: { hits, reason } };
    }
    case "check_outside":
      parseForm(outsideForm, form);
      return { act: "outside" };
    default: {
      const { act, cleared: isCleared, note } = parseForm(checkForm, form);
      const kind = act === "check_secrecy" ? ("secrecy" as const) : ("personal" as const);
      return { act: "check", check: { kind, isCleared, note } };
    }
  }
}

export type Answered = (OutsideAnswer & { asked: readonly TextPart[] }) | null;

/** The outside checker is asked before the transaction, which keeps nobody waiting for it. */
export async function answerBefore(entry: SheetEntry, { parts }: Reviewed): Promise<Answered> {
  return entry.act === "outside" ? { asked: parts, ...(await askOutside(parts)) } : null;
}

/** Writes the entry in the caller's transaction; `event` is the last word of the event that the caller records. */
export async function keepEntry(
  tx: Tx,
  actor: Actor,
  reviewed: Reviewed,
  entry: SheetEntry,
  { answer, at }: { answer: Answered; at: Date },
): Promise<{ event: string; payload: { [key: string]: Json } }> {
  const { part } = reviewed.subject;
  switch (entry.act) {
    case "check": {
      const kept = await keepCheck(tx, actor, reviewed, entry.check, at);
      return { event: "release_checked", payload: { part, ...kept } };
    }
    case "override": {
      const kept = await overrideHits(tx, actor, reviewed, entry.override, at);
      return { event: "hits_overridden", payload: { part, ...kept } };
    }
    case "outside":
      return { event: "outside_checked", payload: { part, ...(await keepOutside(tx, actor, reviewed, answer!, at)) } };
  }
}
