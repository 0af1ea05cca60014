import type { Reason } from "~/platform/refusal";
import { LENGTHS, LENGTHS_BY_KIND, type ClockSettings } from "./clocks";
import { KINDS, type MessageKind } from "./message";
import { because } from "./reasons";

export type LengthName = (typeof LENGTHS)[number] | (typeof LENGTHS_BY_KIND)[number];

/** One number of the settings: of all messages, or of one kind. */
export interface ClockLength {
  name: LengthName;
  kind: MessageKind | null;
  /** In forms, and after `messages.` in the settings. */
  field: string;
}

export const CLOCK_LENGTHS: readonly ClockLength[] = [
  ...KINDS.flatMap((kind) => LENGTHS_BY_KIND.map((name) => ({ name, kind, field: `${name}.${kind}` }))),
  ...LENGTHS.map((name) => ({ name, kind: null, field: name })),
];

/** The least and the most working days of each. Nothing here is law: what is stands in the texts of the page. */
const LENGTH_LIMITS: Record<LengthName, { minimum: number; maximum: number }> = {
  dispatchDays: { minimum: 1, maximum: 10 },
  answerDays: { minimum: 1, maximum: 30 },
  extendedDays: { minimum: 1, maximum: 60 },
  pauseDays: { minimum: 1, maximum: 30 },
  yellowDays: { minimum: 0, maximum: 30 },
  leaderAfter: { minimum: 1, maximum: 30 },
  officeAfter: { minimum: 1, maximum: 60 },
};

/** The settings as the fields of the form have them. */
export function lengthsOf(settings: ClockSettings): Record<string, number> {
  return Object.fromEntries(
    CLOCK_LENGTHS.map(({ name, kind, field }) => {
      const value = settings[name];
      return [field, typeof value === "number" ? value : value[kind!]];
    }),
  );
}

export interface ChangedLength extends ClockLength {
  before: number;
  after: number;
}

export function changedLengths(
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
): ChangedLength[] {
  return CLOCK_LENGTHS.flatMap((length) => {
    const [was, is] = [before[length.field]!, after[length.field]!];
    return was === is ? [] : [{ ...length, before: was, after: is }];
  });
}

/**
 * Why these lengths cannot be set: beyond what each may be, an extension that gives no more days than the answer has,
 * a dispatch that takes longer than the answer, the office told before the unit's leader, or nothing changed.
 */
export function lengthRefusals(
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
): Reason[] {
  const reasons: Reason[] = CLOCK_LENGTHS.flatMap(({ name, field }) => {
    const { minimum, maximum } = LENGTH_LIMITS[name];
    const isWithin = after[field]! >= minimum && after[field]! <= maximum;
    return isWithin ? [] : [because("clock_length_invalid", field, { minimum, maximum })];
  });
  for (const kind of KINDS) {
    const [dispatch, answer, extended] = (["dispatchDays", "answerDays", "extendedDays"] as const).map(
      (name) => after[`${name}.${kind}`]!,
    ) as [number, number, number];
    if (extended <= answer) reasons.push(because("clock_extension_short", `extendedDays.${kind}`));
    if (dispatch >= answer) reasons.push(because("clock_dispatch_long", `dispatchDays.${kind}`));
  }
  if (after.officeAfter! < after.leaderAfter!) reasons.push(because("clock_office_first", "officeAfter"));
  if (reasons.length === 0 && changedLengths(before, after).length === 0) return [because("clocks_unchanged")];
  return reasons;
}
