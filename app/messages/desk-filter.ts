import type { Colour } from "./clocks";
import type { DeskView } from "./desk-shown";
import { NO_UNIT } from "./log-query";
import { ANSWERED, KINDS, LIVE, type MessageKind, type MessageState } from "./message";

/** What narrows the messages of a desk, as it stands in an address. */
export interface DeskFilter {
  /** Words of the title, or the beginning of a number. */
  q: string;
  state: MessageState | "";
  kind: MessageKind | "";
  /** Of what is open. */
  colour: Colour | "";
  /** The lead unit; `none`: not assigned yet. */
  unit: string;
  /** The officer in charge; `none`: nobody is named. */
  officer: string;
}

export const EVERYTHING: DeskFilter = { q: "", state: "", kind: "", colour: "", unit: "", officer: "" };

/** The filter of what has no unit, or no officer. */
export const NOBODY = NO_UNIT;

export const COLOURS = ["green", "yellow", "red"] as const satisfies readonly Colour[];

/** Reads the filters; what is none of them is ignored. */
export function readDeskFilter(of: (name: string) => string): DeskFilter {
  const oneOf = <T extends string>(list: readonly T[], name: string) => list.find((one) => one === of(name)) ?? "";
  return {
    q: of("q"),
    state: oneOf([...LIVE, ...ANSWERED], "state"),
    kind: oneOf(KINDS, "kind"),
    colour: oneOf(COLOURS, "colour"),
    unit: of("unit"),
    officer: of("officer"),
  };
}

/** The filters that mean something in a view: what was answered has no clock, and its states are others. */
export function filterIn(view: DeskView, filter: DeskFilter): DeskFilter {
  const states: readonly string[] = statesIn(view);
  const state = states.includes(filter.state) ? filter.state : "";
  return view === "answered" ? { ...filter, state, colour: "" } : { ...filter, state };
}

/** What owes a promise is open work and answered at the same time. */
export function statesIn(view: DeskView): readonly MessageState[] {
  return view === "answered" ? ANSWERED : [...LIVE, "replied", "rated"];
}

/** A view with the filters that hold in it, as an address. */
export function deskAddress(view: DeskView, filter: DeskFilter): string {
  const set = Object.entries(filterIn(view, filter)).filter(([, value]) => value !== "");
  return `/desk/messages?${new URLSearchParams([["view", view], ...set])}`;
}
