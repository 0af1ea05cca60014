import type { Reason } from "~/platform/refusal";
import type { FoundRequest } from "./requests";

/** What the officer said of one request: the paragraph of the reply that answers it, or why none does. */
export interface RequestTick {
  request: number;
  /** From 1; null when the reply does not answer it. */
  paragraph: number | null;
  reason: string | null;
}

export const TICK_REASON_MAX = 500;

/** The paragraphs of a reply, as its reader sees them. */
export function paragraphsOf(reply: string): string[] {
  return reply
    .split(/\n+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}

/**
 * Why the reply cannot be handed in yet: a request without a tick, a tick at a paragraph that is not there, a request
 * left out without a reason. [] when every request has its place or its reason.
 */
export function checklistReasons(
  requests: readonly FoundRequest[],
  ticks: readonly RequestTick[],
  reply: string,
): Reason[] {
  const paragraphs = paragraphsOf(reply).length;
  const byRequest = new Map(ticks.map((tick) => [tick.request, tick]));
  return requests.flatMap(({ number }) => {
    const tick = byRequest.get(number);
    const field = `tick-${number}`;
    if (!tick) return [{ code: "request_unticked", field, params: { number } }];
    if (tick.paragraph === null) return reasonRefusals(tick, field);
    const isThere = Number.isInteger(tick.paragraph) && tick.paragraph >= 1 && tick.paragraph <= paragraphs;
    return isThere ? [] : [{ code: "request_place_missing", field, params: { number, paragraphs } }];
  });
}

function reasonRefusals({ request, reason }: RequestTick, field: string): Reason[] {
  const words = (reason ?? "").trim();
  if (words === "") return [{ code: "request_reason_missing", field, params: { number: request } }];
  return [...words].length > TICK_REASON_MAX ? [{ code: "too_long", field, params: { maximum: TICK_REASON_MAX } }] : [];
}
